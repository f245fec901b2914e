using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Fixer.Hcl.Json;

/// <summary>From what is between the quotes of a string to its value, piece by piece. Decodes as Go's encoding/json does, on which HashiCorp's reader is built.</summary>
ref struct JsonStringDecoder(ReadOnlySpan<byte> raw)
{
    static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    readonly ReadOnlySpan<byte> raw = raw;
    readonly bool isUtf8 = Utf8.IsValid(raw);

    /// <summary>Start of the piece.</summary>
    public int Start { get; private set; }

    /// <summary>End of the piece.</summary>
    public int End { get; private set; }

    /// <summary>The character that the piece stands for; null for text that stands for itself.</summary>
    public Rune? Character { get; private set; }

    /// <summary>The value in UTF-8.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> raw)
    {
        var result = new ArrayBufferWriter<byte>(Math.Max(1, raw.Length));
        var decoder = new JsonStringDecoder(raw);
        while (decoder.MoveNext())
        {
            if (decoder.Character is { } character)
                result.Advance(character.EncodeToUtf8(result.GetSpan(4)));
            else
                result.Write(raw[decoder.Start..decoder.End]);
        }

        return result.WrittenSpan.ToArray();
    }

    /// <summary>Bytes of the escape sequence that <paramref name="text"/> starts with; 0 if it is none.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text) => text.Length < 2 ? 0 : (char)text[1] switch
    {
        '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => 2,
        'u' when text.Length >= 6 && text[2..6].IndexOfAnyExcept(HexDigits) < 0 => 6,
        _ => 0,
    };

    /// <summary>Moves to the next piece.</summary>
    public bool MoveNext()
    {
        Start = End;
        if (Start == raw.Length)
            return false;
        var plain = PlainLength();
        Character = null;
        if (plain > 0)
            End += plain;
        else if (raw[Start] == '\\')
            Escape();
        else
            (Character, End) = (Rune.ReplacementChar, Start + 1);
        return true;
    }

    readonly int PlainLength()
    {
        var rest = raw[Start..];
        var escape = rest.IndexOf((byte)'\\');
        if (escape >= 0)
            rest = rest[..escape];
        if (isUtf8)
            return rest.Length;
        var length = 0;
        while (length < rest.Length && Rune.DecodeFromUtf8(rest[length..], out _, out var bytes) == OperationStatus.Done)
            length += bytes;
        return length;
    }

    void Escape()
    {
        var text = raw[Start..];
        End = Start + EscapeLength(text);
        Character = (char)text[1] switch
        {
            'b' => new Rune('\b'),
            'f' => new Rune('\f'),
            'n' => new Rune('\n'),
            'r' => new Rune('\r'),
            't' => new Rune('\t'),
            'u' => Unicode(text),
            var other => new Rune(other),
        };
    }

    Rune Unicode(ReadOnlySpan<byte> text)
    {
        var unit = Unit(text);
        if (text.Length >= 12 && text[6] == '\\' && text[7] == 'u' && EscapeLength(text[6..]) == 6 && Rune.TryCreate(unit, Unit(text[6..]), out var pair))
        {
            End += 6;
            return pair;
        }

        return Rune.TryCreate(unit, out var rune) ? rune : Rune.ReplacementChar;
    }

    static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape[2..6], System.Globalization.NumberStyles.AllowHexSpecifier, null);
}
