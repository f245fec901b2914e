using System.Text;
using Fixer.Testing;

namespace Fixer.Hcl.Tests;

/// <summary>What the readme shows is what happens.</summary>
public class ReadmeTests
{
    static readonly string Readme = File.ReadAllText(Path.Combine(SourceFolder.Root, "src", "Fixer.Hcl", "README.md"));

    [Test]
    public void Example_OfTheReadme_IsTheOneThatIsTested()
    {
        var source = File.ReadAllText(Path.Combine(SourceFolder.Root, "tests", "Fixer.Hcl.Tests", "ReadmeExample.cs"));
        var lines = source.Split("// example\n")[1].Split("        // end")[0].Split('\n').Select(l => l.StartsWith("        ", StringComparison.Ordinal) ? l[8..] : l);
        Assert.That(Readme, Does.Contain(string.Join('\n', lines).Trim()));
    }

    [Test]
    public void Example_Run_PrintsAndLeavesWhatTheReadmeShows()
    {
        var (before, after) = (Block("hcl", 0), Block("hcl", 1));
        var output = new StringWriter { NewLine = "\n" };
        var result = ReadmeExample.Run(Encoding.UTF8.GetBytes(before), output);
        Assert.That(output.ToString(), Is.EqualTo(Block("text", 0)));
        Assert.That(Encoding.UTF8.GetString(result), Is.EqualTo(after));
    }

    static string Block(string language, int index) => Readme.Split($"```{language}\n")[index + 1].Split("```")[0];
}
