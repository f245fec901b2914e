using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Fixer.Adapters.Hcl2Json;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Iac.Checking;
using Fixer.Iac.Opinions;
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
        var (code, result) = await Remove(Path.GetDirectoryName(Tool.Find("node"))!, Packages(), address);

        Assert.That(code, Is.Zero, result.ToString());
        Assert.That(result.GetProperty("proof").GetProperty("hcl2json").GetString(), Is.EqualTo("agrees"));
    }

    /// <summary>The edits of all cases of removals are asked about together.</summary>
    [Test]
    public async Task Ask_CasesOfRemovals_Agrees()
    {
        var cases = SourceFolder.File("tests", "Fixer.Iac.Tests", "Cases", "iac-remove");
        var before = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var edits = new List<FileEdit>();
        foreach (var folder in Directory.GetDirectories(cases).Where(f => !File.Exists(Path.Combine(f, "refusal.txt"))).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            var files = Files(Path.Combine(folder, "before"));
            foreach (var (path, after) in Files(Path.Combine(folder, "after")).Where(f => SourceCheck.IsHcl(f.Key)))
            {
                before[$"{name}/{path}"] = files[path];
                edits.Add(new FileEdit($"{name}/{path}", [Edit(files[path].Span, after.Span)]));
            }
        }

        Assert.That(edits, Has.Count.GreaterThan(30));
        using var parser = Parser();
        Assert.That(await SecondOpinion.Ask(parser, edits, p => before[p], default), Is.EqualTo(new Opinion(OpinionVerdict.Agrees, null)));
    }

    /// <summary>What makes one text of the other, in one piece.</summary>
    private static TextEdit Edit(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var start = before.CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return new TextEdit(new TextSpan(start, before.Length - end), Encoding.UTF8.GetString(after[start..^end]));
    }

    /// <summary>Whatever a file has in it, both parsers read it alike: else edits of it would be refused without need.</summary>
    [Test]
    public async Task Ask_AnyFileOfTheTests_Agrees()
    {
        var files = Files(SourceFolder.File("tests")).Where(f => SourceCheck.IsHcl(f.Key) && !f.Key.Contains("/bin/", StringComparison.Ordinal) && SourceCheck.Of(f.Key, f.Value)!.Diagnostics.IsEmpty).ToDictionary(StringComparer.Ordinal);

        using var parser = Parser();
        var opinion = await SecondOpinion.Ask(parser, files.Select(f => new FileEdit(f.Key, [new TextEdit(new TextSpan(f.Value.Length, f.Value.Length), "\n")])), p => files[p], default);

        Assert.That(files, Has.Count.GreaterThan(300));
        Assert.That(opinion, Is.EqualTo(new Opinion(OpinionVerdict.Agrees, null)));
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
        Assert.That(result.GetProperty("refusal").ToString(), Does.Contain("roofFailed").And.Contain("before the edit, ").And.Contain("root/main.tf:1: variable is not read"));
        Assert.That(result.GetProperty("proof").GetProperty("hcl2json").GetString(), Is.EqualTo("disagrees"));
        Assert.That(File.ReadAllText(folder.File("root/main.tf")), Is.EqualTo(Main));
    }

    private static HashiCorpParser Parser() => new(Path.GetDirectoryName(Tool.Find("node")), Packages()) { Patience = TimeSpan.FromMinutes(5) };

    private static string Packages()
    {
        var packages = SourceFolder.File("eng", "hcl2json");
        if (!Directory.Exists(Path.Combine(packages, "node_modules", "@cdktf", "hcl2json")))
            Tool.Missing("The package is missing: npm ci --prefix eng/hcl2json");
        return packages;
    }

    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);

    /// <summary>In a process of its own, whose PATH is one folder.</summary>
    private async Task<(int Code, JsonElement Result)> Remove(string path, string packages, string address, params string[] arguments)
    {
        var environment = new Dictionary<string, string?> { ["PATH"] = path, ["FIXER_HCL2JSON"] = packages };
        var (code, output, error) = await Tool.Run(Tool.Find("dotnet"), environment, [Path.Combine(AppContext.BaseDirectory, "Fixer.Cli.dll"), "iac", "remove", folder.File("root"), "--address", address, "--output", "json", .. arguments]);
        Assert.That(error, Is.Empty);
        return (code, JsonSerializer.Deserialize<JsonElement>(output));
    }
}
