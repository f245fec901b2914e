using System.Text;
using System.Text.Json;
using Fixer.Testing;

namespace Fixer.Hcl.Tests.Functions;

/// <summary>Terraform itself, which evaluates expressions in one process: as local values of a module, since its console stops at the first error.</summary>
static class TerraformConsole
{
    /// <summary>Standard input is the expression; the arguments are the program and the folder.</summary>
    const string Script = """printf '%s\n' 'jsonencode(local.results)' | "$0" -chdir="$1" console -no-color""";

    static readonly Dictionary<string, string?> Environment = new() { ["CHECKPOINT_DISABLE"] = "1", ["TF_CLI_CONFIG_FILE"] = null };

    /// <summary>The JSON of each value, <c>!error</c> for what fails.</summary>
    /// <param name="expressions">The expressions; they may refer to nothing but <paramref name="locals"/>.</param>
    /// <param name="locals">Definitions of further local values.</param>
    public static async Task<string[]> Evaluate(IEnumerable<string> expressions, string locals = "")
    {
        var terraform = Tool.Find("terraform");
        using var folder = new TemporaryFolder();
        var results = expressions.Select(e => $"try(jsonencode({e}), \"!error\"),\n");
        await File.WriteAllTextAsync(folder.File("main.tf"), $"locals {{\n{locals}\nresults = [\n{string.Concat(results)}]\n}}\n");
        var (code, output, error) = await Tool.Run("/bin/sh", Environment, "-c", Script, terraform, folder.Path);
        Assert.That($"{code} {output.Trim()}", Does.StartWith("0 \""), error);
        return JsonSerializer.Deserialize<string[]>(Unquoted(output.Trim()))!;
    }

    /// <summary>The console writes a string as Go does, with escapes for what cannot be printed.</summary>
    static string Unquoted(string text)
    {
        var result = new StringBuilder();
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            var length = text[++i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            result.Append(length == 0 ? text[i].ToString() : char.ConvertFromUtf32(Convert.ToInt32(text.Substring(i + 1, length), 16)));
            i += length;
        }

        return result.ToString();
    }
}
