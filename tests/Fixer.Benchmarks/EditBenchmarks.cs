using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Fixer.Hcl;

namespace Fixer.Benchmarks;

/// <summary>Changing a large file: what one edit costs, and many at once.</summary>
[MemoryDiagnoser]
public class EditBenchmarks
{
    readonly HclFile file = HclFile.Parse(Zones.Source());
    readonly HclBlock[] records;

    public EditBenchmarks() => records = [.. file.Body.Blocks.Where(b => b.Labels[0].Value == "aws_route53_record")];

    /// <summary>Finds out which bytes to remove.</summary>
    [Benchmark]
    public ImmutableArray<TextEdit> FindOne() => HclEdits.Remove(file, records[1000]);

    /// <summary>Removes one record of 2,250, and reads the result.</summary>
    [Benchmark]
    public HclFile RemoveOne() => HclEdits.Apply(file, HclEdits.Remove(file, records[1000]));

    /// <summary>Removes every other record in one go, and reads the result.</summary>
    [Benchmark]
    public HclFile RemoveHalf() => HclEdits.Apply(file, HclEdits.RemoveAll(file, records.Where((_, i) => i % 2 == 0)));
}
