using System.Diagnostics;

namespace Fixer.Hcl.Tests;

/// <summary>No input overflows the stack, and none takes more than linear time.</summary>
public class HostileInputTests
{
    static readonly string[] Units =
    [
        "[", "(", "{", "a{", "a{\n", "\"${", "\"%{", "x=<<A\n${", "[\"${", "]", "}", ")", "({", "({}", "{}", "\n", "x=[\n", "a = 1\n", "a", "-", "<<a", "<<A\n",
        "${a}", "\"", "\\", "$", "$$", "/*", "#", "\r", "a {\n}\n", "/**/", "# c\n", "a[", "a.", "[[],", "é", "\0", "b \"c\" {\n", "x = {\n", "[a+",
        "a::", "a ? b : ", "%{ if a }", "%{ for a in b }", "[for a in b : ", "y = {\nz = [\nfor x in {} : x]\n", "  e\u0301 ${a}\n", "\"b\" ", "a { ",
    ];

    static readonly string[] Prefixes = ["", "x = ", "x = \"", "x = <<EOT\n", "x = <<-EOT\n", "a {\n x = [", string.Concat(Enumerable.Repeat("a{\n", 499))];

    [TestCaseSource(nameof(Units))]
    public void Parse_RepeatedHundredThousandTimes_IsLosslessAndQuick(string unit)
    {
        foreach (var prefix in Prefixes)
        {
            var bytes = Repeat(prefix, unit, 100_000);
            var clock = Stopwatch.StartNew();
            var file = HclFile.Parse(bytes);
            foreach (var item in file.Body.Items)
                _ = (item as HclAttribute)?.Value;
            Assert.That(file.ToBytes().AsSpan().SequenceEqual(bytes));
            Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit), $"{prefix}{unit}…");
        }
    }

    [TestCaseSource(nameof(Units))]
    public void Parse_FourTimesTheInput_TakesFourTimesTheMemoryAndTime(string unit)
    {
        foreach (var prefix in Prefixes)
        {
            var (time, memory) = Cost(prefix, unit, 5_000);
            var (longTime, longMemory) = Cost(prefix, unit, 20_000);
            Assert.That(longMemory, Is.LessThan(6 * memory), $"{prefix}{unit}… allocates; what is quadratic does 16 times as much");
            Assert.That(longTime, Is.LessThan(Math.Max(10 * time, 100)), $"{prefix}{unit}… in milliseconds; what is quadratic takes 16 times as many");
        }
    }

    [TestCase("[", "]")]
    [TestCase("(", ")")]
    [TestCase("\"${", "}\"")]
    public void Parse_DeepNesting_IsADiagnostic(string open, string close)
    {
        var source = "x = " + string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000)) + "\ny = 1\n";
        var file = Hcl.Parse(source);
        Assert.Multiple(() =>
        {
            Assert.That(file.Diagnostics.Select(d => d.Code).Distinct(), Is.EqualTo(new[] { "HCL016" }));
            Assert.That(file.Body.Attribute("x")!.Value, Is.Not.Null);
            Assert.That(file.Body.Attribute("y"), Is.Not.Null);
        });
    }

    [Test]
    public void Parse_DeepBlocks_IsADiagnostic()
    {
        var source = string.Concat(Enumerable.Repeat("a {\n", 100_000)) + string.Concat(Enumerable.Repeat("}\n", 100_000)) + "y = 1\n";
        var file = Hcl.Parse(source);
        Assert.Multiple(() =>
        {
            Assert.That(file.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "HCL016" }));
            Assert.That(file.Body.Attribute("y"), Is.Not.Null);
        });
    }

    [Test]
    public void Parse_DeepBlocksNeverClosed_EndWithTheirLastTokenAndHideNoOther()
    {
        var open = string.Concat(Enumerable.Repeat("a { ", 502));
        var file = Hcl.Parse(open + "\n}\n\nb {\n}\n");
        var deepest = file.Body.Blocks.First();
        while (deepest.Body.Blocks.Any())
            deepest = deepest.Body.Blocks.Single();
        Assert.Multiple(() =>
        {
            Assert.That(file.Body.Blocks.First().Span.End, Is.EqualTo(open.Length + 2));
            Assert.That(deepest.Span.End, Is.EqualTo(open.Length + 2));
            Assert.That(deepest.IsClosed, Is.False);
            Assert.That(file.Body.Blocks.Last().Is("b"));
        });
    }

    static byte[] Repeat(string prefix, string unit, int count) =>
        System.Text.Encoding.UTF8.GetBytes(prefix + string.Concat(Enumerable.Repeat(unit, count)) + "b()\n");

    /// <summary>Milliseconds, the least of several attempts since others use the machine too, and bytes allocated.</summary>
    static (double Time, long Memory) Cost(string prefix, string unit, int count)
    {
        var bytes = Repeat(prefix, unit, count);
        var (time, memory) = (double.MaxValue, long.MaxValue);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            HclFile.Parse(bytes);
            time = Math.Min(time, clock.Elapsed.TotalMilliseconds);
            memory = Math.Min(memory, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (time, memory);
    }
}
