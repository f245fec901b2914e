using System.Globalization;
using System.Numerics;

namespace Fixer.Hcl.Values;

/// <summary>A number that is not negative, in decimal: 0.DIGITS × 10^exponent.</summary>
/// <param name="Digits">The digits, without zeros at either end; empty for zero.</param>
/// <param name="Exponent">Where the point is: behind so many digits.</param>
readonly record struct DecimalDigits(string Digits, int Exponent)
{
    public char this[int index] => index < Digits.Length ? Digits[index] : '0';

    /// <summary>Exactly <paramref name="mantissa"/> × 2^<paramref name="exponent"/>.</summary>
    public static DecimalDigits Of(BigInteger mantissa, int exponent)
    {
        var text = (exponent >= 0 ? mantissa << exponent : mantissa * BigInteger.Pow(5, -exponent)).ToString(CultureInfo.InvariantCulture);
        return mantissa.IsZero ? new("", 0) : new(text.TrimEnd('0'), text.Length + Math.Min(0, exponent));
    }

    /// <summary>Rounded to so many digits; a tie to the even digit.</summary>
    public DecimalDigits Rounded(int count)
    {
        if (count >= Digits.Length || count < 0)
            return this;
        var isTie = Digits[count] == '5' && count + 1 == Digits.Length;
        return Cut(count, isTie ? count > 0 && (Digits[count - 1] & 1) != 0 : Digits[count] >= '5');
    }

    /// <summary>So many digits, toward zero or away from it.</summary>
    public DecimalDigits Cut(int count, bool up)
    {
        if (count >= Digits.Length)
            return this;
        if (!up)
            return Trimmed(Digits[..count], Exponent);
        while (count > 0 && Digits[count - 1] == '9')
            count--;
        return count == 0 ? new("1", Exponent + 1) : new(Digits[..(count - 1)] + (char)(Digits[count - 1] + 1), Exponent);
    }

    static DecimalDigits Trimmed(string digits, int exponent)
    {
        digits = digits.TrimEnd('0');
        return new(digits, digits.Length == 0 ? 0 : exponent);
    }

    /// <summary>Without exponent, with so many digits behind the point.</summary>
    public string ToFixed(int fraction)
    {
        var whole = Exponent <= 0 ? "0" : Digits.Length >= Exponent ? Digits[..Exponent] : Digits.PadRight(Exponent, '0');
        if (fraction == 0)
            return whole;
        var behind = Exponent >= Digits.Length ? "" : Exponent >= 0 ? Digits[Exponent..] : new string('0', Math.Min(-Exponent, fraction)) + Digits;
        return $"{whole}.{(behind.Length > fraction ? behind[..fraction] : behind.PadRight(fraction, '0'))}";
    }

    /// <summary>With one digit before the point, so many behind it, and an exponent of at least two digits.</summary>
    public string ToScientific(int fraction)
    {
        var scale = Digits.Length == 0 ? 0 : Exponent - 1;
        var behind = fraction <= 0 ? "" : $".{(Digits.Length > 1 ? Digits[1..] : "").PadRight(fraction, '0')[..fraction]}";
        return $"{this[0]}{behind}e{(scale < 0 ? '-' : '+')}{Math.Abs(scale):00}";
    }
}
