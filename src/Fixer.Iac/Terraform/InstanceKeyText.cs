using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fixer.Iac.Terraform;

/// <summary>Instance keys as Terraform writes them in addresses.</summary>
static class InstanceKeyText
{
    /// <summary>What most keys are made of, and what is written as it is wherever it stands.</summary>
    static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-./*@:");

    /// <summary><c>["key"]</c>, <c>[0]</c>, or nothing for null.</summary>
    public static string Of(object? key)
    {
        if (key is null)
            return "";
        if (key is string name && !name.AsSpan().ContainsAnyExcept(Plain))
            return $"[\"{name}\"]";
        var text = new StringBuilder();
        Append(text, key);
        return text.ToString();
    }

    /// <summary>Appends <c>["key"]</c>, <c>[0]</c>, or nothing for null.</summary>
    public static void Append(StringBuilder text, object? key)
    {
        if (key is string name)
            AppendQuoted(text.Append('['), name).Append(']');
        else if (key is int or long)
            text.Append(CultureInfo.InvariantCulture, $"[{key}]");
    }

    /// <summary>So that HCL reads it as the same string: a template's <c>${</c> is doubled, and what cannot be seen is escaped.</summary>
    static StringBuilder AppendQuoted(StringBuilder text, string name)
    {
        text.Append('"');
        Rune? before = null;
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value == '{' && before is { Value: '$' or '%' } introducer)
                text.Append(introducer);
            Append(text, rune);
            before = rune;
        }

        return text.Append('"');
    }

    static void Append(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            default: AppendVisible(text, rune); break;
        }
    }

    static void AppendVisible(StringBuilder text, Rune rune)
    {
        if (IsPrintable(rune))
            text.Append(rune);
        else if (rune.IsBmp)
            text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    /// <summary>Letters, marks, numbers, punctuation, symbols, and the space: what Go calls printable.</summary>
    static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
