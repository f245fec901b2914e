using System.Text.Json;
using Fixer.Cli;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary><c>fixer iac check</c> on folders as they are found: with links, pipes, tools' leftovers and files that must not be read.</summary>
public sealed class IacCheckTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Check_NothingWrong_IsZeroAndCountsTheFiles()
    {
        Write("main.tf", "a = 1\n");
        Write("modules/x/x.tf.json", "{}");
        Write("stack.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n");
        Write("values.yaml", "a: 1\n");

        var (code, output, error) = await Run(folder.Path);

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("3 files, 50 bytes, 3 without errors, 3 written back byte for byte, "));
    }

    /// <summary>Scripts rely on each of these names.</summary>
    [Test]
    public async Task CheckJson_BrokenFiles_HasTheDocumentedShape()
    {
        Write("b/main.tf", "a = 1\nb = = 2\n");
        Write("a.tf", "a {\n");

        var (code, output, _) = await Run(folder.Path, "--output", "json");

        Assert.That(code, Is.EqualTo(2));
        using var json = JsonDocument.Parse(output);
        var report = json.RootElement;
        Assert.That(Names(report), Is.EqualTo(new[] { "files", "bytes", "parsed", "roundTripIdentical", "seconds", "diagnostics" }));
        Assert.That(new[] { "files", "bytes", "parsed", "roundTripIdentical" }.Select(n => report.GetProperty(n).GetInt32()), Is.EqualTo(new[] { 2, 18, 0, 2 }));
        Assert.That(report.GetProperty("seconds").GetDouble(), Is.InRange(0, 60));
        var diagnostics = report.GetProperty("diagnostics").EnumerateArray().ToArray();
        Assert.That(Names(diagnostics[0]), Is.EqualTo(new[] { "path", "line", "column", "severity", "code", "message" }));
        Assert.That(diagnostics.Select(d => $"{d.GetProperty("path")}:{d.GetProperty("line")}:{d.GetProperty("column")} {d.GetProperty("severity")} {d.GetProperty("code")}"),
            Is.EqualTo(new[] { "a.tf:1:3 error HCL014", "b/main.tf:2:5 error HCL020" }));
    }

    [Test]
    public async Task Check_BrokenFile_IsALineForAPerson()
    {
        Write("main.tf", "a = 1\nb = = 2\n");

        var (code, output, _) = await Run(folder.Path);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.StartWith("main.tf:2:5: HCL020 An expression is expected here." + Environment.NewLine + "1 files, 14 bytes, 0 without errors, 1 written back byte for byte, "));
    }

    [TestCase(".terraform/modules/x/main.tf")]
    [TestCase("live/.terraform/x.tf")]
    [TestCase(".git/x.tf")]
    [TestCase("node_modules/x/main.tf")]
    [TestCase("readme.md")]
    public async Task Check_WhatToolsHavePutThere_IsPassedOver(string path)
    {
        Write(path, "a = = 1");

        var (code, output, _) = await Run(folder.Path);

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.StartWith("0 files, "));
    }

    [Test]
    public async Task Check_Links_AreNotFollowedAndOutsideRefused()
    {
        using var outside = new TemporaryFolder();
        await File.WriteAllTextAsync(outside.File("x.tf"), "a = = 1");
        Write("real/main.tf", "a = 1\n");
        Directory.CreateSymbolicLink(folder.File("again"), folder.File("real"));
        Directory.CreateSymbolicLink(folder.File("circle"), folder.Path);
        Directory.CreateSymbolicLink(folder.File("out"), outside.Path);
        File.CreateSymbolicLink(folder.File("out.tf"), outside.File("x.tf"));
        File.CreateSymbolicLink(folder.File("out.md"), outside.File("x.tf"));
        File.CreateSymbolicLink(folder.File("self.tf"), folder.File("self.tf"));

        var (code, output, _) = await Run(folder.Path);
        File.Delete(folder.File("self.tf")); // which no clean-up can look at

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output.Split(Environment.NewLine)[..2], Is.EqualTo(new[]
        {
            "out:1:1: CHK003 This symbolic link leads out of the folder that is checked; it is not followed.",
            "out.tf:1:1: CHK003 This symbolic link leads out of the folder that is checked; it is not followed.",
        }));
        Assert.That(output, Does.Contain("1 files, 6 bytes, 1 without errors"));
        foreach (var link in new[] { "again", "circle", "out" })
            Directory.Delete(folder.File(link));
    }

    [Test]
    public async Task Check_FilesThatCannotBeRead_AreDiagnostics()
    {
        Write("main.tf", "a = 1\n");
        Write("name\n\u001b.tf", "a = = 1");
        Write("large.tf", new string('\n', 17 << 20));
        Write("large.json", new string('\n', 17 << 20));
        if (!OperatingSystem.IsWindows())
        {
            // Opening a pipe that nobody writes to would wait for ever.
            await Tool.Run(Tool.Find("mkfifo"), new Dictionary<string, string?>(), folder.File("pipe.tf"));
        }

        var (code, output, _) = await Run(folder.Path);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("large.tf:1:1: CHK002 The file has 17825792 bytes"));
        Assert.That(output, Does.Contain("name\\n\\x1b.tf:1:5: HCL020"));
        Assert.That(output, Does.Not.Contain("large.json").And.Not.Contain("pipe.tf"));
    }

    [TestCase("nowhere")]
    [TestCase("main.tf")]
    public async Task Check_NoFolder_IsOneClearError(string path)
    {
        Write("main.tf", "a = 1\n");

        var (code, output, error) = await Run(folder.File(path));

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Is.EqualTo($"error: {folder.File(path)}: there is no such folder." + Environment.NewLine));
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        File.WriteAllText(folder.File(path), content);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await FixerCommand.Run(["iac", "check", .. args], new Terminal(output, error, interactive: false), FixedClock.AtStory());
        return (code, output.ToString(), error.ToString());
    }
}
