using System.Buffers;
using System.Globalization;

namespace Fixer.Hcl.Functions.Dates;

/// <summary>Durations as Go writes them: <c>-1h15m30.5s</c>.</summary>
static class Duration
{
    static readonly SearchValues<char> Numeric = SearchValues.Create(".0123456789");

    /// <summary>Nanoseconds; null if it is none, or more than 63 bits of them.</summary>
    public static long? Parse(string text)
    {
        var rest = text.AsSpan(text is ['+' or '-', ..] ? 1 : 0);
        if (rest is "0")
            return 0;
        if (rest.IsEmpty)
            return null;
        var sum = Int128.Zero;
        while (!rest.IsEmpty)
        {
            if (Next(ref rest) is not { } part)
                return null;
            sum += part;
            if (sum > (Int128)long.MaxValue + 1)
                return null;
        }

        sum = text[0] == '-' ? -sum : sum;
        return sum > long.MaxValue ? null : (long)sum;
    }

    /// <summary>A number and its unit.</summary>
    static Int128? Next(ref ReadOnlySpan<char> text)
    {
        var whole = Digits(ref text);
        var fraction = text is ['.', ..] ? Digits(ref text, skip: 1) : default;
        if (whole.IsEmpty && fraction.IsEmpty)
            return null;
        var length = text.IndexOfAny(Numeric);
        var unit = Unit(length < 0 ? text : text[..length]);
        text = length < 0 ? default : text[length..];
        whole = whole.TrimStart('0');
        if (unit == 0 || whole.Length > 19)
            return null;

        // Digits beyond those of a machine integer are dropped.
        fraction = fraction.Length > 18 ? fraction[..18] : fraction;
        var value = whole.IsEmpty ? 0 : Int128.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture);
        var scaled = fraction.IsEmpty ? 0 : (long)(double.Parse(fraction, NumberStyles.None, CultureInfo.InvariantCulture) * (unit / Math.Pow(10, fraction.Length)));
        return (value * unit) + scaled;
    }

    static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text, int skip = 0)
    {
        text = text[skip..];
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text : text[..length];
        text = text[digits.Length..];
        return digits;
    }

    /// <summary>Nanoseconds of a unit; zero if there is no such unit. Micro is written with u, or with either of two letters that look the same.</summary>
    static long Unit(ReadOnlySpan<char> name) => name switch
    {
        "ns" => 1,
        "us" or "\u00B5s" or "\u03BCs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => 0,
    };
}
