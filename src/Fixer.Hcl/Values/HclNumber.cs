using System.Numerics;

namespace Fixer.Hcl.Values;

/// <summary>
/// A number of the language: cty's, which is a binary floating point number. What is written has 512 bits of mantissa, what comes
/// from a machine integer 64, and results have those of their most precise operand; all rounded to nearest even. Zero has no sign here: where Terraform writes -0, this is 0. Immutable.
/// </summary>
public sealed class HclNumber : IEquatable<HclNumber>
{
    /// <summary>Bits of the mantissa of numbers that are written in source or converted from text.</summary>
    public const int WrittenPrecision = 512;

    /// <summary>Powers of two beyond this are no numbers here: writing them out would fill the memory. Terraform's limit is two thousand million.</summary>
    const int MaxExponent = 1 << 17;

    readonly BigInteger mantissa;
    readonly int exponent;

    HclNumber(BigInteger mantissa, int exponent, int precision) => (this.mantissa, this.exponent, Precision) = (mantissa, exponent, precision);

    /// <summary>Zero.</summary>
    public static HclNumber Zero { get; } = new(BigInteger.Zero, 0, WrittenPrecision);

    /// <summary>Bits of the mantissa that it was rounded to. Two numbers are equal whatever their precision.</summary>
    public int Precision { get; }

    /// <summary>Whether there is no fraction.</summary>
    public bool IsInteger => exponent >= 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => mantissa.Sign;

    /// <summary>Its value rounded toward zero.</summary>
    public BigInteger Truncated => exponent >= 0 ? mantissa << exponent : BigInteger.Divide(mantissa, BigInteger.One << -exponent);

    /// <summary>The greatest whole number that is not greater; null if it is out of bounds.</summary>
    public HclNumber? Floor() => IsInteger ? this : Rounded(Sign < 0 ? Truncated - 1 : Truncated, 0, Precision);

    /// <summary>The least whole number that is not less; null if it is out of bounds.</summary>
    public HclNumber? Ceiling() => IsInteger ? this : Rounded(Sign > 0 ? Truncated + 1 : Truncated, 0, Precision);

    /// <summary>Where its first bit is: it is less than 2^Top.</summary>
    long Top => Sign == 0 ? long.MinValue : exponent + BigInteger.Abs(mantissa).GetBitLength();

    /// <summary>A machine integer.</summary>
    public static HclNumber From(long value) => Rounded(value, 0, 64)!;

    /// <summary>A whole number of any size, of the precision that holds it, and at least of <paramref name="precision"/>; null if it is too large.</summary>
    public static HclNumber? From(BigInteger value, int precision = 64) => Rounded(value, 0, (int)Math.Max(precision, value.GetBitLength()));

    /// <summary>A machine floating point number; null if it is not finite.</summary>
    public static HclNumber? From(double value)
    {
        if (!double.IsFinite(value))
            return null;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (fraction, scale) = (bits & 0xFFFFFFFFFFFFF, (int)(bits >> 52) & 0x7FF);
        var magnitude = scale == 0 ? fraction : fraction | 1L << 52;
        return Rounded(bits < 0 ? -magnitude : magnitude, Math.Max(scale, 1) - 1075, 53);
    }

    /// <summary>Reads decimal text as the language converts strings to numbers: sign, digits with at most one point, exponent. Null if it is none, or out of bounds.</summary>
    public static HclNumber? Parse(ReadOnlySpan<char> text) => NumberText.Parse(text);

    /// <summary>The nearest machine floating point number.</summary>
    public double ToDouble()
    {
        // Rounded once, to 53 bits or those that are left close to zero: the conversions of BigInteger truncate.
        var bits = Math.Min(53, BigInteger.Abs(mantissa).GetBitLength() + exponent + 1074);
        var rounded = bits < 0 ? Zero : Rounded(mantissa, exponent, (int)bits);
        return Math.CopySign(rounded is null ? 0 : Math.ScaleB((double)rounded.mantissa, rounded.exponent), Sign);
    }

    /// <summary>Whether it is a whole number in the range of int, and which.</summary>
    public bool TryToInt32(out int value)
    {
        var fits = IsInteger && mantissa.GetBitLength() + exponent <= 32;
        var whole = fits ? Truncated : BigInteger.Zero;
        fits &= whole >= int.MinValue && whole <= int.MaxValue;
        value = fits ? (int)whole : 0;
        return fits;
    }

    /// <summary>The sum; null if it is out of bounds.</summary>
    public HclNumber? Add(HclNumber other)
    {
        if (Sign == 0 || other.Sign == 0 || Math.Abs(Top - other.Top) <= 4 * WrittenPrecision)
            return AddExactly(other);
        var (large, small) = Top > other.Top ? (this, other) : (other, this);

        // Too small to be seen in the sum, but for the rounding of a tie: any number that small does.
        return large.AddExactly(new(small.Sign, (int)Math.Min(large.exponent, large.Top - Math.Max(Precision, other.Precision)) - 2, small.Precision));
    }

    HclNumber? AddExactly(HclNumber other)
    {
        var shared = Math.Min(exponent, other.exponent);
        return Rounded((mantissa << (exponent - shared)) + (other.mantissa << (other.exponent - shared)), shared, Math.Max(Precision, other.Precision));
    }

    /// <summary>The number of opposite sign.</summary>
    public HclNumber Negate() => new(-mantissa, exponent, Precision);

    /// <summary>The product; null if it is out of bounds.</summary>
    public HclNumber? Multiply(HclNumber other)
    {
        var product = Rounded(mantissa * other.mantissa, (long)exponent + other.exponent, WrittenPrecision);
        return product is null ? null : new(product.mantissa, product.exponent, (int)Math.Max(Math.Max(Precision, other.Precision), BigInteger.Abs(product.mantissa).GetBitLength()));
    }

    internal HclNumber? Multiply(HclNumber other, int precision) => Rounded(mantissa * other.mantissa, (long)exponent + other.exponent, precision);

    /// <summary>Times a power of two; null if out of bounds.</summary>
    internal HclNumber? Shifted(long bits) => Rounded(mantissa, exponent + bits, Precision);

    /// <summary>The quotient; null if it is out of bounds.</summary>
    /// <exception cref="DivideByZeroException">The other is zero.</exception>
    public HclNumber? Divide(HclNumber other) => Divide(other, Math.Max(Precision, other.Precision));

    internal HclNumber? Divide(HclNumber other, int precision)
    {
        // Two bits more than wanted, and one that says whether there is a remainder: enough to round right.
        var shift = (int)Math.Max(0, precision + 2 - BigInteger.Abs(mantissa).GetBitLength() + BigInteger.Abs(other.mantissa).GetBitLength());
        var quotient = BigInteger.DivRem(BigInteger.Abs(mantissa) << shift, BigInteger.Abs(other.mantissa), out var remainder);
        quotient = (quotient << 1) | (remainder.IsZero ? 0 : 1);
        return Rounded(Sign * other.Sign < 0 ? -quotient : quotient, (long)exponent - other.exponent - shift - 1, precision);
    }

    /// <summary>What remains of a division whose quotient is rounded toward zero; the number itself if the other is zero. Null if it is out of bounds.</summary>
    public HclNumber? Modulo(HclNumber other)
    {
        if (other.Sign == 0)
            return this;
        if (Divide(other) is not { } quotient)
            return null;
        var times = Rounded(quotient.Truncated, 0, Precision) is { } whole ? Rounded(whole.mantissa * other.mantissa, (long)whole.exponent + other.exponent, Precision) : null;
        return times is null ? null : Add(times.Negate()) is { } rest ? Rounded(rest.mantissa, rest.exponent, Precision) : null;
    }

    /// <summary>Negative, zero or positive as this number is less than, equal to or greater than the other.</summary>
    public int CompareTo(HclNumber other)
    {
        if (Sign != other.Sign)
            return Sign.CompareTo(other.Sign);
        if (Top != other.Top)
            return Top.CompareTo(other.Top) * Sign;
        var shared = Math.Min(exponent, other.exponent);
        return (mantissa << (exponent - shared)).CompareTo(other.mantissa << (other.exponent - shared));
    }

    /// <inheritdoc/>
    public bool Equals(HclNumber? other) => other is not null && exponent == other.exponent && mantissa == other.mantissa;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HclNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(mantissa, exponent);

    /// <summary>The shortest decimal text that reads back as this number, without exponent: what the language converts it to.</summary>
    public override string ToString() => NumberText.Shortest(mantissa, exponent, Precision);

    /// <summary>The shortest text that reads back as this number, with an exponent if it is below 0.0001 or not below a million: Go's <c>%v</c>.</summary>
    internal string ToShortestGeneralString() => NumberText.ShortestGeneral(mantissa, exponent, Precision);

    /// <summary>Decimal text without exponent: C's <c>%f</c>.</summary>
    internal string ToFixedString(int fraction) => NumberText.Fixed(mantissa, exponent, fraction);

    /// <summary>Decimal text with an exponent: C's <c>%e</c>.</summary>
    internal string ToScientificString(int fraction) => NumberText.Scientific(mantissa, exponent, fraction);

    /// <summary>Decimal text of at most <paramref name="digits"/> significant digits, with an exponent where that is shorter: C's <c>%g</c>.</summary>
    internal string ToGeneralString(int digits) => NumberText.General(mantissa, exponent, digits);

    /// <summary>Rounds to nearest even and takes the trailing zeros off, so that equal numbers look the same. Null if out of bounds.</summary>
    internal static HclNumber? Rounded(BigInteger mantissa, long exponent, int precision)
    {
        if (mantissa.IsZero)
            return new(BigInteger.Zero, 0, precision);
        var magnitude = BigInteger.Abs(mantissa);
        var excess = (int)(magnitude.GetBitLength() - precision);
        if (excess > 0)
        {
            var half = BigInteger.One << (excess - 1);
            var rest = magnitude & ((half << 1) - 1);
            magnitude >>= excess;
            exponent += excess;
            if (rest > half || (rest == half && !magnitude.IsEven))
                magnitude++;
        }

        var zeros = (int)(long)BigInteger.TrailingZeroCount(magnitude);
        magnitude >>= zeros;
        exponent += zeros;
        if (exponent > MaxExponent || exponent < -MaxExponent || exponent + magnitude.GetBitLength() > MaxExponent)
            return null;
        return new(mantissa.Sign < 0 ? -magnitude : magnitude, (int)exponent, precision);
    }
}
