using System.Numerics;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Numbers;

/// <summary><c>parseint</c>: digits in any base up to 62; up to 36 capitals are digits like small letters, above they come after them.</summary>
static class Parsing
{
    /// <summary>A number of more bits is none here.</summary>
    const int MaxBits = 1 << 17;

    public static HclFunction ParseInt { get; } = Function(HclType.Number, [Any("number"), Number("base")], call =>
    {
        if (call.Arguments[0].Type != HclType.String)
            throw new HclFunctionException("A string is required.", 0);
        if (call.Whole(1) is not (>= 2 and <= 62) and var wrong)
            throw new HclFunctionException($"The base must be between 2 and 62 and is {wrong}.", 1);
        return Parse(call, call.Text(0), (int)call.Whole(1));
    });

    static HclValue Parse(in HclCall call, string text, int @base)
    {
        var digits = text.AsSpan(text is ['+' or '-', ..] ? 1 : 0);
        if (digits.IsEmpty)
            throw NoNumber(@base);
        foreach (var c in digits)
        {
            if (Digit(c, @base) >= @base)
                throw NoNumber(@base);
        }

        digits = digits.TrimStart('0');
        if (digits.Length * Math.Log2(@base) > MaxBits + 8)
            return call.Unknown(HclType.Number);
        var value = Value(digits, @base);
        return call.Result(HclNumber.From(text[0] == '-' ? -value : value));
    }

    /// <summary>As many digits at once as fit into a machine word.</summary>
    static BigInteger Value(ReadOnlySpan<char> digits, int @base)
    {
        var result = BigInteger.Zero;
        var (word, factor) = (0UL, 1UL);
        foreach (var c in digits)
        {
            (word, factor) = ((word * (ulong)@base) + (ulong)Digit(c, @base), factor * (ulong)@base);
            if (factor > uint.MaxValue)
            {
                result = (result * factor) + word;
                (word, factor) = (0, 1);
            }
        }

        return (result * factor) + word;
    }

    static int Digit(char c, int @base) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + (@base <= 36 ? 10 : 36),
        _ => int.MaxValue,
    };

    static HclFunctionException NoNumber(int @base) => new($"This is not a whole number in base {@base}.", 0);
}
