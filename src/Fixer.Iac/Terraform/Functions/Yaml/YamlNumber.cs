using System.Globalization;
using System.Numerics;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary>Numbers in YAML: YAML 1.2, "Core Schema", tag resolution.</summary>
static class YamlNumber
{
    /// <summary>Decimal digits with an optional sign, or octal or hexadecimal ones with a prefix.</summary>
    public static bool IsInteger(string text) => text switch
    {
        ['0', 'o', .. { Length: > 0 } octal] => octal.All(c => c is >= '0' and <= '7'),
        ['0', 'x', .. { Length: > 0 } digits] => digits.All(char.IsAsciiHexDigit),
        _ => Unsigned(text) is { Length: > 0 } digits && digits.All(char.IsAsciiDigit),
    };

    /// <summary>A sign, digits with a point, an exponent: each but the digits optional.</summary>
    public static bool IsFloat(string text)
    {
        var rest = Unsigned(text).AsSpan();
        var whole = Digits(rest);
        rest = rest[whole..];
        if (rest is ['.', ..])
        {
            var fraction = Digits(rest[1..]);
            whole += fraction;
            rest = rest[(1 + fraction)..];
        }

        if (rest is ['e' or 'E', '+' or '-', .. var signed])
            return whole > 0 && signed.Length > 0 && Digits(signed) == signed.Length;
        return whole > 0 && (rest.IsEmpty || (rest is ['e' or 'E', _, ..] && Digits(rest[1..]) == rest.Length - 1));
    }

    /// <summary>Whether the text is a number to whoever says that it is one: underscores and the prefixes of Go are allowed then.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; null if it is one that is out of bounds.</param>
    public static bool IsNumber(string text, out HclNumber? number)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (IsFloat(plain))
        {
            number = HclNumber.Parse(plain);
            return true;
        }

        var digits = Unsigned(plain);
        var value = digits switch
        {
            ['0', 'x' or 'X', .. var hexadecimal] => InBase(16, hexadecimal),
            ['0', 'o' or 'O', .. var octal] => InBase(8, octal),
            ['0', 'b' or 'B', .. var binary] => InBase(2, binary),
            _ => null,
        };
        if (plain is ['-', ..])
            value = -value;
        number = value is { } known && known >= long.MinValue && known <= (plain.Length == digits.Length ? ulong.MaxValue : long.MaxValue) ? HclNumber.From(known) : null;
        return number is not null;
    }

    static string Unsigned(string text) => text is ['+' or '-', .. var rest] ? rest : text;

    static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    static BigInteger? InBase(int radix, string digits)
    {
        // Longer is out of bounds for sure.
        if (digits.Length is 0 or > 64)
            return null;
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c) || int.Parse(c.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var digit && digit >= radix)
                return null;
            value = (value * radix) + digit;
        }

        return value;
    }
}
