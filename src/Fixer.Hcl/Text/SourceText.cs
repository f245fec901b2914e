using System.Globalization;
using System.Text;

namespace Fixer.Hcl;

/// <summary>The bytes of a source file, and its lines. A line ends at a line feed.</summary>
/// <param name="bytes">The content; it must not change afterwards.</param>
/// <param name="path">What the caller calls the file; only to tell files apart.</param>
public sealed class SourceText(ReadOnlyMemory<byte> bytes, string path = "")
{
    int[]? lineStarts;

    internal static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What the caller calls the file; may be empty.</summary>
    public string Path { get; } = path;

    /// <summary>The string of a JSON file that this text was decoded from: places in it mean nothing to a reader of the file. Null for a text of its own.</summary>
    internal SyntaxNode? Container { get; init; }

    /// <summary>The content.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>Number of bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>The line that the byte at <paramref name="offset"/> is on, from 1. The end of the text is a valid offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not in the text.</exception>
    public int LineOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        var index = Array.BinarySearch(LineStarts(), offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Line and column of the byte at <paramref name="offset"/>. Takes time linear in the length of the line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not in the text.</exception>
    public TextPosition PositionOf(int offset)
    {
        var line = LineOf(offset);
        var before = Bytes[LineStarts()[line - 1]..offset];
        if (line == 1 && before.StartsWith(ByteOrderMark))
            before = before[ByteOrderMark.Length..];
        return new TextPosition(line, 1 + CountCharacters(before));
    }

    /// <summary>The text of <paramref name="span"/>; bytes that are not UTF-8 become U+FFFD.</summary>
    public string GetString(TextSpan span) => Encoding.UTF8.GetString(Slice(span));

    /// <summary>The bytes of <paramref name="span"/>.</summary>
    public ReadOnlySpan<byte> Slice(TextSpan span) => Bytes[span.Start..span.End];

    internal static int CountCharacters(ReadOnlySpan<byte> utf8)
    {
        if (Ascii.IsValid(utf8))
            return utf8.Length;
        ReadOnlySpan<char> rest = Encoding.UTF8.GetString(utf8);
        var count = 0;
        for (; !rest.IsEmpty; count++)
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        return count;
    }

    int[] LineStarts()
    {
        if (lineStarts is not null)
            return lineStarts;
        var starts = new int[Bytes.Count((byte)'\n') + 1];
        for (var line = 1; line < starts.Length; line++)
            starts[line] = starts[line - 1] + Bytes[starts[line - 1]..].IndexOf((byte)'\n') + 1;
        return lineStarts = starts;
    }
}
