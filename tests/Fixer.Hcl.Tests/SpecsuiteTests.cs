using System.Text;
using System.Text.Json;

namespace Fixer.Hcl.Tests;

/// <summary>What the cases of HashiCorp's specsuite specify, one folder for each: places of diagnostics, structure, and values.</summary>
public class SpecsuiteTests
{
    static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Cases", "specsuite");

    static IEnumerable<TestCaseData> All() =>
        Directory.GetDirectories(Cases).Order(StringComparer.Ordinal).Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileName(path)));

    static IEnumerable<TestCaseData> WithValues() => All().Where(c => File.Exists(Expected((string)c.Arguments[0]!, "values.json")));

    [TestCaseSource(nameof(All))]
    public void Diagnostics_OfCase_AreAtThesePlaces(string path)
    {
        var file = Read(path);
        var expected = Expected(path, "diagnostics.txt");
        var actual = file.Diagnostics.Select(d => $"{d.Code} {d.Position}-{file.Text.PositionOf(d.Span.End)}");
        Assert.That(actual, Is.EqualTo(File.Exists(expected) ? File.ReadAllLines(expected) : []));
    }

    [TestCaseSource(nameof(All))]
    public void Structure_OfCase_IsThis(string path)
    {
        var result = new StringBuilder();
        Write(result, Read(path).Body, "");
        Assert.That(result.ToString(), Is.EqualTo(File.ReadAllText(Expected(path, "structure.txt"))));
    }

    [TestCaseSource(nameof(WithValues))]
    public void Values_OfCase_AreExpectedOfEveryArgument(string path)
    {
        var result = new StringBuilder();
        Write(result, Read(path).Body, "");
        var names = result.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.EndsWith(" =", StringComparison.Ordinal));
        using var values = JsonDocument.Parse(File.ReadAllBytes(Expected(path, "values.json")));
        Assert.That(Arguments(Read(path).Body, values.RootElement), Is.EqualTo(names.Count()));
    }

    /// <summary>Counts the arguments that have a value where their block has its object; labels are names of objects in it.</summary>
    static int Arguments(HclBody body, JsonElement values) =>
        body.Attributes.Count(a => values.TryGetProperty(a.Name, out _))
        + body.Blocks.Sum(b => Arguments(b.Body, b.Labels.Aggregate(values.GetProperty(b.Type), (inner, label) => inner.GetProperty(label.Value))));

    /// <summary>A line for each item, with the place of its name.</summary>
    static void Write(StringBuilder result, HclBody body, string indentation)
    {
        foreach (var item in body.Items)
        {
            result.Append(indentation).Append(item.Text.PositionOf(item.Span.Start)).Append(' ');
            if (item is HclBlock block)
            {
                result.Append(block.Type).Append(string.Concat(block.Labels.Select(l => $" \"{l.Value}\""))).Append(" {\n");
                Write(result, block.Body, indentation + "  ");
            }
            else
                result.Append(((HclAttribute)item).Name).Append(" =\n");
        }
    }

    static HclFile Read(string path) => HclFile.Parse(File.ReadAllBytes(Path.Combine(path, "main.hcl")));

    static string Expected(string path, string name) => Path.Combine(path, "expected", name);
}
