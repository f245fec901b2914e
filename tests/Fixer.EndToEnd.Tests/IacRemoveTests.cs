using System.Text.Json;
using Fixer.Cli;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary><c>fixer iac remove</c> as scripts see it.</summary>
public sealed class IacRemoveTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        File.WriteAllText(folder.File("main.tf"), "resource \"aws_eip\" \"a\" {\n}\n\nresource \"aws_eip\" \"b\" {\n}\n");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    /// <summary>The last block of a file: what the file has become is shorter than where the edit stood.</summary>
    [Test]
    public async Task Remove_WithWrite_SaysWhatItSaysWithout([Values("json", "table")] string output)
    {
        var asked = await Remove("aws_eip.b", output);
        var done = await Remove("aws_eip.b", output, "--write");

        Assert.That(done, Is.EqualTo(asked));
        Assert.That(done, Does.Contain("-resource").And.Contain("removed"));
        Assert.That(await File.ReadAllTextAsync(folder.File("main.tf")), Is.EqualTo("resource \"aws_eip\" \"a\" {\n}\n"));
    }

    [Test]
    public async Task Remove_WithoutWrite_ChangesNothing()
    {
        var before = await File.ReadAllTextAsync(folder.File("main.tf"));

        using var said = JsonDocument.Parse(await Remove("aws_eip.a", "json"));

        Assert.That(said.RootElement.GetProperty("verdict").GetString(), Is.EqualTo("removed"));
        Assert.That(await File.ReadAllTextAsync(folder.File("main.tf")), Is.EqualTo(before));
    }

    private async Task<string> Remove(string address, string output, params string[] options)
    {
        using StringWriter said = new(), error = new();
        var code = await FixerCommand.Run(
            ["iac", "remove", folder.Path, "--address", address, "--output", output, .. options], new Terminal(said, error, interactive: false), FixedClock.AtStory());
        Assert.That((code, error.ToString()), Is.EqualTo((0, "")));
        return said.ToString();
    }
}
