using System.Globalization;
using System.Numerics;

namespace Fixer.Hcl.Values;

/// <summary>Numbers from decimal text and back, rounded as HashiCorp's implementation does it, which keeps 64 bits more while it scales.</summary>
static class NumberText
{
    /// <summary>Powers of five below this fit into 64 bits.</summary>
    const int SmallPowers = 27;

    /// <summary>Longer text is no number here.</summary>
    const int MaxLength = 1 << 16;

    public static HclNumber? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return null;
        var isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..];
        var mantissa = text[..MantissaLength(text)];
        var rest = text[mantissa.Length..];
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (digits.Length == 0)
            return null;
        long scale = 0;
        var isBinary = rest is ['p' or 'P', ..];
        if (!rest.IsEmpty && (rest[0] is not ('e' or 'E' or 'p' or 'P') || !TryExponent(rest[1..], out scale)))
            return null;
        var whole = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var five = (point < 0 ? 0 : point - mantissa.Length + 1) + (isBinary ? 0 : scale);
        var two = five + (isBinary ? scale : 0);
        return Scaled(isNegative ? -whole : whole, two, five);
    }

    /// <summary>Digits with at most one point.</summary>
    static int MantissaLength(ReadOnlySpan<char> text)
    {
        var (length, points) = (0, 0);
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || (text[length] == '.' && points++ == 0)))
            length++;
        return length;
    }

    static bool TryExponent(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        var digits = text is ['+' or '-', ..] ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        // What is cut off is out of bounds all the same.
        digits = digits.TrimStart('0');
        value = digits.IsEmpty ? 0 : long.Parse(digits[..Math.Min(digits.Length, 9)], NumberStyles.None, CultureInfo.InvariantCulture);
        if (text[0] == '-')
            value = -value;
        return true;
    }

    /// <summary>whole × 2^two × 5^five</summary>
    static HclNumber? Scaled(BigInteger whole, long two, long five)
    {
        const int Precision = HclNumber.WrittenPrecision;
        if (whole.IsZero)
            return HclNumber.Zero;
        if (five == 0)
            return HclNumber.Rounded(whole, two, Precision);
        if (HclNumber.From(whole) is not { } exact || PowerOfFive(Math.Abs(five), Precision + 64) is not { } power)
            return null;
        return (five < 0 ? exact.Divide(power, Precision) : exact.Multiply(power, Precision))?.Shifted(two);
    }

    static HclNumber? PowerOfFive(long n, int precision)
    {
        var result = HclNumber.From(BigInteger.Pow(5, (int)Math.Min(n, SmallPowers)), precision);
        n -= SmallPowers;
        for (var factor = HclNumber.From(5); n > 0; n >>= 1)
        {
            if ((n & 1) != 0)
                result = factor is null ? null : result?.Multiply(factor, precision);
            factor = factor?.Multiply(factor, precision + 64);
        }

        return result;
    }

    /// <summary>The fewest digits that lie between this number's neighbours, without exponent.</summary>
    public static string Shortest(BigInteger mantissa, int exponent, int precision)
    {
        var digits = ShortestDigits(mantissa, exponent, precision);
        return Signed(mantissa, digits.ToFixed(Math.Max(0, digits.Digits.Length - digits.Exponent)));
    }

    /// <summary>The same digits, with an exponent if the number is below 0.0001 or not below a million.</summary>
    public static string ShortestGeneral(BigInteger mantissa, int exponent, int precision) => General(mantissa, ShortestDigits(mantissa, exponent, precision), 6);

    static DecimalDigits ShortestDigits(BigInteger mantissa, int exponent, int precision)
    {
        var magnitude = BigInteger.Abs(mantissa);
        var digits = DecimalDigits.Of(magnitude, exponent);
        return exponent < 0 || magnitude.GetBitLength() + exponent > precision ? Shorten(digits, magnitude, exponent, precision) : digits;
    }

    static DecimalDigits Shorten(DecimalDigits digits, BigInteger magnitude, int exponent, int precision)
    {
        // One bit more than the precision, so that one unit is half of that of the last place.
        var shift = precision + 1 - (int)magnitude.GetBitLength();
        if (shift < 1)
            return digits;
        var doubled = magnitude << shift;
        var lower = DecimalDigits.Of(doubled - 1, exponent - shift);
        var upper = DecimalDigits.Of(doubled + 1, exponent - shift);

        // The bounds themselves read back as this number if its mantissa is even.
        var inclusive = (doubled & 2).IsZero;
        for (var i = 0; i < digits.Digits.Length; i++)
        {
            var (digit, low, high) = (digits.Digits[i], lower[i], upper[i]);
            var mayRoundDown = low != digit || (inclusive && i + 1 == lower.Digits.Length);
            var mayRoundUp = digit != high && (inclusive || digit + 1 < high || i + 1 < upper.Digits.Length);
            if (mayRoundDown || mayRoundUp)
                return mayRoundDown && mayRoundUp ? digits.Rounded(i + 1) : digits.Cut(i + 1, up: mayRoundUp);
        }

        return digits;
    }

    /// <summary>C's <c>%g</c>.</summary>
    public static string General(BigInteger mantissa, int exponent, int precision)
    {
        var digits = DecimalDigits.Of(BigInteger.Abs(mantissa), exponent).Rounded(precision);
        var significant = digits.Digits.Length;
        return General(mantissa, digits, precision > significant && significant >= digits.Exponent ? significant : precision);
    }

    /// <summary>C's <c>%f</c>: so many digits behind the point.</summary>
    public static string Fixed(BigInteger mantissa, int exponent, int fraction)
    {
        var digits = DecimalDigits.Of(BigInteger.Abs(mantissa), exponent);
        return Signed(mantissa, digits.Rounded(digits.Exponent + fraction).ToFixed(fraction));
    }

    /// <summary>C's <c>%e</c>: so many digits behind the point.</summary>
    public static string Scientific(BigInteger mantissa, int exponent, int fraction) =>
        Signed(mantissa, DecimalDigits.Of(BigInteger.Abs(mantissa), exponent).Rounded(fraction + 1).ToScientific(fraction));

    static string General(BigInteger mantissa, DecimalDigits digits, int usual)
    {
        var (scale, significant) = (digits.Exponent - 1, digits.Digits.Length);
        return Signed(mantissa, scale < -4 || scale >= usual ? digits.ToScientific(significant - 1) : digits.ToFixed(Math.Max(0, significant - digits.Exponent)));
    }

    static string Signed(BigInteger mantissa, string magnitude) => mantissa.Sign < 0 ? "-" + magnitude : magnitude;
}
