using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Documents;

/// <summary>The bytes of a document as text, with offsets and lines that can be told of each other.</summary>
sealed class DocumentText
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly List<int> lineStarts = [0];
    readonly int[]? byteOfChar;

    DocumentText(ReadOnlyMemory<byte> bytes, int bom, string text)
    {
        Bytes = bytes;
        Bom = bom;
        Text = text;
        var span = bytes.Span;
        for (var i = 0; i < span.Length; i++)
        {
            // A carriage return alone ends a line too, as YAML has it.
            if (span[i] == '\n' || (span[i] == '\r' && (i + 1 == span.Length || span[i + 1] != '\n')))
                lineStarts.Add(i + 1);
        }

        if (text.Length != bytes.Length - bom)
            byteOfChar = Offsets(text, bom);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Length of the byte order mark: 0 or 3.</summary>
    public int Bom { get; }

    /// <summary>The text without the byte order mark.</summary>
    public string Text { get; }

    public int LineCount => lineStarts.Count;

    /// <summary>YAML 1.1 knows more line breaks than editors do; lines are not told apart reliably with them.</summary>
    public bool HasUnusualBreaks
    {
        get
        {
            for (var i = 0; i < Text.Length; i++)
            {
                if (Text[i] is '\u0085' or '\u2028' or '\u2029' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Null if <paramref name="bytes"/> are not UTF-8.</summary>
    public static DocumentText? Decode(ReadOnlyMemory<byte> bytes)
    {
        var bom = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new DocumentText(bytes, bom, Strict.GetString(bytes.Span[bom..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Writes the text out again.</summary>
    public byte[] ToBytes() => [.. Bom == 0 ? [] : Encoding.UTF8.Preamble, .. Strict.GetBytes(Text)];

    /// <summary>Offset in bytes of the character at <paramref name="index"/> (in UTF-16 units, as YamlDotNet counts).</summary>
    public int ByteOf(long index)
    {
        // YamlDotNet's marks run past the end of the input on some errors.
        var at = (int)Math.Clamp(index, 0, Text.Length);
        return byteOfChar is null ? at + Bom : byteOfChar[at];
    }

    /// <summary>Index of the line, from 0, that holds the byte at <paramref name="offset"/>.</summary>
    public int LineOf(int offset)
    {
        var found = lineStarts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Column in characters, from 1, of the byte at <paramref name="offset"/>.</summary>
    public int ColumnOf(int offset)
    {
        var start = lineStarts[LineOf(offset)];
        if (start == 0)
            start = Math.Min(Bom, offset);
        return Encoding.UTF8.GetCharCount(Bytes.Span[start..Math.Min(offset, Bytes.Length)]) + 1;
    }

    /// <summary>The bytes of a line with its line break, from 0; the byte order mark is not part of the first.</summary>
    public TextSpan Line(int index) => new(
        index == 0 ? Bom : lineStarts[index],
        index + 1 < lineStarts.Count ? lineStarts[index + 1] : Bytes.Length);

    static int[] Offsets(string text, int bom)
    {
        var offsets = new int[text.Length + 1];
        var offset = bom;
        for (var i = 0; i < text.Length; i++)
        {
            offsets[i] = offset;
            // A surrogate pair is four bytes: two for each half keeps the sum right, and no mark points between the halves.
            offset += text[i] < 0x80 ? 1 : text[i] < 0x800 || char.IsSurrogate(text[i]) ? 2 : 3;
        }

        offsets[text.Length] = offset;
        return offsets;
    }
}
