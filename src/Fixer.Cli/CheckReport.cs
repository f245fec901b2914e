using System.Collections.Immutable;
using Fixer.Iac.Checking;

namespace Fixer.Cli;

/// <summary>What <c>fixer iac check</c> prints as JSON.</summary>
/// <param name="Files">How many files of infrastructure code there are.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Parsed">How many have no error.</param>
/// <param name="RoundTripIdentical">How many give the same bytes when written out again.</param>
/// <param name="Seconds">How long it took to find, read and check them.</param>
/// <param name="Diagnostics">What is wrong, by path and place.</param>
internal sealed record CheckReport(int Files, long Bytes, int Parsed, int RoundTripIdentical, double Seconds, ImmutableArray<CheckDiagnostic> Diagnostics)
{
    public static async Task<CheckReport> Make(string folder, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var tree = CodeFolder.Walk(folder, SourceCheck.Covers, cancellation);
        var checks = new FileCheck?[tree.Files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, checks.Length), options, (i, _) =>
        {
            checks[i] = Check(tree.Files[i], Path.Combine(folder, tree.Files[i]));
            return ValueTask.CompletedTask;
        });
        var found = checks.OfType<FileCheck>().ToArray();
        return new CheckReport(
            found.Length,
            found.Sum(f => f.Bytes),
            found.Count(f => f.IsParsed),
            found.Count(f => f.IsRoundTripIdentical),
            Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3),
            [.. tree.Problems.Concat(found.SelectMany(f => f.Diagnostics)).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)]);
    }

    private static FileCheck? Check(string path, string file)
    {
        long size = 0;
        try
        {
            size = new FileInfo(file).Length;
            if (size <= SourceCheck.MaxBytes)
                return SourceCheck.Of(path, Read(file, size));
            return SourceCheck.IsHcl(path) ? FileCheck.NotRead(size, CheckDiagnostic.TooLarge(path, size)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileCheck.NotRead(size, CheckDiagnostic.Unreadable(path, e.Message));
        }
    }

    // A pipe or a device has no size, and opening it could take for ever.
    private static byte[] Read(string file, long size)
    {
        if (size == 0)
            return [];
        var content = new byte[size];
        using var stream = File.OpenRead(file);
        return content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }
}
