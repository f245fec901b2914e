using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Fixer.Adapters.Hcl2Json;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Iac.Opinions;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Hcl2Json;

/// <summary>HashiCorp's parser under Node, and programs called hcl2json that behave badly.</summary>
public class HashiCorpParserTests
{
    const string Module = """
        locals {
          hosts = {
            www = { to = "a", "k${1 + 1}" = [1, 2] }
            "old name" = { to = "b" }
          }
          list = concat(["p", "q"], [for n in ["r", "s"] : n], "${["t", "u"]}")
        }
        resource "a" "map" {
          for_each = local.hosts
        }
        resource "a" "set" {
          for_each = toset(local.list)
          list = [<<-EOT
            $${not} ${join(",", ["x"])}
          EOT
          ]
        }
        resource "a" "count" {
          count = 3
        }
        resource "a" "map2" {
          for_each = { "$${esc}" = 1, "%%{x}" = 2, 3 = 3 }
        }
        """;

    TemporaryFolder folder = null!;
    HashiCorpParser? real;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown()
    {
        real?.Dispose();
        real = null;
        folder.Dispose();
    }

    [TestCase("a.map[\"old name\"]")]
    [TestCase("a.map[\"www\"]")]
    [TestCase("a.set[\"p\"]")]
    [TestCase("a.set[\"s\"]")]
    [TestCase("a.set[\"u\"]")]
    [TestCase("a.count[2]")]
    [TestCase("a.map2[\"$${esc}\"]")]
    [TestCase("a.map2[\"%%{x}\"]")]
    [TestCase("a.map2[\"3\"]")]
    [TestCase("a.map2[\"3\"]", "a.map2[\"%%{x}\"]", "a.map2[\"$${esc}\"]", "a.count[0]", "a.count[1]", "a.count[2]", "a.set[\"q\"]", "a.set[\"r\"]")]
    public async Task Read_BeforeAndAfterARemoval_Agrees(params string[] addresses)
    {
        var opinion = await Ask(Real(), Module, addresses);

        Assert.That(opinion, Is.EqualTo(new Opinion(OpinionVerdict.Agrees, null)));
    }

    [TestCase("{ to = \"b\" }\n", "{ to = \"c\" }\n")]
    [TestCase("count = 3", "count = 2")]
    [TestCase("\"s\"", "\"S\"")]
    [TestCase("resource \"a\" \"count\" {\n  count = 3\n}\n", "")]
    [TestCase("${join(\",\"", "${join(\";\"")]
    [TestCase("= 3", "= = 3")]
    public async Task Read_EditThatDoesMore_Disagrees(string untouched, string damaged)
    {
        var opinion = await Ask(new Damaging(Real(), untouched, damaged), Module.ReplaceLineEndings("\n"), "a.map[\"www\"]");

        Assert.That(opinion.Verdict, Is.EqualTo(OpinionVerdict.Disagrees));
        Assert.That(opinion.Reason, Does.StartWith("after the edit, main.tf:"));
    }

    [TestCase("{ to = \"a\", \"k${1 + 1}\" = [1, 2] }", "jsonencode({ Statement = [\"x\", { Effect = \"Allow\" }] })")]
    [TestCase("\"b\"", "<<-EOT\n    x ${local.y}\n      %{ if z ~}\n    z\n    %{~ endif }\n  EOT\n")]
    [TestCase("3", "-0.5")]
    public async Task Read_BeforeAndAfterAValueIsSet_Agrees(string old, string now)
    {
        var source = Module.ReplaceLineEndings("\n");
        var start = Encoding.UTF8.GetByteCount(source[..source.IndexOf(old, StringComparison.Ordinal)]);
        var edit = new FileEdit("main.tf", [new TextEdit(new TextSpan(start, start + old.Length), now)]);

        var opinion = await SecondOpinion.Ask(Real(), [edit], _ => Text(source), default);

        Assert.That(opinion, Is.EqualTo(new Opinion(OpinionVerdict.Agrees, null)));
    }

    [Test]
    public async Task Read_BrokenText_SaysWhatIsWrongWithItAndReadsTheOthers()
    {
        var reading = await Real().Read([Text("a = = 1"), Text("a = \"é\"")], default);

        Assert.That(reading.Answers[0].Error, Does.Contain("Invalid expression"));
        Assert.That(reading.Answers[1].Json?.GetRawText(), Is.EqualTo("{\"a\":\"é\"}"));
    }

    /// <summary>This is HCL, and there is no JSON for it.</summary>
    [Test]
    public async Task Read_TextThatHcl2jsonCannotWrite_IsUnavailable() =>
        Assert.That((await Real().Read([Text("include \"a\" {}\ninclude {}\n")], default)).Unavailable, Does.StartWith("hcl2json fails: convert to HCL"));

    [Test]
    public async Task Read_NeitherProgram_IsUnavailable() =>
        Assert.That((await new HashiCorpParser(folder.Path, folder.Path).Read([Text("a = 1")], default)).Unavailable, Is.EqualTo("not found: " + HashiCorpParser.Places));

    [Test]
    public async Task Read_RelativeFolderOnPath_DoesNotCount() =>
        Assert.That((await new HashiCorpParser(Path.GetRelativePath(Environment.CurrentDirectory, Pretend("cat").Path), folder.Path).Read([Text("1")], default)).Answers, Is.Empty);

    [Test]
    public async Task Read_ProgramOnPath_IsGivenEachTextAlone()
    {
        var reading = await new HashiCorpParser(Pretend("cat").Path, folder.Path).Read([Text("[1]"), Text("{}")], default);

        Assert.That(reading.Answers.Select(a => a.Json?.GetRawText()), Is.EqualTo(new[] { "[1]", "{}" }));
    }

    [TestCase("echo 'parse config: no HCL' >&2; exit 1", null, "parse config: no HCL")]
    [TestCase("echo 'no memory' >&2; exit 1", "hcl2json fails: no memory", null)]
    [TestCase("exit 2", "hcl2json broke down with exit status 2", null)]
    [TestCase("yes", "wrote more than", null)]
    [TestCase("echo {", "", null)]
    [TestCase("sleep 60", "took more than 1 seconds", null)]
    public async Task Read_ProgramThatFails_IsToldFromTextThatDoes(string script, string? unavailable, string? error)
    {
        var parser = new HashiCorpParser(Pretend(script).Path, folder.Path) { Patience = TimeSpan.FromSeconds(script == "sleep 60" ? 1 : 60), MaxOutputBytes = 1 << 20 };

        var reading = await parser.Read([Text(new string(' ', 1 << 20))], default);

        Assert.That(reading.Unavailable, unavailable is null ? Is.Null : Does.Contain(unavailable));
        Assert.That(reading.Answers.Select(a => a.Error), Is.EqualTo(error is null ? Array.Empty<string>() : [error]));
    }

    [TestCase("read line; echo '[]'; cat", "did not answer to each text")]
    [TestCase("read line; echo '[1]'; cat", "An answer of Node is none")]
    [TestCase("read line; echo nonsense; cat", "is an invalid JSON literal")]
    [TestCase("read line; yes | tr -d '\\n'", "wrote more than")]
    [TestCase("exec sleep 60", "took more than 1 seconds")]
    [TestCase("exit 1", "broke down with exit status 1")]
    public async Task Read_NodeThatFails_IsUnavailable(string script, string reason)
    {
        using var parser = Node(script, patience: TimeSpan.FromSeconds(script.StartsWith("exec", StringComparison.Ordinal) ? 1 : 60));

        var reading = await parser.Read([Text("a = 1")], default);

        Assert.That(reading.Unavailable, Does.Contain(reason));
    }

    [Test]
    public async Task Read_NodeThatFailed_IsStartedAgain()
    {
        using var parser = Node($"read line; if [ -e {folder.File("started")} ]; then echo '[{{\"json\": 2}}]'; cat; fi; touch {folder.File("started")}; exit 1");

        var readings = new[] { await parser.Read([Text("a = 1")], default), await parser.Read([Text("a = 1")], default) };

        Assert.That(readings[0].Unavailable, Does.Contain("broke down"));
        Assert.That(readings[1].Answers.Single().Json?.GetRawText(), Is.EqualTo("2"));
    }

    [Test]
    public async Task Read_Again_AsksTheSameProcess()
    {
        using var parser = Node("while read line; do echo \"[{\\\"json\\\": $$}]\"; done");

        var readings = new[] { await parser.Read([Text("a = 1")], default), await parser.Read([Text("b = 1")], default) };

        Assert.That(readings[0].Answers.Single().Json?.GetInt32(), Is.EqualTo(readings[1].Answers.Single().Json?.GetInt32()));
    }

    [Test]
    public async Task Start_BeforeAReading_IsOfTheProcessThatIsAsked()
    {
        using var parser = Node($"echo $$ > {folder.File("pid")}; while read line; do echo \"[{{\\\"json\\\": $$}}]\"; done");
        parser.Start();
        Assert.That(() => File.Exists(folder.File("pid")) && File.ReadAllText(folder.File("pid")).EndsWith('\n'), Is.True.After(5000, 20));
        var started = File.ReadAllText(folder.File("pid")).Trim();

        var reading = await parser.Read([Text("a = 1")], default);

        Assert.That(reading.Answers.Single().Json?.GetRawText(), Is.EqualTo(started));
    }

    [Test]
    public async Task Dispose_AfterAReading_EndsTheProcess()
    {
        var parser = Node("while read line; do echo \"[{\\\"json\\\": $$}]\"; done");
        var process = (await parser.Read([Text("a = 1")], default)).Answers.Single().Json!.Value.GetInt32();

        parser.Dispose();

        Assert.That(() => Process.GetProcesses().Select(p => p.Id), Does.Not.Contain(process).After(5000, 100));
    }

    [Test]
    public async Task Read_TwoTextsTwice_AreAnsweredByOneNode()
    {
        var readings = new[] { await Real().Read([Text("a = 1"), Text("b = = 1")], default), await Real().Read([Text("c = \"\u2028\"")], default) };

        Assert.That(readings[0].Answers.Select(a => a.Json?.GetRawText()), Is.EqualTo(new[] { "{\"a\":1}", null }));
        Assert.That(readings[1].Answers.Single().Json?.GetProperty("c").GetString(), Is.EqualTo("\u2028"));
    }

    /// <summary>The repository that is edited may be the current folder; nothing in it should matter to a program that runs.</summary>
    [Test]
    public async Task Read_Program_WorksInItsOwnFolderWithFewVariables()
    {
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--require /nowhere");
        try
        {
            var reading = await new HashiCorpParser(Pretend("printf '[\"%s\",\"%s\"]' \"$PWD\" \"$NODE_OPTIONS\"").Path, folder.Path).Read([Text("a = 1")], default);

            Assert.That(reading.Answers.Single().Json?.GetRawText(), Is.EqualTo($"[\"{folder.Path}\",\"\"]"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("NODE_OPTIONS", null);
        }
    }

    [Test]
    public void Read_Cancelled_KillsTheProgram()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var parser = new HashiCorpParser(Pretend($"echo $$ > {folder.File("pid")}; exec sleep 60").Path, folder.Path);

        Assert.That(async () => await parser.Read([Text("a = 1")], cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => Process.GetProcesses().Select(p => p.Id), Does.Not.Contain(int.Parse(File.ReadAllText(folder.File("pid")).Trim(), null)).After(5000, 100));
    }

    /// <summary>A parser whose Node is a script.</summary>
    HashiCorpParser Node(string script, TimeSpan? patience = null)
    {
        Directory.CreateDirectory(folder.File("node_modules/@cdktf/hcl2json"));
        return new(Pretend(script, "node").Path, folder.Path) { Patience = patience ?? TimeSpan.FromSeconds(60), MaxOutputBytes = 1 << 20 };
    }

    /// <summary>The parser of the npm package; an hcl2json on PATH would come first.</summary>
    HashiCorpParser Real()
    {
        var node = Tool.Find("node");
        var packages = SourceFolder.File("eng", "hcl2json");
        if (!Directory.Exists(Path.Combine(packages, "node_modules", "@cdktf", "hcl2json")))
            Tool.Missing("The package is missing: npm ci --prefix eng/hcl2json");
        return real ??= new HashiCorpParser(Path.GetDirectoryName(node), packages);
    }

    TemporaryFolder Pretend(string script, string name = "hcl2json")
    {
        File.WriteAllText(folder.File(name), $"#!/bin/sh\n{script}\n");
        if (OperatingSystem.IsWindows())
            Tool.Missing("The programs are shell scripts.");
        else
            File.SetUnixFileMode(folder.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);

    static Task<Opinion> Ask(ISecondParser parser, string source, params string[] addresses)
    {
        var files = ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty.Add("main.tf", Text(source));
        var result = InstanceRemoval.Remove(ModuleFiles.Of(new SourceTree("acme/dns", "0", files)), "", addresses);
        var proven = result as ProvenRemoval ?? throw new AssertionException(((RefusedRemoval)result).Refusal.Message);
        return SecondOpinion.Ask(parser, proven.Edits, path => files[path], default);
    }

    /// <summary>Has another parser read something else than the file after the edit.</summary>
    sealed class Damaging(ISecondParser parser, string untouched, string damaged) : ISecondParser
    {
        public Task<ParserReading> Read(ImmutableArray<ReadOnlyMemory<byte>> sources, CancellationToken cancellation)
        {
            var after = Encoding.UTF8.GetString(sources[1].Span);
            return parser.Read(sources.SetItem(1, Text(after.Replace(untouched, damaged, StringComparison.Ordinal))), cancellation);
        }
    }
}
