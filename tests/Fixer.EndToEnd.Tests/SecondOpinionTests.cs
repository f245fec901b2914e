using System.Text.Json;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>What <c>fixer iac remove</c> makes of what HashiCorp's parser says.</summary>
public sealed class SecondOpinionTests
{
    private const string Main = """
        variable "names" {
          type = set(string)
        }
        resource "a" "block" {}
        resource "a" "var" {
          for_each = var.names
        }
        resource "a" "map" {
          for_each = { p = 1, q = 2 }
        }
        resource "a" "loop" {
          for_each = { for r in [{ n = "p" }, { n = "q" }] : r.n => r }
        }
        module "m" {
          source  = "./m"
          records = [{ n = "p" }, { n = "q" }]
        }
        """;

    private const string Inner = """
        variable "records" {}
        resource "a" "this" {
          for_each = { for r in var.records : r.n => r }
        }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("root/m"));
        File.WriteAllText(folder.File("root/main.tf"), Main);
        File.WriteAllText(folder.File("root/m/main.tf"), Inner);
        File.WriteAllText(folder.File("root/terraform.tfvars"), "names = [\"p\", \"q\"]\n");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("a.block")]
    [TestCase("a.map[\"p\"]")]
    [TestCase("a.var[\"q\"]")]
    [TestCase("a.loop[\"p\"]")]
    [TestCase("module.m.a.this[\"q\"]")]
    public async Task Remove_HashiCorpsParserAtHand_Agrees(string address)
    {
        var packages = SourceFolder.File("eng", "hcl2json");
        if (!Directory.Exists(Path.Combine(packages, "node_modules")))
            Tool.Missing("The package is missing: npm ci --prefix eng/hcl2json");

        var (code, result) = await Remove(Path.GetDirectoryName(Tool.Find("node"))!, packages, address);

        Assert.That(code, Is.Zero, result.ToString());
        Assert.That(result.GetProperty("proof").GetProperty("hcl2json").GetString(), Is.EqualTo("agrees"));
    }

    [Test]
    public async Task Remove_NoParserAnywhere_SaysSo()
    {
        var (code, result) = await Remove(folder.Path, folder.Path, "a.block");

        Assert.That(code, Is.Zero, result.ToString());
        Assert.That(result.GetProperty("proof").GetProperty("hcl2json").GetString(), Is.EqualTo("unavailable"));
    }

    [Test]
    public async Task RemoveWrite_ParserThatSeesAnotherDifference_IsRefusedAndWritesNothing()
    {
        File.WriteAllText(folder.File("hcl2json"), "#!/bin/sh\necho '{\"resource\":{\"a\":{\"other\":[{}]}}}'\n");
        if (OperatingSystem.IsWindows())
            Tool.Missing("The program is a shell script.");
        else
            File.SetUnixFileMode(folder.File("hcl2json"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var (code, result) = await Remove(folder.Path, folder.Path, "a.block", "--write");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(result.GetProperty("verdict").GetString(), Is.EqualTo("refused"));
        Assert.That(result.GetProperty("refusal").ToString(), Does.Contain("roofFailed").And.Contain("main.tf: resource.a does not have what is removed"));
        Assert.That(result.GetProperty("proof").GetProperty("hcl2json").GetString(), Is.EqualTo("disagrees"));
        Assert.That(File.ReadAllText(folder.File("root/main.tf")), Is.EqualTo(Main));
    }

    /// <summary>In a process of its own, whose PATH is one folder.</summary>
    private async Task<(int Code, JsonElement Result)> Remove(string path, string packages, string address, params string[] arguments)
    {
        var environment = new Dictionary<string, string?> { ["PATH"] = path, ["FIXER_HCL2JSON"] = packages };
        var (code, output, error) = await Tool.Run(Tool.Find("dotnet"), environment, [Path.Combine(AppContext.BaseDirectory, "Fixer.Cli.dll"), "iac", "remove", folder.File("root"), "--address", address, "--output", "json", .. arguments]);
        Assert.That(error, Is.Empty);
        return (code, JsonSerializer.Deserialize<JsonElement>(output));
    }
}
