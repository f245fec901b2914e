using System.Xml.Linq;
using Fixer.Testing;

namespace Fixer.Tests.Conventions;

/// <summary>Dependencies run one way: what decides must not be able to reach what acts.</summary>
public sealed class ProjectTests
{
    // A project may use what stands before it on one of these ways.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Fixer.Hcl"] = [],
        ["Fixer.Iac"] = ["Fixer.Hcl"],
        ["Fixer.Iam"] = [],
        ["Fixer"] = ["Fixer.Hcl", "Fixer.Iac", "Fixer.Iam"],
        ["Fixer.Playbooks"] = ["Fixer.Hcl", "Fixer.Iac", "Fixer.Iam", "Fixer"],
        ["Fixer.Adapters"] = ["Fixer.Hcl", "Fixer.Iac", "Fixer.Iam", "Fixer"],
        ["Fixer.Cli"] = ["Fixer.Hcl", "Fixer.Iac", "Fixer.Iam", "Fixer", "Fixer.Playbooks", "Fixer.Adapters"],
        ["Fixer.Lambda"] = ["Fixer.Hcl", "Fixer.Iac", "Fixer.Iam", "Fixer", "Fixer.Playbooks", "Fixer.Adapters"],
    };

    [TestCaseSource(nameof(Projects))]
    public void Project_UsesOnlyWhatStandsBeforeIt(string project)
    {
        Assert.That(Allowed, Contains.Key(project), "A new project needs its place in the order; see architecture.");
        Assert.That(References(project), Is.SubsetOf(Allowed[project]));
    }

    [Test]
    public void Projects_AreFound() => Assert.That(Projects(), Is.SupersetOf(new[] { "Fixer.Hcl", "Fixer.Iac", "Fixer", "Fixer.Playbooks", "Fixer.Adapters" }));

    /// <summary>The parser can be published alone: base class library only.</summary>
    [Test]
    public void Hcl_UsesNoPackage() => Assert.That(Elements("Fixer.Hcl", "PackageReference"), Is.Empty);

    /// <summary>Whoever decides has nothing to write a file, open a socket or start a process with, other than what the runtime itself has.</summary>
    [Test]
    public void Domain_UsesNoPackage() => Assert.Multiple(() =>
    {
        Assert.That(Elements("Fixer", "PackageReference"), Is.Empty);
        Assert.That(Elements("Fixer.Playbooks", "PackageReference"), Is.Empty);
    });

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(SourceFolder.File("src"), "*.csproj", SearchOption.AllDirectories).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    private static string[] References(string project) =>
        [.. Elements(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    private static IEnumerable<string> Elements(string project, string element) =>
        XDocument.Load(SourceFolder.File("src", project, project + ".csproj")).Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
