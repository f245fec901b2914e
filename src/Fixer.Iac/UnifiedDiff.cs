using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;
using Fixer.Hcl;

namespace Fixer.Iac;

/// <summary>Shows edits as people review them, and as <c>git apply</c> takes them.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>
    /// A unified diff with three lines of context, in the order of <paramref name="edits"/>. Line endings stay what they are; bytes that are no UTF-8 show
    /// as the replacement character.
    /// </summary>
    public static string Of(SourceTree tree, ImmutableArray<FileEdit> edits)
    {
        var text = new StringBuilder();
        foreach (var edit in edits)
        {
            var before = tree.Files[edit.Path].ToArray();
            var after = TextEdits.Apply(before, edit.Edits);
            Write(text, edit.Path, Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after));
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string path, string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new Lines());
        text.Append("--- ").Append(Header("a/" + path)).Append("+++ ").Append(Header("b/" + path));
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            // Blocks whose context would touch share a hunk.
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && diff.DiffBlocks[last + 1].DeleteStartA - End(diff.DiffBlocks[last]) <= 2 * Context)
                last++;
            Hunk(text, diff, first, last);
            first = last + 1;
        }
    }

    private static void Hunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        var (blocks, old, @new) = (diff.DiffBlocks, diff.PiecesOld, diff.PiecesNew);
        var (start, end) = (Math.Max(0, blocks[first].DeleteStartA - Context), Math.Min(old.Count, End(blocks[last]) + Context));
        var added = blocks.Skip(first).Take(last - first + 1).Sum(b => b.InsertCountB - b.DeleteCountA);
        var startNew = blocks[first].InsertStartB - (blocks[first].DeleteStartA - start);
        text.Append("@@ -").Append(Range(start, end - start)).Append(" +").Append(Range(startNew, end - start + added)).Append(" @@\n");
        var at = start;
        for (var i = first; i <= last; i++)
        {
            Put(text, ' ', old, at, blocks[i].DeleteStartA);
            Put(text, '-', old, blocks[i].DeleteStartA, End(blocks[i]));
            Put(text, '+', @new, blocks[i].InsertStartB, blocks[i].InsertStartB + blocks[i].InsertCountB);
            at = End(blocks[i]);
        }

        Put(text, ' ', old, at, end);
    }

    private static void Put(StringBuilder text, char sign, IReadOnlyList<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            text.Append(sign).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
                text.Append("\n\\ No newline at end of file\n");
        }
    }

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    // An empty range is named by the line before it.
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    // As git writes names: quoted where they could be read as something else, and ended by a tab where they hold a space.
    private static string Header(string path)
    {
        if (!path.Any(c => char.IsControl(c) || c is '"' or '\\'))
            return path.Contains(' ', StringComparison.Ordinal) ? path + "\t\n" : path + "\n";
        var quoted = new StringBuilder("\"");
        foreach (var c in path)
            _ = char.IsControl(c) ? quoted.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0')) : c is '"' or '\\' ? quoted.Append('\\').Append(c) : quoted.Append(c);
        return quoted.Append("\"\n").ToString();
    }

    /// <summary>Lines with their endings, so that a file that lacks the last one differs from a file that has it.</summary>
    private sealed class Lines : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            List<string> lines = [];
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
                lines.Add(text[start..end]);
                start = end;
            }

            return lines;
        }
    }
}
