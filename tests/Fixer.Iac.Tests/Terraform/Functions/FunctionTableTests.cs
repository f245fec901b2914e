using Fixer.Testing;

namespace Fixer.Iac.Tests.Terraform.Functions;

/// <summary>Every function that reads files, and those of YAML, yield what Terraform says they yield, and fail where it fails.</summary>
public class FunctionTableTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases", "functions");
    static readonly string[][] Table = [.. File.ReadLines(Path.Combine(Folder, "expressions.tsv")).Select(line => line.Split('\t'))];
    static readonly Repository Repository = Repository.Of(Path.Combine(Folder, "repository"));

    static IEnumerable<TestCaseData> Rows() => Table.Select(row => new TestCaseData(row[0], row[^1]).SetArgDisplayNames(row[0]));

    [TestCaseSource(nameof(Rows))]
    public void Evaluate_Expression_YieldsWhatTheTableSays(string expression, string value)
    {
        var evaluation = Repository.Evaluate($"jsonencode([{expression}])", "live");
        var json = !evaluation.Succeeded ? "!error" : evaluation.Value.IsUnknown ? "?" : evaluation.Value.AsString()[1..^1];
        Assert.That(json, Is.EqualTo(value), string.Join('\n', evaluation.Diagnostics));
    }

    [Test]
    public async Task Table_SaysWhatTerraformSays() => Assert.That(
        await TerraformExpressions.Json([.. Table.Select(row => row[0])], Path.Combine(Folder, "repository", "live")),
        Is.EqualTo(Table.Select(row => row[1])));
}
