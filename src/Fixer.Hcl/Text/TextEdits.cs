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
            if (edit.Span.Start < copied || edit.Span.End < edit.Span.Start || edit.Span.End > source.Length)
                throw new ArgumentException($"Edit {edit.Span} overlaps another edit or leaves the {source.Length} bytes of the source.", nameof(edits));
            result.Write(source[copied..edit.Span.Start]);
            result.Write(Encoding.UTF8.GetBytes(edit.NewText));
            copied = edit.Span.End;
        }

        result.Write(source[copied..]);
        return result.ToArray();
    }

    /// <summary>In the order of the source; insertions at the same place stay in theirs.</summary>
    internal static IEnumerable<TextEdit> InOrder(IEnumerable<TextEdit> edits) => edits.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End);
}
