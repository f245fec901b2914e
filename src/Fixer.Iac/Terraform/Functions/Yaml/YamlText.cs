using System.Globalization;
using System.Text;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary>Writes strings of YAML as libyaml does.</summary>
static class YamlText
{
    /// <summary>Behind this column a quoted string is broken at the next space.</summary>
    const int Width = 80;

    /// <summary>Whether a key is short enough, and of one line, to be written in front of a colon.</summary>
    public static bool IsSimpleKey(string key) => Encoding.UTF8.GetByteCount(key) <= 128 && !key.EnumerateRunes().Any(IsBreak);

    /// <summary>Whether a literal block would keep the text as it is.</summary>
    public static bool CanBeLiteral(string text)
    {
        var afterSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPrintable(rune) || (afterSpace && IsBreak(rune)))
                return false;
            afterSpace = rune.Value == ' ';
        }

        return !afterSpace;
    }

    public static void AppendLiteral(StringBuilder result, string text, int indent)
    {
        result.Append('|');
        var runes = text.EnumerateRunes().ToArray();
        if (runes[0].Value == ' ' || IsBreak(runes[0]))
            result.Append('2');
        if (!IsBreak(runes[^1]))
            result.Append('-');
        else if (runes.Length == 1 || IsBreak(runes[^2]))
            result.Append('+');
        result.Append('\n');
        var startsLine = true;
        foreach (var rune in runes)
        {
            if (startsLine && !IsBreak(rune))
                result.Append(' ', indent);
            startsLine = IsBreak(rune);
            result.Append(rune);
        }
    }

    /// <param name="result">What it is appended to.</param>
    /// <param name="text">The text.</param>
    /// <param name="indent">The indentation of further lines; null if it must stay on one.</param>
    public static void AppendQuoted(StringBuilder result, string text, int? indent)
    {
        var column = Column(result) + 1;
        result.Append('"');
        var runes = text.EnumerateRunes().ToArray();
        var afterSpace = false;
        for (var i = 0; i < runes.Length; i++)
        {
            var start = result.Length;
            if (!IsPrintable(runes[i]) || IsBreak(runes[i]) || runes[i].Value is '"' or '\\')
                AppendEscaped(result, runes[i]);
            else if (indent is { } at && runes[i].Value == ' ' && !afterSpace && column > Width && i > 0 && i < runes.Length - 1)
            {
                BeginLine(result, at);
                if (runes[i + 1].Value == ' ')
                    result.Append('\\');
                (start, column) = (result.Length, Column(result));
            }
            else
                result.Append(runes[i]);
            afterSpace = runes[i].Value == ' ';
            column += runes[i].Utf16SequenceLength == 2 && result.Length - start == 2 ? 1 : result.Length - start;
        }

        result.Append('"');
    }

    /// <summary>Goes to a new line unless one has just begun, and indents it.</summary>
    public static void BeginLine(StringBuilder result, int indent)
    {
        if (result is [.., not '\n'])
            result.Append('\n');
        result.Append(' ', indent);
    }

    static int Column(StringBuilder result)
    {
        var column = 0;
        while (column < result.Length && result[result.Length - 1 - column] != '\n')
            column++;
        return column;
    }

    static void AppendEscaped(StringBuilder result, Rune rune)
    {
        result.Append('\\');
        _ = rune.Value switch
        {
            0 => result.Append('0'),
            7 => result.Append('a'),
            8 => result.Append('b'),
            9 => result.Append('t'),
            10 => result.Append('n'),
            11 => result.Append('v'),
            12 => result.Append('f'),
            13 => result.Append('r'),
            27 => result.Append('e'),
            '"' or '\\' => result.Append(rune),
            0x85 => result.Append('N'),
            0x2028 => result.Append('L'),
            0x2029 => result.Append('P'),
            <= 0xFF => result.Append(CultureInfo.InvariantCulture, $"x{rune.Value:X2}"),
            <= 0xFFFF => result.Append(CultureInfo.InvariantCulture, $"u{rune.Value:X4}"),
            _ => result.Append(CultureInfo.InvariantCulture, $"U{rune.Value:X8}"),
        };
    }

    static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>Terraform's library takes nothing outside of the basic plane for printable.</summary>
    static bool IsPrintable(Rune rune) => rune.Value is '\n' or (>= ' ' and <= '~') or (>= 0xA0 and <= 0xFFFD and not 0xFEFF);
}
