using Fixer.Testing;

namespace Fixer.Playbooks.Tests;

/// <summary>
/// <c>Cases/&lt;playbook&gt;/&lt;case&gt;/</c>: <c>case.md</c> says why it is there, <c>before/</c> what is given, <c>expected/</c> what is found and done.
/// <c>eng/accept</c> rewrites the expectations; review what it changed.
/// </summary>
public sealed class CaseTests
{
    private static readonly bool Accepting = Environment.GetEnvironmentVariable("FIXER_ACCEPT") == "1";

    [TestCaseSource(nameof(Cases))]
    public void Case_IsFoundAndFixedAsExpected(string playbook, string name)
    {
        var played = new PlaybookCase(All.Find(playbook)!, Folder(playbook, name));
        Compare(Path.Combine(Folder(playbook, name), "expected", "findings.txt"), played.FindingsText());
        Compare(Path.Combine(Folder(playbook, name), "expected", "fix.txt"), played.FixText());
    }

    /// <summary>A fixture called fail is found, one called pass is not: a case cannot be accepted into saying the opposite.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Case_FindsWhatIsNamedFailAndNothingNamedPass(string playbook, string name)
    {
        var played = new PlaybookCase(All.Find(playbook)!, Folder(playbook, name));
        var (inventory, _, _) = CaseInventory.Read(Path.Combine(Folder(playbook, name), "before"));
        Assert.Multiple(() =>
        {
            foreach (var record in inventory.Records)
            {
                var found = played.Findings.Any(f => f.Resource == record.Resource);
                var label = $"{record.Name}/{record.Routing?.SetIdentifier}";
                Assert.That(label.Contains("pass", StringComparison.Ordinal) != label.Contains("fail", StringComparison.Ordinal), $"{label} must be called pass or fail");
                Assert.That(found, Is.EqualTo(label.Contains("fail", StringComparison.Ordinal)), label);
            }
        });
    }

    [TestCaseSource(nameof(Cases))]
    public void Case_SaysInOneSentenceWhyItIsThere(string playbook, string name)
    {
        var why = File.ReadAllText(Path.Combine(Folder(playbook, name), "case.md"));
        Assert.That(why, Does.EndWith(".\n"));
        Assert.That(why.TrimEnd('\n'), Does.Not.Contain("\n").And.Length.LessThan(300));
    }

    [Test]
    public void EveryPlaybook_HasCases() => Assert.That(All.Playbooks.Select(p => p.Id), Is.SubsetOf(Cases().Select(c => (string)c.Arguments[0]!)));

    internal static IEnumerable<TestCaseData> Cases() =>
        from playbook in Directory.GetDirectories(Root).Order(StringComparer.Ordinal)
        from folder in Directory.GetDirectories(playbook).Order(StringComparer.Ordinal)
        select new TestCaseData(Path.GetFileName(playbook), Path.GetFileName(folder)).SetArgDisplayNames(Path.GetFileName(folder));

    internal static string Folder(string playbook, string name) => Path.Combine(Root, playbook, name);

    // The sources, not the copies beside the test: accepting must write where git sees it.
    private static string Root => SourceFolder.File("tests", "Fixer.Playbooks.Tests", "Cases");

    private static void Compare(string path, string actual)
    {
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.That(File.Exists(path), $"{path} is missing. Write it, or run eng/accept and review.");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)), "Run eng/accept if this is meant, and review the difference.");
    }
}
