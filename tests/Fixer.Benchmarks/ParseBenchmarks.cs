using BenchmarkDotNet.Attributes;
using Fixer.Hcl;

namespace Fixer.Benchmarks;

/// <summary>Reading a large file: the stages, and what a caller does with the result.</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    readonly byte[] source = Zones.Source();
    readonly SourceText text;
    readonly HclFile file;

    public ParseBenchmarks() => (text, file) = (new SourceText(source), HclFile.Parse(source));

    /// <summary>The lexer alone.</summary>
    [Benchmark]
    public object Tokenize() => Lexer.Tokenize(text, new DiagnosticBag(text));

    /// <summary>The parser alone, over tokens that are there.</summary>
    [Benchmark]
    public object ParseTokens() => new Parser(new TokenSource(text, file.Tokens), new DiagnosticBag(text)).ParseFile();

    /// <summary>Both.</summary>
    [Benchmark(Baseline = true)]
    public HclFile Parse() => HclFile.Parse(source);

    /// <summary>Visits every node of a file that has been read.</summary>
    [Benchmark]
    public int Visit() => file.Body.Items.Sum(i => i.DescendantsAndSelf().Count());

    /// <summary>Writes the file out again.</summary>
    [Benchmark]
    public byte[] ToBytes() => file.ToBytes();
}
