using System.Globalization;
using System.Text;

namespace Fixer.Hcl.Values;

/// <summary>Text in quotes with escapes, as Go's <c>%q</c> writes it.</summary>
static class QuotedText
{
    public static void Append(StringBuilder result, string value)
    {
        result.Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"': result.Append("\\\""); break;
                case '\\': result.Append("\\\\"); break;
                case '\a': result.Append("\\a"); break;
                case '\b': result.Append("\\b"); break;
                case '\f': result.Append("\\f"); break;
                case '\n': result.Append("\\n"); break;
                case '\r': result.Append("\\r"); break;
                case '\t': result.Append("\\t"); break;
                case '\v': result.Append("\\v"); break;
                default: AppendRune(result, rune); break;
            }
        }

        result.Append('"');
    }

    static void AppendRune(StringBuilder result, Rune rune)
    {
        if (IsPrintable(rune))
            result.Append(rune);
        else if (rune.Value < 0x80)
            result.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (rune.IsBmp)
            result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            result.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    /// <summary>Letters, marks, numbers, punctuation, symbols, and the space.</summary>
    static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
