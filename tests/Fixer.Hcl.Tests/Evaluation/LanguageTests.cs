using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Testing;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>Every construct of the language yields what Terraform says it yields, value and type, and fails where Terraform fails.</summary>
public class LanguageTests
{
    static readonly string[][] Table = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "evaluation", "expressions.tsv")).Select(line => line.Split('\t'))];

    /// <summary>What Terraform's parser or its look for references refuses cannot be wrapped in <c>try</c>.</summary>
    static readonly string[] RefusedAtOnce = ["{a.b = 1}", "{for = 1}", "[[1, 2], [3]].0.1"];

    static IEnumerable<TestCaseData> Rows() => Table.Select(row => new TestCaseData(row[0], row[1], row[2]).SetArgDisplayNames(row[0]));

    [TestCaseSource(nameof(Rows))]
    public void Evaluate_Expression_YieldsWhatTheTableSays(string expression, string value, string type)
    {
        var fragment = HclFragment.ParseExpression(Encoding.UTF8.GetBytes(expression));
        var evaluation = new HclEvaluator(HclScope.Empty, StandardFunctions.All).Evaluate(fragment);
        var written = evaluation.Succeeded ? $"{Written.Json(evaluation.Value)} {Written.Type(evaluation.Value.Type)}" : "!error ";
        Assert.That(written, Is.EqualTo($"{value} {type}"), string.Join('\n', evaluation.Diagnostics));
    }

    [Test]
    public async Task Table_SaysWhatTerraformSays()
    {
        var rows = Table.Where(row => !RefusedAtOnce.Contains(row[0])).ToArray();
        var values = await TerraformExpressions.Json([.. rows.Select(row => row[0])]);
        Assert.That(values, Is.EqualTo(rows.Select(row => row[1])));
        var known = rows.Where(row => row[1] != "!error").ToArray();
        Assert.That(await TerraformExpressions.Types(known.Select(row => row[0])), Is.EqualTo($"tuple([{string.Join(',', known.Select(row => row[2].Replace(" ", "", StringComparison.Ordinal)))}])"));
    }
}
