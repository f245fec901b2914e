using System.Diagnostics;
using NUnit.Framework;

namespace Fixer.Testing;

/// <summary>The real <c>terraform console</c>. Fed by a pipe it prints the last value only, so all expressions go into one.</summary>
public static class TerraformExpressions
{
    /// <summary>What the console prints for an expression.</summary>
    /// <param name="expression">The expression, on one line.</param>
    /// <param name="folder">Where it runs; an empty folder if null.</param>
    public static async Task<string> Evaluate(string expression, string? folder = null)
    {
        using var empty = new TemporaryFolder();
        var start = new ProcessStartInfo(Tool.Find("terraform"), ["console", "-no-color"])
        {
            WorkingDirectory = folder ?? empty.Path,
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

    /// <summary>The values of all expressions as JSON; where one cannot be evaluated, <c>!error</c>.</summary>
    public static async Task<string[]> Json(IReadOnlyCollection<string> expressions, string? folder = null)
    {
        var attempts = expressions.Select(e => $"try(jsonencode([{e}]), \"!error\")");
        var answer = await Evaluate($"base64encode(jsonencode([{string.Join(", ", attempts)}]))", folder);
        var json = System.Text.Json.JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(answer.Trim().Trim('"')))!;
        return [.. json.Select(j => j == "!error" ? j : j[1..^1])];
    }

    /// <summary>The types of all expressions, without white space.</summary>
    public static async Task<string> Types(IEnumerable<string> expressions) =>
        string.Concat((await Evaluate($"type([{string.Join(", ", expressions)}])")).Where(c => !char.IsWhiteSpace(c))).Replace(",]", "]", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal).Replace(",)", ")", StringComparison.Ordinal);
}
