using System.Buffers;

namespace Fixer.Hcl.Json;

/// <summary>What a piece of JSON is.</summary>
enum JsonTokenKind
{
    EndOfFile,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Comma,
    Colon,
    EqualsSign,
    String,
    Number,
    True,
    False,
    Null,

    /// <summary>Anything else; the scanner has said what is wrong with it.</summary>
    Invalid,
}

/// <summary>Finds the tokens of JSON one after the other.</summary>
ref struct JsonScanner
{
    static readonly SearchValues<byte> StringSpecials = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(b => (byte)b)]);
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789Ee"u8);
    static readonly SearchValues<byte> WordBytes = SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);
    static readonly SearchValues<byte> Delimiters = SearchValues.Create("{}[],:=\"#/ \t\r\n"u8);

    readonly ReadOnlySpan<byte> source;
    readonly DiagnosticBag diagnostics;

    public JsonScanner(SourceText text, DiagnosticBag diagnostics)
    {
        source = text.Bytes;
        this.diagnostics = diagnostics;
        if (!source.StartsWith(SourceText.ByteOrderMark))
            return;
        End = SourceText.ByteOrderMark.Length;
        diagnostics.Add(JsonDiagnostics.ByteOrderMark, new TextSpan(0, End));
    }

    /// <summary>What the token is.</summary>
    public JsonTokenKind Kind { get; private set; }

    /// <summary>Its first byte.</summary>
    public int Start { get; private set; }

    /// <summary>Behind its last byte.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next token.</summary>
    public void MoveNext()
    {
        SkipTrivia();
        Kind = JsonTokenKind.EndOfFile;
        if (Start == source.Length)
            return;
        End = Start + 1;
        Kind = (char)source[Start] switch
        {
            '{' => JsonTokenKind.OpenBrace,
            '}' => JsonTokenKind.CloseBrace,
            '[' => JsonTokenKind.OpenBracket,
            ']' => JsonTokenKind.CloseBracket,
            ',' => JsonTokenKind.Comma,
            ':' => JsonTokenKind.Colon,
            '=' => JsonTokenKind.EqualsSign,
            '"' => String(),
            '+' or '-' or '.' or (>= '0' and <= '9') => Number(),
            (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Word(),
            _ => Other(),
        };
    }

    /// <summary>Moves <see cref="Start"/> over white space and comments.</summary>
    void SkipTrivia()
    {
        for (Start = End; ; Start = End)
        {
            Start = RunEnd(Start, source[Start..].IndexOfAnyExcept(" \t\r\n"u8));
            var rest = source[Start..];
            if (rest.StartsWith("#"u8) || rest.StartsWith("//"u8))
                End = RunEnd(Start, rest.IndexOf((byte)'\n'));
            else if (rest.StartsWith("/*"u8))
                End = rest[2..].IndexOf("*/"u8) is var close and >= 0 ? Start + close + 4 : source.Length;
            else
            {
                End = Start;
                return;
            }

            diagnostics.Add(JsonDiagnostics.Comment, new TextSpan(Start, End));
        }
    }

    /// <summary>Up to the closing quote. A line that ends before it ends the damage too.</summary>
    JsonTokenKind String()
    {
        var kind = JsonTokenKind.String;
        while (true)
        {
            End = RunEnd(End, source[End..].IndexOfAny(StringSpecials));
            if (End == source.Length || source[End] is (byte)'\n' or (byte)'\r')
            {
                diagnostics.Add(JsonDiagnostics.UnterminatedString, new TextSpan(Start, Start + 1));
                return JsonTokenKind.Invalid;
            }

            if (source[End] == '"')
            {
                End++;
                return kind;
            }

            var escape = source[End] == '\\' ? JsonStringDecoder.EscapeLength(source[End..]) : 0;
            if (escape == 0)
            {
                kind = JsonTokenKind.Invalid;
                diagnostics.Add(source[End] == '\\' ? JsonDiagnostics.InvalidEscape : JsonDiagnostics.ControlCharacter, new TextSpan(End, End + 1));
            }

            End += Math.Max(1, escape);
        }
    }

    JsonTokenKind Number()
    {
        End = RunEnd(Start, source[Start..].IndexOfAnyExcept(NumberBytes));
        return IsNumber(source[Start..End]) ? JsonTokenKind.Number : Invalid(JsonDiagnostics.InvalidNumber);
    }

    /// <summary>RFC 8259, section 6.</summary>
    static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("-"u8))
            text = text[1..];
        if (text.StartsWith("0"u8))
            text = text[1..];
        else if (!TakeDigits(ref text))
            return false;
        if (text.StartsWith("."u8))
        {
            text = text[1..];
            if (!TakeDigits(ref text))
                return false;
        }

        if (text.IsEmpty || text[0] is not ((byte)'e' or (byte)'E'))
            return text.IsEmpty;
        text = text[1..];
        if (!text.IsEmpty && text[0] is (byte)'+' or (byte)'-')
            text = text[1..];
        return TakeDigits(ref text) && text.IsEmpty;
    }

    static bool TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        text = text[digits..];
        return digits > 0;
    }

    JsonTokenKind Word()
    {
        End = RunEnd(Start, source[Start..].IndexOfAnyExcept(WordBytes));
        var word = source[Start..End];
        return word.SequenceEqual("true"u8) ? JsonTokenKind.True
            : word.SequenceEqual("false"u8) ? JsonTokenKind.False
            : word.SequenceEqual("null"u8) ? JsonTokenKind.Null
            : Invalid(JsonDiagnostics.InvalidKeyword);
    }

    JsonTokenKind Other()
    {
        End = RunEnd(End, source[End..].IndexOfAny(Delimiters));
        return Invalid(JsonDiagnostics.InvalidCharacter);
    }

    readonly JsonTokenKind Invalid(DiagnosticKind kind)
    {
        diagnostics.Add(kind, new TextSpan(Start, End));
        return JsonTokenKind.Invalid;
    }

    readonly int RunEnd(int start, int length) => length < 0 ? source.Length : start + length;
}
