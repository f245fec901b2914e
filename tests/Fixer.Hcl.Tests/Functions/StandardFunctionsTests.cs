using System.Text.Json;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Testing;

namespace Fixer.Hcl.Tests.Functions;

public class StandardFunctionsTests
{
    /// <summary>They read files, or need a library for YAML.</summary>
    static readonly string[] NotHere =
        ["abspath", "file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5", "fileset", "filesha1", "filesha256", "filesha512", "templatefile", "yamldecode", "yamlencode"];

    [Test]
    public void All_EveryFunction_IsThereUnderBothNames() =>
        Assert.That(StandardFunctions.All.Keys.Where(n => !n.Contains(':')).Select(n => StandardFunctions.All["core::" + n] == StandardFunctions.All[n]), Is.All.True);

    [Test]
    public async Task All_Functions_AreThoseOfTerraformWithTheirParameters()
    {
        var (_, output, _) = await Tool.Run(Tool.Find("terraform"), new Dictionary<string, string?>(), "metadata", "functions", "-json");
        using var document = JsonDocument.Parse(output);
        var signatures = document.RootElement.GetProperty("function_signatures").EnumerateObject().ToDictionary(f => f.Name, f => f.Value);
        Assert.That(StandardFunctions.All.Keys, Is.EquivalentTo(signatures.Keys.Where(n => !NotHere.Contains(n.Replace("core::", "", StringComparison.Ordinal)))));
        foreach (var (name, function) in StandardFunctions.All)
        {
            if (function is HclValueFunction ofValues)
                Assert.That(Signature(ofValues), Is.EqualTo(Signature(signatures[name])), name);
        }
    }

    static string Signature(HclValueFunction function) =>
        string.Join(", ", function.Parameters.Select(p => p.Name)) + (function.Variadic is { } more ? $" {more.Name}..." : "");

    static string Signature(JsonElement signature) =>
        (signature.TryGetProperty("parameters", out var parameters) ? string.Join(", ", parameters.EnumerateArray().Select(Name)) : "")
        + (signature.TryGetProperty("variadic_parameter", out var more) ? $" {Name(more)}..." : "");

    static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;
}
