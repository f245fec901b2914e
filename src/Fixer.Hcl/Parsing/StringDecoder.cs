using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fixer.Hcl;

/// <summary>From the source of template text to its value: HCL specification, "Template Expressions".</summary>
static class StringDecoder
{
    static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Bytes of the backslash escape that <paramref name="text"/> starts with; 0 if it is none.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text) => text.Length < 2 ? 0 : (char)text[1] switch
    {
        'n' or 'r' or 't' or '"' or '\\' => 2,
        'u' => HexLength(text, 4),
        'U' => HexLength(text, 8),
        _ => 0,
    };

    /// <summary>The value of text in a heredoc or a bare template, where a backslash is just that.</summary>
    public static string DecodeBare(ReadOnlySpan<byte> text) => NormalForm.C(text.IndexOf("{"u8) < 0
        ? Encoding.UTF8.GetString(text)
        : Encoding.UTF8.GetString(text).Replace("$${", "${", StringComparison.Ordinal).Replace("%%{", "%{", StringComparison.Ordinal));

    /// <summary>The value of text in quotes. What is no valid escape stays as written; the lexer has said so.</summary>
    public static string DecodeQuoted(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny("\\$%"u8) < 0)
            return NormalForm.C(Encoding.UTF8.GetString(text));
        var result = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny("\\$%"u8);
            var plain = special < 0 ? text.Length : special;
            result.Append(Encoding.UTF8.GetString(text[..plain]));
            text = text[plain..];
            if (!text.IsEmpty)
                text = text[DecodeSpecial(text, result)..];
        }

        return NormalForm.C(result.ToString());
    }

    static int DecodeSpecial(ReadOnlySpan<byte> text, StringBuilder result)
    {
        var length = text[0] == '\\' ? EscapeLength(text) : TemplateEscapeLength(text);
        if (length == 0)
        {
            result.Append((char)text[0]);
            return 1;
        }

        if (text[0] != '\\')
        {
            result.Append((char)text[0]).Append('{');
            return length;
        }

        switch ((char)text[1])
        {
            case 'n': result.Append('\n'); break;
            case 'r': result.Append('\r'); break;
            case 't': result.Append('\t'); break;
            case 'u' or 'U': result.Append(new Rune(HexValue(text[2..length])).ToString()); break;
            default: result.Append((char)text[1]); break;
        }

        return length;
    }

    static int TemplateEscapeLength(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text[1] == text[0] && text[2] == '{' ? 3 : 0;

    /// <summary>A surrogate is no character. Parsing alone would accept NUL behind digits.</summary>
    static int HexLength(ReadOnlySpan<byte> text, int digits) =>
        text.Length >= digits + 2 && !text.Slice(2, digits).ContainsAnyExcept(HexDigits) && Rune.IsValid(HexValue(text.Slice(2, digits)))
            ? digits + 2
            : 0;

    static uint HexValue(ReadOnlySpan<byte> digits) => uint.Parse(digits, NumberStyles.AllowHexSpecifier, null);
}
