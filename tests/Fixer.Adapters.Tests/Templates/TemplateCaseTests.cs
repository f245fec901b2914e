using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fixer.Adapters.Templates;
using Fixer.Changes;

namespace Fixer.Adapters.Tests.Templates;

/// <summary>What people read, beside what it is rendered from. FIXER_ACCEPT=1 rewrites the expectations.</summary>
sealed class TemplateCaseTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static IEnumerable<string> Cases() =>
        Directory.GetDirectories(Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases/templates")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Rendered_IsAsExpected(string name)
    {
        var folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases/templates", name);
        Assert.That(File.Exists(Path.Combine(folder, "case.md")), "Every case says why it exists.");

        foreach (var (file, text) in Render(File.ReadAllText(Path.Combine(folder, "input.json"))))
        {
            if (Environment.GetEnvironmentVariable("FIXER_ACCEPT") == "1")
                File.WriteAllText(Path.Combine(SourceFolder(), "../Cases/templates", name, file), text);
            else
                Assert.That(text, Is.EqualTo(File.ReadAllText(Path.Combine(folder, file))), file);
        }
    }

    private static IEnumerable<(string File, string Text)> Render(string input)
    {
        var templates = new LiquidTemplates();
        using var document = JsonDocument.Parse(input);
        if (document.RootElement.TryGetProperty("lines", out _))
        {
            yield return ("expected.txt", Text(templates.Digest(JsonSerializer.Deserialize<Digest>(input, Json)!)));
            yield break;
        }

        switch (JsonSerializer.Deserialize<Change>(input, Json))
        {
            case PullRequestChange change:
                yield return ("expected.md", templates.PullRequestBody(change));
                yield return ("expected-commit.txt", templates.CommitMessage(change));
                break;
            case Handoff handoff:
                yield return ("expected.txt", Text(templates.HandoffMail(handoff, "owners@example.com")));
                break;
        }
    }

    private static string Text(Message message) => $"id: {message.Id}\nto: {message.To}\nsubject: {message.Subject}\n\n{message.Body}";

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
