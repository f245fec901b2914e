using System.Text;
using System.Text.Json;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Tests.Evaluation;

namespace Fixer.Hcl.Tests;

/// <summary>What the cases of HashiCorp's specsuite specify, one folder for each: places of diagnostics, structure, and values.</summary>
public class SpecsuiteTests
{
    static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Cases", "specsuite");

    static IEnumerable<TestCaseData> All() =>
        Directory.GetDirectories(Cases).Order(StringComparer.Ordinal).Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileName(path)));

    static IEnumerable<TestCaseData> WithValues() => All().Where(c => File.Exists(Expected((string)c.Arguments[0]!, "values.json")));

    static IEnumerable<TestCaseData> WithJson() => All().Where(c => File.Exists(Path.Combine((string)c.Arguments[0]!, "main.hcl.json")));

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
    public void Values_OfCase_AreThese(string path)
    {
        using var values = JsonDocument.Parse(File.ReadAllBytes(Expected(path, "values.json")));
        var variables = Path.Combine(path, "variables.json");
        var given = File.Exists(variables) ? JsonFile.Parse(File.ReadAllBytes(variables)).Body.Members.Items : [];
        var scope = HclScope.Of(given.ToDictionary(m => m.Name.Value, m => new HclEvaluator(HclScope.Empty).Evaluate(m.Value).Value));
        Assert.Multiple(() => Check(Read(path).Body, values.RootElement, new HclEvaluator(scope)));
    }

    [TestCaseSource(nameof(WithJson))]
    public void Structure_OfCaseInJson_IsTheSame(string path)
    {
        var file = JsonFile.Parse(File.ReadAllBytes(Path.Combine(path, "main.hcl.json")));
        Assert.Multiple(() =>
        {
            Assert.That(file.Diagnostics, Is.Empty);
            Assert.That(file.Body.Members.Diagnostics, Is.Empty);
            Assert.That(file.Body.Members.Items.Select(m => m.Name.Value), Is.EqualTo(Read(path).Body.Items.Select(i => i is HclBlock block ? block.Type : ((HclAttribute)i).Name)));
        });
    }

    /// <summary>The values of a block are those of the object of its type and labels.</summary>
    static void Check(HclBody body, JsonElement values, HclEvaluator evaluator)
    {
        foreach (var argument in body.Attributes)
        {
            var evaluation = evaluator.Evaluate(argument.Value);
            Assert.That(evaluation.Diagnostics, Is.Empty, argument.Name);
            Assert.That(Written.Json(evaluation.Value), Is.EqualTo(Written.Json(evaluator.Evaluate(JsonFile.Parse(Bytes(values.GetProperty(argument.Name))).Root).Value)), argument.Name);
        }

        foreach (var block in body.Blocks)
            Check(block.Body, block.Labels.Aggregate(values.GetProperty(block.Type), (inner, label) => inner.GetProperty(label.Value)), evaluator);
    }

    static byte[] Bytes(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

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
