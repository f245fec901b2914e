using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>The README shows a real transcript of the demo, and the links in the documents lead somewhere.</summary>
public sealed class ReadmeTests
{
    [Test]
    public async Task Transcript_EveryLine_IsWhatTheDemoPrints()
    {
        using var story = new Story();
        var (_, output, _) = await story.Run("demo", "--keep", story.Folder);
        var printed = output.Split('\n').Select(l => l.TrimEnd()).ToHashSet(StringComparer.Ordinal);
        var readme = await File.ReadAllTextAsync(SourceFolder.File("README.md"));
        var transcript = readme.Split("```text\n")[1].Split("```")[0].Split('\n').Select(l => l.TrimEnd()).ToArray();

        var cut = transcript.Where(l => l.EndsWith('…')).Select(l => l[..^1]);

        Assert.That(transcript, Has.Length.GreaterThan(40));
        Assert.That(transcript.Where(l => !l.EndsWith('…') && !printed.Contains(l)), Is.Empty);
        Assert.That(cut.Where(start => !printed.Any(p => p.StartsWith(start, StringComparison.Ordinal))), Is.Empty);
    }

    [TestCase("README.md")]
    [TestCase("docs/codebase.md")]
    [TestCase("docs/decisions/README.md")]
    [TestCase("docs/store.md")]
    [TestCase("src/Fixer.Hcl/README.md")]
    public void Links_IntoTheRepository_LeadSomewhere(string document)
    {
        var folder = Path.GetDirectoryName(SourceFolder.File(document))!;
        var links = File.ReadAllText(SourceFolder.File(document)).Split("](").Skip(1).Select(part => part.Split(')')[0].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

        Assert.That(links.Where(link => !Path.Exists(Path.Combine(folder, link))), Is.Empty);
    }
}
