using System.Diagnostics;
using CsCheck;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Testing;

namespace Fixer.Tests.Changes;

/// <summary>A reviewer approves the diff, not the edit: it must show exactly what the edit does.</summary>
public sealed class UnifiedDiffTests
{
    [Test]
    public void Of_OneBlockRemoved_ShowsItWithThreeLinesAround() => Assert.That(
        Diff("a\nb\nc\nd\ne\nf\ng\nh\n", "e\n"),
        Is.EqualTo("--- a/main.tf\n+++ b/main.tf\n@@ -2,7 +2,6 @@\n b\n c\n d\n-e\n f\n g\n h\n"));

    [Test]
    public void Of_WindowsLineEndings_ShowsOnlyWhatChanged() =>
        Assert.That(Diff("a\r\nb\r\nc\r\n", "b\r\n"), Is.EqualTo("--- a/main.tf\n+++ b/main.tf\n@@ -1,3 +1,2 @@\n a\r\n-b\r\n c\r\n"));

    /// <summary>The end of the file is where counts and the missing last line ending go wrong.</summary>
    [Test]
    public void Of_LastLineWithoutEnding_SaysSo() =>
        Assert.That(Diff("a\nb", "b"), Is.EqualTo("--- a/main.tf\n+++ b/main.tf\n@@ -1,2 +1,1 @@\n a\n-b\n\\ No newline at end of file\n"));

    [Test]
    public void Of_ChangesFarApart_HaveAHunkEach()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i}\n"));
        var tree = A.Tree("acme/dns", ("main.tf", before));
        var (two, nineteen) = (before.IndexOf("2\n", StringComparison.Ordinal), before.IndexOf("19\n", StringComparison.Ordinal));
        var diff = UnifiedDiff.Of(tree, [new FileEdit("main.tf", [new TextEdit(new TextSpan(two, two + 2), ""), new TextEdit(new TextSpan(nineteen, nineteen + 3), "")])]);
        Assert.That(diff.Split('\n').Where(l => l.StartsWith('@')), Is.EqualTo(new[] { "@@ -1,5 +1,4 @@", "@@ -16,5 +15,4 @@" }));
    }

    /// <summary>A file may be called anything; its name must not add lines to what a reviewer reads.</summary>
    [Test]
    public void Of_NameWithANewline_StaysOnItsLine()
    {
        var diff = UnifiedDiff.Of(A.Tree("acme/dns", ("x\n+evil \"", "a\nb\n")), [new FileEdit("x\n+evil \"", [new TextEdit(new TextSpan(0, 2), "")])]);
        Assert.That(diff, Does.StartWith("--- \"a/x\\012+evil \\\"\"\n+++ \"b/x\\012+evil \\\"\"\n@@ "));
    }

    [Test]
    public void Of_TwoFiles_ShowsBothInOrder()
    {
        var tree = A.Tree("acme/dns", ("a.tf", "1\n2\n"), ("b.tf", "3\n4\n"));
        var diff = UnifiedDiff.Of(tree, [new FileEdit("b.tf", [new TextEdit(new TextSpan(0, 2), "")]), new FileEdit("a.tf", [new TextEdit(new TextSpan(2, 4), "")])]);
        Assert.That(diff.Split('\n').Where(l => l.StartsWith("---", StringComparison.Ordinal)), Is.EqualTo(new[] { "--- a/b.tf", "--- a/a.tf" }));
    }

    /// <summary>git is the judge: the diff of any removal of lines, applied to the file before, gives the file after.</summary>
    [Test]
    public void Of_AnyLinesRemoved_IsAPatchThatGitApplies()
    {
        Tool.Find("git");
        using var folder = new TemporaryFolder();
        Gen.Select(Gen.OneOf("a", "b", "", " ", "\tc", "d\r").Array[1, 14], Gen.Int[0, 13], Gen.Int[1, 4], Gen.Bool, Gen.OneOf("f.tf", "sub folder/f \"é\".tf")).Sample(
            (lines, from, count, final, path) =>
            {
                (from, count) = (from % lines.Length, Math.Min(count, lines.Length - (from % lines.Length)));
                var before = string.Join('\n', lines) + (final ? "\n" : "");
                var start = string.Concat(lines.Take(from).Select(l => l + "\n")).Length;
                var length = Math.Min(string.Concat(lines.Skip(from).Take(count).Select(l => l + "\n")).Length, before.Length - start);
                if (length == 0 || length == before.Length)
                    return true;
                FileEdit edit = new(path, [new TextEdit(new TextSpan(start, start + length), "")]);
                var diff = UnifiedDiff.Of(A.Tree("acme/dns", (path, before)), [edit]);

                Directory.CreateDirectory(folder.File("sub folder"));
                File.WriteAllText(folder.File(path), before);
                File.WriteAllText(folder.File("f.diff"), diff);
                return Git(folder.Path, "apply", "--whitespace=nowarn", "f.diff") == 0 && File.ReadAllText(folder.File(path)) == before.Remove(start, length);
            },
            iter: 60,
            threads: 1);
    }

    private static string Diff(string before, string removed)
    {
        var start = before.IndexOf(removed, StringComparison.Ordinal);
        return UnifiedDiff.Of(A.Tree("acme/dns", ("main.tf", before)), [new FileEdit("main.tf", [new TextEdit(new TextSpan(start, start + removed.Length), "")])]);
    }

    private static int Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        git.StandardOutput.ReadToEnd();
        git.StandardError.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode;
    }
}
