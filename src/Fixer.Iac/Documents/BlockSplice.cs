using Fixer.Hcl;

namespace Fixer.Iac.Documents;

/// <summary>
/// Cuts elements out of a block mapping or list: whole lines, with the comments directly above at their own indentation and deeper ones directly below.
/// Where blank lines stood on either side, those above stay.
/// </summary>
static class BlockSplice
{
    /// <summary>Ways to cut, the best first; empty if the layout is not one that can be cut by lines.</summary>
    public static IEnumerable<TextSpan> Candidates(DocumentText text, ElementRun run)
    {
        var lines = new Lines(text);
        if (run.HasEmptyEdge || lines.Start(run.Span.Start, dash: run.Container is DocumentSequence) is not { } indent)
            yield break;
        var first = text.LineOf(run.Span.Start);
        var hasPrevious = run.First > 0;
        var floor = hasPrevious ? text.LineOf(run.Elements[run.First - 1].End - 1) + 1 : 0;
        var hasNext = run.End < run.Elements.Length;
        var ceiling = hasNext ? text.LineOf(run.Elements[run.End].Start) : lines.Count;
        if (floor > first || ceiling <= first)
            yield break;

        while (first > floor && lines.CommentIndent(first - 1) == indent)
            first--;
        var after = text.LineOf(run.Span.End - 1) + 1;
        while (after < ceiling && lines.CommentIndent(after) > indent)
            after++;
        var blanksAfter = after;
        while (blanksAfter < ceiling && lines.IsBlank(blanksAfter))
            blanksAfter++;
        var blanksBefore = first;
        while (blanksBefore > floor && lines.IsBlank(blanksBefore - 1))
            blanksBefore--;

        if (blanksAfter < lines.Count)
            yield return lines.Span(first, hasPrevious && blanksBefore == first ? after : blanksAfter);
        else if (hasPrevious && !lines.EndsInBreak)
            yield return new TextSpan(lines.EndWithoutBreak(blanksBefore - 1), text.Bytes.Length);
        else if (hasPrevious)
            yield return lines.Span(blanksBefore, after);

        // The blank lines, and the last line's break, can be part of a block scalar above.
        yield return lines.Span(first, after);
    }

    readonly struct Lines(DocumentText text)
    {
        /// <summary>Lines with any text: a file that ends in a line break has no further line behind it.</summary>
        public int Count => text.Line(text.LineCount - 1).Length == 0 ? text.LineCount - 1 : text.LineCount;

        public bool EndsInBreak => Count < text.LineCount;

        public TextSpan Span(int from, int to) => new(text.Line(from).Start, text.Line(to - 1).End);

        public bool IsBlank(int line) => Content(line).Length == 0;

        /// <summary>Indentation of a line that is only a comment; else -1.</summary>
        public int CommentIndent(int line)
        {
            var content = Content(line);
            return content is [(byte)'#', ..] ? Indent(line) : -1;
        }

        public int EndWithoutBreak(int line)
        {
            var span = text.Line(line);
            var bytes = text.Bytes.Span[span.Start..span.End];
            return span.Start + bytes.TrimEnd("\r\n"u8).Length;
        }

        /// <summary>Indentation of the element's line, if nothing but its dash stands in front of it.</summary>
        public int? Start(int offset, bool dash)
        {
            var line = text.Line(text.LineOf(offset));
            var before = text.Bytes.Span[line.Start..offset];
            var indent = before.Length - before.TrimStart((byte)' ').Length;
            var rest = before[indent..];
            if (!dash)
                return rest.Length == 0 ? indent : null;
            return rest is [(byte)'-', .. var gap] && gap.TrimStart((byte)' ').Length == 0 ? indent : null;
        }

        int Indent(int line)
        {
            var span = text.Line(line);
            var bytes = text.Bytes.Span[span.Start..span.End];
            return bytes.Length - bytes.TrimStart((byte)' ').Length;
        }

        ReadOnlySpan<byte> Content(int line)
        {
            var span = text.Line(line);
            return text.Bytes.Span[span.Start..span.End].Trim(" \t\r\n"u8);
        }
    }
}
