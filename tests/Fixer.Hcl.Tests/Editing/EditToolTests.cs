using System.Text;
using System.Text.Json;
using Fixer.Testing;

namespace Fixer.Hcl.Tests;

/// <summary>What HashiCorp's own programs say of the results of edits.</summary>
public class EditToolTests
{
    const int GeneratedFiles = 500;

    static readonly Dictionary<string, string?> Environment = new() { ["CHECKPOINT_DISABLE"] = "1" };

    [Test]
    public async Task Edits_OfCanonicalCase_GiveCanonicalFiles()
    {
        var terraform = Tool.Find("terraform");
        using var folder = new TemporaryFolder();
        foreach (var edit in EditCase.All)
        {
            Write(folder, Path.Combine("before", edit.Name, "main.tf"), edit.Before);
            Write(folder, Path.Combine("after", edit.Name, "main.tf"), edit.After);
        }

        var wrong = await NotCanonical(terraform, folder.Path);
        Assert.That(wrong.Where(p => p.StartsWith("after", StringComparison.Ordinal) && !wrong.Contains("before" + p["after".Length..])), Is.Empty);
        Assert.That(wrong.Count(p => p.StartsWith("before", StringComparison.Ordinal)), Is.LessThan(20), "most cases are canonical to start with");
    }

    [Test]
    public async Task Edits_OfCanonicalGeneratedFile_GiveCanonicalFiles()
    {
        var terraform = Tool.Find("terraform");
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        for (var i = 0; i < GeneratedFiles; i++)
            Write(folder, $"{i}.tf", new GeneratedSource(Bytes(random, 20 + random.Next(180))).Text);
        var (code, _, error) = await Tool.Run(terraform, Environment, "fmt", "-list=false", folder.Path);
        Assert.That(code, Is.Zero, error);
        for (var i = 0; i < GeneratedFiles; i++)
        {
            var file = HclFile.Parse(await File.ReadAllBytesAsync(folder.File($"{i}.tf")));
            var result = HclEdits.Apply(file, GeneratedEdit.Any(file, Bytes(random, 12)));
            await File.WriteAllBytesAsync(folder.File($"{i}.tf"), result.ToBytes());
        }

        Assert.That(await NotCanonical(terraform, folder.Path), Is.Empty);
    }

    [Test]
    public async Task Edits_OfAnyFile_GiveFilesThatHashiCorpsParserReads()
    {
        var node = Tool.Find("node");
        var package = SourceFolder.File("eng", "hcl2json", "node_modules", "@cdktf", "hcl2json");
        if (!Directory.Exists(package))
            Tool.Missing("The package is missing: npm ci --prefix eng/hcl2json");
        using var folder = new TemporaryFolder();
        var paths = EditCaseTests.Results().Concat(GeneratedResults()).Select((result, i) => Write(folder, $"{i}.tf", result)).ToArray();
        await File.WriteAllLinesAsync(folder.File("list"), paths);
        var (code, output, error) = await Tool.Run(node, Environment, SourceFolder.File("eng", "hcl2json", "parse.js"), "@" + folder.File("list"));
        Assert.That(code, Is.Zero, error);
        var results = JsonSerializer.Deserialize<Dictionary<string, string>>(output)!;
        Assert.That(results.Keys, Is.EquivalentTo(paths));
        Assert.That(results.Where(r => r.Value != "ok").Select(r => $"{File.ReadAllText(r.Key)}\n{r.Value}"), Is.Empty);
    }

    static IEnumerable<string> GeneratedResults()
    {
        var random = new Random(2);
        for (var i = 0; i < GeneratedFiles; i++)
        {
            var file = Hcl.Parse(new GeneratedSource(Bytes(random, 20 + random.Next(180)), i % 2 == 0 ? "\n" : "\r\n").Text);
            yield return Encoding.UTF8.GetString(HclEdits.Apply(file, GeneratedEdit.Any(file, Bytes(random, 12))).ToBytes());
        }
    }

    /// <summary>Paths, relative to the folder, of the files that <c>terraform fmt</c> would change.</summary>
    static async Task<string[]> NotCanonical(string terraform, string folder)
    {
        var (code, output, error) = await Tool.Run(terraform, Environment, "fmt", "-check", "-recursive", folder);
        Assert.That(code, Is.Zero.Or.EqualTo(3), error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => Path.GetRelativePath(folder, Path.GetFullPath(p)))];
    }

    static string Write(TemporaryFolder folder, string path, string text)
    {
        var file = folder.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        return file;
    }

    static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
