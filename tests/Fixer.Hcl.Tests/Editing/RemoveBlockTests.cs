using CsCheck;

namespace Fixer.Hcl.Tests;

public class RemoveBlockTests
{
    [Test]
    public void RemoveBlock_AnyOfAGeneratedFile_LeavesExactlyTheOthers() =>
        Gen.Select(GeneratedFile, Gen.Int[0, 100], Gen.Bool, Gen.Bool).Sample((pieces, index, crlf, finalNewline) =>
        {
            var source = string.Concat(pieces.Select((p, i) => p.Text.Replace("NAME", $"n{i}", StringComparison.Ordinal) + p.Gap));
            source = finalNewline ? source : source.TrimEnd('\n');
            var file = Hcl.Parse(crlf ? source.Replace("\n", "\r\n", StringComparison.Ordinal) : source);
            var target = index % pieces.Length;
            var bytes = Hcl.Remove(file, file.Body.Blocks.ElementAt(target));
            var after = HclFile.Parse(bytes);
            Assert.Multiple(() =>
            {
                Assert.That(after.Diagnostics, Is.Empty);
                Assert.That(Texts(after), Is.EqualTo(Texts(file).Where((_, i) => i != target)));
                Assert.That(Detached(after), Is.EqualTo(Detached(file)), "comments of nobody");
                if (target > 0 && target < pieces.Length - 1)
                    Assert.That(BlankLinesBetween(after, target - 1), Is.EqualTo(ExpectedBlankLines(file, target)));
            });
        }, iter: 5000);

    static readonly Gen<(string Text, string Gap)[]> GeneratedFile = Gen.Select(
        Gens.AnyOf("block \"NAME\" {\n  a = 1\n}", "# own\nblock \"NAME\" {\n  n {\n  }\n}", "/* own */ b \"NAME\" { a = 1 }", "b \"NAME\" {} # behind", "b NAME {\n a = <<X\n}\nX\n}"),
        Gens.AnyOf("\n", "\n\n", "\n \n\n\n", "\n# nobody's\n\n", "\n\n# nobody's\n\n")).Array[1, 6];

    /// <summary>Each block's text with its own comments.</summary>
    static string[] Texts(HclFile file) =>
        [.. file.Body.Blocks.Select(b => string.Join('\n', b.LeadingComments.Append(b.Span).Concat(b.TrailingComments).Select(s => file.Text(s))))];

    static string[] Detached(HclFile file) => [.. file.Tokens.Where(t => file.Text(t.Span) == "# nobody's").Select(t => file.Text(t.Span))];

    static int ExpectedBlankLines(HclFile file, int target) => Math.Min(1, BlankLinesBetween(file, target - 1)) switch
    {
        0 => Math.Min(1, BlankLinesBetween(file, target)),
        _ => 1,
    };

    /// <summary>Blank lines between a block and the next; 1 where a comment of nobody makes the count a matter of where it stands.</summary>
    static int BlankLinesBetween(HclFile file, int index)
    {
        var blocks = file.Body.Blocks.ToArray();
        var between = file.Text(new TextSpan(blocks[index].Span.End, blocks[index + 1].Span.Start));
        return between.Contains("nobody", StringComparison.Ordinal) ? 1 : between.Split('\n')[1..^1].Count(string.IsNullOrWhiteSpace);
    }
}
