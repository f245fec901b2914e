using Fixer.Testing;

namespace Fixer.Tests.Conventions;

/// <summary>What a reader may rely on when opening any file of the product.</summary>
public sealed class SourceTests
{
    // In the order of the flow; a stage uses only earlier ones.
    private static readonly string[] Stages = ["Inventory", "Findings", "Ownership", "Planning", "Changes", "Verification"];

    private static readonly string[] TypeWords = ["class", "record", "struct", "interface", "enum"];
    private static readonly string[] EmptyEndings = ["Manager", "Helper", "Helpers", "Utils", "Util", "Utilities", "Service", "Base"];

    [TestCaseSource(nameof(Stages))]
    public void Stage_UsesOnlyEarlierStages(string stage)
    {
        var later = Stages[(Array.IndexOf(Stages, stage) + 1)..];
        var files = Files("src/Fixer/" + stage);
        Assert.That(files, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (path, lines) in files)
            {
                foreach (var line in lines.Where(l => !IsComment(l)))
                    Assert.That(later.Where(l => Uses(line, l)), Is.Empty, $"{path}: {line.Trim()}");
            }
        });
    }

    [Test]
    public void Stages_AreAllTheFoldersOfTheDomain() => Assert.That(
        Directory.EnumerateDirectories(SourceFolder.File("src", "Fixer")).Select(Path.GetFileName).Except(["bin", "obj"]), Is.EquivalentTo(Stages));

    /// <summary>A name that says nothing hides what a thing is for; a type called Fixer would shadow the product's namespace.</summary>
    [Test]
    public void Types_HaveNamesThatSaySomething()
    {
        var names = Files("src").SelectMany(f => f.Lines.Where(l => !IsComment(l)).SelectMany(TypesIn).Select(n => (f.Path, Name: n))).ToArray();
        Assert.That(names, Has.Length.GreaterThan(150), "the search must find the types, or it proves nothing");
        Assert.That(names.Where(n => n.Name == "Fixer" || EmptyEndings.Any(e => n.Name.EndsWith(e, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Files_HaveAtMostThreeHundredLines() =>
        Assert.That(Files("src").Where(f => f.Lines.Length > 300).Select(f => $"{f.Path}: {f.Lines.Length}"), Is.Empty);

    private static (string Path, string[] Lines)[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(SourceFolder.File(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(SourceFolder.Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/bin/", StringComparison.Ordinal) && !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/Cases/", StringComparison.Ordinal))
            .Select(p => (p, File.ReadAllLines(SourceFolder.File(p.Split('/'))))),
    ];

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    // "using Fixer.Changes;", "Fixer.Changes.Plan", "Changes.Plan"; not "x.Changes.Count()", which is a member.
    private static bool Uses(string line, string stage)
    {
        if (line.StartsWith($"using Fixer.{stage};", StringComparison.Ordinal))
            return true;
        for (var at = line.IndexOf(stage + ".", StringComparison.Ordinal); at >= 0; at = line.IndexOf(stage + ".", at + 1, StringComparison.Ordinal))
        {
            var before = line[..at];
            if (before.EndsWith("Fixer.", StringComparison.Ordinal) || !(before.Length > 0 && (char.IsLetterOrDigit(before[^1]) || before[^1] is '.' or '_')))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> TypesIn(string line)
    {
        var words = line.Split([' ', '(', '<', ':', '{', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (TypeWords.Contains(words[i]) && !TypeWords.Contains(words[i + 1]) && (i == 0 || !words[i - 1].Contains('"')) && char.IsAsciiLetterUpper(words[i + 1][0]))
                yield return words[i + 1];
        }
    }
}
