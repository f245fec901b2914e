using System.Globalization;
using System.Text;

namespace Fixer.Hcl.Functions.Networks;

/// <summary>IP addresses from text and back. Not by .NET's own reader, which takes octal and hexadecimal numbers, short forms and zones.</summary>
static class IPAddressText
{
    const int Groups = 8;

    /// <summary>Digits up to a greatest number; null if they are something else.</summary>
    public static int? Decimal(ReadOnlySpan<char> digits, int greatest)
    {
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            return null;
        digits = digits.TrimStart('0');
        if (digits.Length > 3)
            return null;
        var value = digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return value <= greatest ? value : null;
    }

    public static UInt128? ParseVersion4(ReadOnlySpan<char> text)
    {
        uint result = 0;
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            if (Decimal(text[range], byte.MaxValue) is not { } part)
                return null;
            result = (result << 8) | (uint)part;
            count++;
        }

        return count == 4 ? result : null;
    }

    public static UInt128? ParseVersion6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
            return ParseGroups(text, out var count) is { } all && count == Groups ? all : null;
        var before = text[..gap];
        if (ParseGroups(before, out var first) is not { } head || ParseGroups(text[(gap + 2)..], out var last) is not { } tail || first + last >= Groups || before.Contains('.'))
            return null;
        return (first == 0 ? 0 : head << (16 * (Groups - first))) | tail;
    }

    /// <summary>Groups of hexadecimal digits; the last two may be written as an IPv4 address.</summary>
    static UInt128? ParseGroups(ReadOnlySpan<char> text, out int count)
    {
        var result = UInt128.Zero;
        count = 0;
        if (text.IsEmpty)
            return result;
        while (count < Groups)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains('.'))
            {
                count += 2;
                return ParseVersion4(group) is { } embedded ? (result << 32) | embedded : null;
            }

            if (group.Length is 0 or > 4 || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return null;
            (result, count) = ((result << 16) | value, count + 1);
            if (colon < 0)
                return result;
            text = text[(colon + 1)..];
        }

        return null;
    }

    /// <summary>An address as RFC 5952 writes it.</summary>
    public static string Of(UInt128 address, bool isVersion4)
    {
        if (isVersion4)
            return string.Create(CultureInfo.InvariantCulture, $"{(byte)(address >> 24)}.{(byte)(address >> 16)}.{(byte)(address >> 8)}.{(byte)address}");
        var groups = new ushort[Groups];
        for (var i = 0; i < Groups; i++)
            groups[i] = (ushort)(address >> (16 * (Groups - 1 - i)));
        var (start, length) = LongestZeros(groups);
        var result = new StringBuilder();
        for (var i = 0; i < Groups; i++)
        {
            if (i == start)
            {
                result.Append("::");
                i += length - 1;
                continue;
            }

            if (i > 0 && i != start + length)
                result.Append(':');
            result.Append(CultureInfo.InvariantCulture, $"{groups[i]:x}");
        }

        return result.ToString();
    }

    /// <summary>The first of the longest runs of at least two groups that are zero.</summary>
    static (int Start, int Length) LongestZeros(ushort[] groups)
    {
        var best = (Start: -1, Length: 1);
        for (var i = 0; i < Groups; i++)
        {
            var length = groups.Skip(i).TakeWhile(g => g == 0).Count();
            if (length > best.Length)
                best = (i, length);
        }

        return best.Start < 0 ? (-1, 0) : best;
    }
}
