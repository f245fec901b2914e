using System.Diagnostics;

namespace Fixer.Hcl.Tests;

/// <summary>No input overflows the stack, and none takes more than linear time.</summary>
public class HostileInputTests
{
    static readonly string[] Units =
    [
        "[", "(", "{", "a{", "a{\n", "\"${", "\"%{", "x=<<A\n${", "[\"${", "]", "}", ")", "({", "({}", "{}", "\n", "x=[\n", "a = 1\n", "a", "-", "<<a", "<<A\n",
        "${a}", "\"", "\\", "$", "$$", "/*", "#", "\r", "a {\n}\n", "/**/", "# c\n", "a[", "a.", "[[],", "é", "\0", "b \"c\" {\n", "x = {\n", "[a+",
    ];

    [TestCaseSource(nameof(Units))]
    public void Parse_RepeatedHundredThousandTimes_IsLosslessAndQuick(string unit)
    {
        foreach (var prefix in new[] { "", "x = ", "x = \"", "x = <<EOT\n", "a {\n x = [" })
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(prefix + string.Concat(Enumerable.Repeat(unit, 100_000)));
            var clock = Stopwatch.StartNew();
            var file = HclFile.Parse(bytes);
            foreach (var item in file.Body.Items)
                _ = (item as HclAttribute)?.Value;
            Assert.That(file.ToBytes().AsSpan().SequenceEqual(bytes));
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)), $"{prefix}{unit}…");
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
}
