using System.Text;

namespace Fixer.Hcl;

/// <summary>Edits of a text, its result, and how edits of the result become edits of the text.</summary>
sealed class EditComposition
{
    readonly byte[] result;

    /// <summary>The edits in order, with the place of each new text in the result.</summary>
    readonly (TextSpan Old, TextSpan New)[] regions;

    public EditComposition(ReadOnlySpan<byte> source, IReadOnlyCollection<TextEdit> edits)
    {
        result = TextEdits.Apply(source, edits);
        regions = new (TextSpan, TextSpan)[edits.Count];
        var (index, shift) = (0, 0);
        foreach (var edit in TextEdits.InOrder(edits))
        {
            var start = edit.Span.Start + shift;
            var length = Encoding.UTF8.GetByteCount(edit.NewText);
            regions[index++] = (edit.Span, new TextSpan(start, start + length));
            shift += length - edit.Span.Length;
        }
    }

    public ReadOnlyMemory<byte> Result => result;

    /// <summary>Where the byte at an offset of the result was before the edits; -1 if it is new.</summary>
    public int OldOffset(int offset)
    {
        var (low, high) = (0, regions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (regions[middle].New.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return offset;
        var (old, now) = regions[low - 1];
        return offset < now.End ? -1 : offset - now.End + old.End;
    }

    /// <summary>Edits of the text that do what the edits and then <paramref name="later"/> ones of the result do. Edits that touch become one.</summary>
    public IEnumerable<TextEdit> Then(IReadOnlyCollection<TextEdit> later)
    {
        var spans = regions.Select(r => r.New).Concat(later.Select(e => e.Span)).OrderBy(s => s.Start).ThenBy(s => s.End);
        var edits = new Queue<TextEdit>(TextEdits.InOrder(later));
        var (next, shift) = (0, 0);
        foreach (var span in Joined(spans))
        {
            var start = span.Start - shift;
            for (; next < regions.Length && regions[next].New.Start <= span.End; next++)
                shift += regions[next].New.Length - regions[next].Old.Length;
            var inside = new List<TextEdit>();
            while (edits.TryPeek(out var edit) && edit.Span.Start <= span.End)
                inside.Add(edits.Dequeue() with { Span = new TextSpan(edit.Span.Start - span.Start, edit.Span.End - span.Start) });
            yield return new TextEdit(new TextSpan(start, span.End - shift), Encoding.UTF8.GetString(TextEdits.Apply(result.AsSpan(span.Start, span.Length), inside)));
        }
    }

    static IEnumerable<TextSpan> Joined(IEnumerable<TextSpan> spans)
    {
        TextSpan? open = null;
        foreach (var span in spans)
        {
            if (open is { } touching && span.Start <= touching.End)
            {
                open = new TextSpan(touching.Start, Math.Max(touching.End, span.End));
                continue;
            }

            if (open is { } complete)
                yield return complete;
            open = span;
        }

        if (open is { } last)
            yield return last;
    }
}
