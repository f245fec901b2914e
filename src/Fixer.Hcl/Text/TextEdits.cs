using System.Text;

namespace Fixer.Hcl;

/// <summary>Applies edits to bytes.</summary>
public static class TextEdits
{
    /// <summary>Returns <paramref name="source"/> with <paramref name="edits"/> made; all offsets are those of <paramref name="source"/>.</summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one reaches outside the source: a defect of the caller.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> source, IEnumerable<TextEdit> edits)
    {
        using var result = new MemoryStream(source.Length);
        var copied = 0;
        foreach (var edit in InOrder(edits))
        {
            MustFollow(edit, copied, source.Length);
            result.Write(source[copied..edit.Span.Start]);
            result.Write(Encoding.UTF8.GetBytes(edit.NewText));
            copied = edit.Span.End;
        }

        result.Write(source[copied..]);
        return result.ToArray();
    }

    /// <summary>Whether <paramref name="after"/> is <paramref name="before"/> in every byte outside the edits, and their new text in their places.</summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one reaches outside the source: a defect of the caller.</exception>
    public static bool IsIdenticalOutside(ReadOnlySpan<byte> before, IEnumerable<TextEdit> edits, ReadOnlySpan<byte> after)
    {
        var (old, now) = (0, 0);
        foreach (var edit in InOrder(edits))
        {
            MustFollow(edit, old, before.Length);
            var kept = edit.Span.Start - old;
            var inserted = Encoding.UTF8.GetBytes(edit.NewText);
            if (!after[now..].StartsWith(before.Slice(old, kept)) || !after[(now + kept)..].StartsWith(inserted))
                return false;
            old = edit.Span.End;
            now += kept + inserted.Length;
        }

        return before[old..].SequenceEqual(after[now..]);
    }

    /// <summary>Edits of <paramref name="source"/> that do what <paramref name="first"/> do, and then <paramref name="later"/> ones of the result. Edits that touch become one.</summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one reaches outside its source: a defect of the caller.</exception>
    public static IEnumerable<TextEdit> Compose(ReadOnlySpan<byte> source, IReadOnlyCollection<TextEdit> first, IReadOnlyCollection<TextEdit> later) =>
        new EditComposition(source, first).Then(later);

    static void MustFollow(TextEdit edit, int end, int length)
    {
        if (edit.Span.Start < end || edit.Span.End < edit.Span.Start || edit.Span.End > length)
            throw new ArgumentException($"Edit {edit.Span} overlaps another edit or leaves the {length} bytes of the source.", nameof(edit));
    }

    /// <summary>In the order of the source; insertions at the same place stay in theirs.</summary>
    internal static IEnumerable<TextEdit> InOrder(IEnumerable<TextEdit> edits) => edits.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End);
}
