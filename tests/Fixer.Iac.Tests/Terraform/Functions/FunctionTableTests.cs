using System.Diagnostics;
using System.Text.Json;
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
    public async Task Table_SaysWhatTerraformSays()
    {
        var attempts = Table.Select(row => $"try(jsonencode([{row[0]}]), \"!error\")");
        var answer = await Console($"base64encode(jsonencode([{string.Join(", ", attempts)}]))");
        var json = JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(answer.Trim().Trim('"')))!;
        Assert.That(json.Select(j => j == "!error" ? j : j[1..^1]), Is.EqualTo(Table.Select(row => row[1])));
    }

    /// <summary>The real <c>terraform console</c>. Fed by a pipe it prints the last value only, so all expressions go into one.</summary>
    static async Task<string> Console(string expression)
    {
        var start = new ProcessStartInfo(Tool.Find("terraform"), ["console", "-no-color"])
        {
            WorkingDirectory = Path.Combine(Folder, "repository", "live"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var console = Process.Start(start)!;
        var (output, error) = (console.StandardOutput.ReadToEndAsync(patience.Token), console.StandardError.ReadToEndAsync(patience.Token));
        await console.StandardInput.WriteLineAsync(expression);
        console.StandardInput.Close();
        await console.WaitForExitAsync(patience.Token);
        Assert.That(console.ExitCode, Is.Zero, await error);
        return await output;
    }
}
