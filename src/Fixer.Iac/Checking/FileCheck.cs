using System.Collections.Immutable;

namespace Fixer.Iac.Checking;

/// <summary>What the check of one file has shown.</summary>
/// <param name="Path">Path relative to the folder that is checked.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="IsRoundTripIdentical">Whether writing out what was read gives the same bytes.</param>
/// <param name="Diagnostics">What is wrong, in the order of the source.</param>
public sealed record FileCheck(string Path, long Bytes, bool IsRoundTripIdentical, ImmutableArray<CheckDiagnostic> Diagnostics)
{
    /// <summary>Whether there is no error in it.</summary>
    public bool IsParsed => !Diagnostics.Any(d => d.Severity == CheckSeverity.Error);

    /// <summary>The check of a file that was not read.</summary>
    public static FileCheck NotRead(long bytes, CheckDiagnostic why) => new(why.Path, bytes, false, [why]);
}
