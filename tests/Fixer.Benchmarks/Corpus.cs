using System.Diagnostics;
using Fixer.Hcl;

namespace Fixer.Benchmarks;

/// <summary>What reading all HCL files under a folder gives and costs, beside HashiCorp's parser if it is on the machine.</summary>
static class Corpus
{
    /// <summary>Prints it all; the measurements take <paramref name="seconds"/> for each parser.</summary>
    /// <returns>0; or 1 if bytes were lost, or if the parsers disagree about which files are broken.</returns>
    public static int Report(string root, int seconds)
    {
        var files = Read(root);
        var bytes = files.Values.Sum(f => (long)f.Length);
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        var lossy = 0;
        foreach (var (path, content) in files)
        {
            var file = HclFile.Parse(content);
            lossy += file.ToBytes().AsSpan().SequenceEqual(content) ? 0 : 1;
            if (file.Diagnostics is [var first, ..] && broken.Add(path))
                Console.WriteLine($"{path}:{first.Position}: {first.Code} {first.Message}");
        }

        Console.WriteLine($"{files.Count:N0} files, {bytes:N0} bytes, {broken.Count:N0} with diagnostics, {(lossy == 0 ? "all round trips identical" : $"{lossy:N0} ROUND TRIPS DIFFER")}");
        SourceText[] texts = [.. files.Values.Select(f => new SourceText(f))];
        TokenSource[] tokens = [.. texts.Select(t => new TokenSource(t, Lexer.Tokenize(t, new DiagnosticBag(t))))];
        Measure("  lexer alone", bytes, seconds, texts, t => Lexer.Tokenize(t, new DiagnosticBag(t)));
        Measure("  parser alone", bytes, seconds, tokens, t => new Parser(t, new DiagnosticBag(t.Text)).ParseFile());
        var speed = Measure("HclFile.Parse", bytes, seconds, [.. files.Values], f => HclFile.Parse(f));
        var agrees = GoParser.TryRun(root, seconds) is not { } go || Compare(go, broken, files, speed);
        return lossy == 0 && agrees ? 0 : 1;
    }

    static SortedDictionary<string, byte[]> Read(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var paths = Directory.EnumerateFiles(root, "*", options).Where(p => Path.GetExtension(p) is ".tf" or ".tfvars" or ".hcl");
        return new SortedDictionary<string, byte[]>(paths.ToDictionary(p => p, File.ReadAllBytes), StringComparer.Ordinal);
    }

    /// <summary>Megabytes (10⁶ bytes) a second in the best round. Prints that, and the bytes allocated for each byte read.</summary>
    static double Measure<T>(string what, long bytes, int seconds, T[] inputs, Action<T> read)
    {
        var best = TimeSpan.MaxValue;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rounds = 0;
        for (var total = Stopwatch.StartNew(); total.Elapsed.TotalSeconds < seconds; rounds++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var input in inputs)
                read(input);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        var allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / rounds / bytes;
        var speed = bytes / best.TotalSeconds / 1e6;
        Console.WriteLine($"{what}: {speed:N1} MB/s in the best of {rounds:N0} rounds; {allocated:N1} bytes allocated for each byte");
        return speed;
    }

    /// <summary>Prints where the parsers differ. Debian's one is older than provider functions (<c>a::b()</c>), so files with these are not compared.</summary>
    static bool Compare(GoParser go, SortedSet<string> broken, SortedDictionary<string, byte[]> files, double speed)
    {
        Console.WriteLine($"hclsyntax.ParseConfig: {go.Speed:N1} MB/s in the best round; ratio {speed / go.Speed:N1}");
        var differing = broken.ToHashSet();
        differing.SymmetricExceptWith(go.Messages.Keys);
        var newer = differing.RemoveWhere(p => HclFile.Parse(files[p]).Tokens.Any(t => t.Kind == TokenKind.DoubleColon));
        Console.WriteLine($"{go.Messages.Count:N0} files that HashiCorp's parser rejects, {differing.Count:N0} verdicts differ; {newer:N0} files with provider functions not compared");
        foreach (var path in differing.Order(StringComparer.Ordinal))
            Console.WriteLine(go.Messages.TryGetValue(path, out var message) ? $"only HashiCorp's parser rejects {path}: {message}" : $"only Fixer rejects {path}");
        return differing.Count == 0;
    }
}
