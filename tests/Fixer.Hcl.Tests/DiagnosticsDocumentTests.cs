using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Fixer.Hcl.Tests;

/// <summary>docs/hcl-diagnostics.md is where people look a code up: it must list each, and its examples must be ones.</summary>
public class DiagnosticsDocumentTests
{
    static readonly Example[] Examples = [.. Read(File.ReadAllLines(Path.Combine(SourceFolder(), "..", "..", "docs", "hcl-diagnostics.md")))];

    [Test]
    public void Document_ListsEachKindOfDiagnosticOnceAndInOrder() =>
        Assert.That(Examples.Select(e => (e.Code, e.Message)), Is.EqualTo(Table().OrderBy(k => k.Code, StringComparer.Ordinal)));

    [TestCaseSource(nameof(Examples))]
    public void Document_Example_YieldsWhatItIsFor(Example example)
    {
        var diagnostics = example.IsExpression ? HclFragment.ParseExpression(example.Source).Diagnostics : HclFile.Parse(example.Source).Diagnostics;
        Assert.Multiple(() =>
        {
            Assert.That(diagnostics.Select(d => (d.Code, d.Message)), Does.Contain((example.Code, example.Message)));
            Assert.That(diagnostics.Select(d => d.Code).Distinct(), Is.EqualTo(new[] { example.Code }));
        });
    }

    static IEnumerable<(string Code, string Message)> Table() =>
        from field in typeof(HclFile).Assembly.GetType("Fixer.Hcl.HclDiagnostics")!.GetFields(BindingFlags.Static | BindingFlags.Public)
        let kind = field.GetValue(null)!
        select (Text(kind, "Code"), Text(kind, "Message"));

    static string Text(object kind, string property) => (string)kind.GetType().GetProperty(property)!.GetValue(kind)!;

    static IEnumerable<Example> Read(string[] lines)
    {
        var (code, message) = ("", "");
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("### ", StringComparison.Ordinal))
                code = lines[i][4..];
            else if (lines[i].StartsWith("> ", StringComparison.Ordinal))
                message = lines[i][2..];
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", i + 1);
                yield return new Example(code, message, [.. lines[(i + 1)..end].SelectMany(l => Bytes(l + "\n"))], lines[i] == "```hcl expression");
                i = end;
            }
        }
    }

    /// <summary>Spells out <c>‹FF›</c>, a byte, and <c>‹[ 501›</c>, a bracket repeated.</summary>
    static IEnumerable<byte> Bytes(string line) => line.Split('‹', '›').SelectMany((part, i) => (i % 2, part.Split(' ')) switch
    {
        (0, _) => System.Text.Encoding.UTF8.GetBytes(part),
        (_, [var bracket, var count]) => Enumerable.Repeat((byte)bracket[0], int.Parse(count, CultureInfo.InvariantCulture)),
        _ => [byte.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
    });

    static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Example(string Code, string Message, byte[] Source, bool IsExpression)
    {
        public override string ToString() => $"{Code} {Message}";
    }
}
