using Fixer.Changes;
using Fixer.Findings;
using Fixer.Testing;

namespace Fixer.Playbooks.Tests;

/// <summary>What every playbook must have, whoever writes it. Roles are made from the declarations, so a wrong one is a wrong permission.</summary>
[TestFixtureSource(typeof(All), nameof(All.Playbooks))]
public sealed class PlaybookLintTests(Playbook playbook)
{
    private static readonly string[] ReadingVerbs = ["Describe", "Get", "List", "Lookup"];

    [Test]
    public void Id_IsKebabCaseAndUnique() => Assert.Multiple(() =>
    {
        Assert.That(playbook.Id.Split('-').All(w => w.Length > 0 && w.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))), playbook.Id);
        Assert.That(All.Playbooks.Count(p => p.Id == playbook.Id), Is.EqualTo(1));
        Assert.That(All.Find(playbook.Id), Is.SameAs(playbook));
        // The ledger's tag key is fixer:<id>, at most 128 characters; the role's name fixer-playbook-<id>, at most 64.
        Assert.That($"fixer-playbook-{playbook.Id}", Has.Length.LessThanOrEqualTo(64));
    });

    [Test]
    public void Title_IsOneLine() => Assert.That(playbook.Title, Is.Not.Empty.And.Not.Contain("\n").And.Not.EndsWith("."));

    [TestCase("Risk")]
    [TestCase("Fix")]
    [TestCase("Undo")]
    [TestCase("When it refuses")]
    public void Readme_HasTheSection(string section) => Assert.That(All.Readme(playbook).Split('\n'), Has.Member($"## {section}"));

    [Test]
    public void Readme_BeginsWithTheId() => Assert.That(All.Readme(playbook), Does.StartWith($"# {playbook.Id}\n"));

    /// <summary>Whoever is refused looks the name up.</summary>
    [Test]
    public void Readme_NamesEveryRefusalOfTheFix()
    {
        var codes = RefusalsIn("Fix.cs");
        Assert.That(codes, Is.Not.Empty);
        Assert.That(codes.Where(c => !All.Readme(playbook).Contains($"`{c}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Permissions_AreSortedAndWellFormed() => Assert.Multiple(() =>
    {
        foreach (var actions in new[] { playbook.Permissions.Read, playbook.Permissions.Tag, playbook.Permissions.Fix })
        {
            Assert.That(actions, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
            Assert.That(actions.Where(a => !IsAction(a)), Is.Empty);
        }
    });

    [Test]
    public void ReadPermissions_OnlyRead() => Assert.That(
        playbook.Permissions.Read.Where(a => !ReadingVerbs.Any(v => a.Split(':')[1].StartsWith(v, StringComparison.Ordinal))), Is.Empty);

    [Test]
    public void TagPermissions_OnlyTag() => Assert.That(playbook.Permissions.Tag, Is.All.Contains("Tag"));

    [Test]
    public void Triggers_AreWellFormedEvents() => Assert.Multiple(() =>
    {
        Assert.That(playbook.Triggers, Is.Not.Empty.And.Unique);
        Assert.That(playbook.Triggers.Where(t => !IsAction(t)), Is.Empty);
    });

    /// <summary>The playbook's role can do what its cases need, and nothing that none of them needs; undo included.</summary>
    [Test]
    public void FixPermissions_AreThoseOfTheStepsInItsCases()
    {
        var steps = CaseTests.Cases().Where(c => (string)c.Arguments[0]! == playbook.Id)
            .SelectMany(c => new PlaybookCase(playbook, CaseTests.Folder(playbook.Id, (string)c.Arguments[1]!)).Results)
            .Select(r => r.Result.Change).OfType<ApiChange>().SelectMany(c => c.Steps);
        var needed = steps.SelectMany(s => s.Permissions.Concat(s.Inverse.Permissions)).Distinct().Order(StringComparer.Ordinal);
        Assert.That(needed, Is.EqualTo(playbook.Permissions.Fix));
    }

    private static bool IsAction(string action) => action.Split(':') is [var service, var name]
        && service.Length > 0 && service.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name.Length > 0 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    private string[] RefusalsIn(string file)
    {
        const string Marker = "RefusalCode.";
        var text = File.ReadAllText(SourceFolder.File(["src", "Fixer.Playbooks", .. playbook.Folder.Split('/'), file]));
        return [.. text.Split(Marker).Skip(1).Select(rest => new string([.. rest.TakeWhile(char.IsAsciiLetter)])).Where(n => Enum.TryParse<RefusalCode>(n, out _)).Distinct()];
    }
}
