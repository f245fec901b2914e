namespace Fixer.Verification;

/// <summary>Whether a finding is really gone.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Note">What was seen, in one sentence.</param>
public sealed record Verdict(VerdictKind Kind, string Note);

/// <summary>Kinds of verdict.</summary>
public enum VerdictKind
{
    /// <summary>Seen to be gone.</summary>
    Fixed,

    /// <summary>Still there, or it cannot be told.</summary>
    NotYet,

    /// <summary>It was gone, and is back.</summary>
    Regressed,
}
