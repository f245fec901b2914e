using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Numbers;

/// <summary>
/// <c>pow</c> and <c>log</c>, on machine floating point numbers as in Terraform. Unknown is what is infinite there, as numbers are finite here,
/// and powers that are no whole number and no half: their last digit depends on who calculates.
/// </summary>
static class Powers
{
    public static HclFunction Pow { get; } = OfDoubles("num", "power", Power);

    public static HclFunction Log { get; } = OfDoubles("num", "base", (number, root) => NaturalLogarithm.Of(number) / NaturalLogarithm.Of(root));

    static HclFunction OfDoubles(string first, string second, Func<double, double, double?> body) => Function(HclType.Number, [Number(first), Number(second)], call =>
        body(call.Double(0), call.Double(1)) switch
        {
            null => call.Unknown(HclType.Number),
            double.NaN => throw new HclFunctionException("The result is not a number."),
            { } result => call.Result(HclNumber.From(result)),
        });

    /// <summary>Whole powers by repeated squaring, rounded in every step: the last digits are those that Go's library has.</summary>
    static double? Power(double number, double power)
    {
        var whole = Math.Abs(power);
        var isWhole = whole == Math.Truncate(whole);
        if (whole == 0.5 && number > 0)
            return power > 0 ? Math.Sqrt(number) : 1 / Math.Sqrt(number);
        if (number == 0 || power == 0 || whole >= 1L << 62 || (number < 0 && !isWhole))
            return Math.Pow(number, power);
        if (!isWhole)
            return null;
        var (result, scale) = (1.0, 0L);
        var factorScale = (long)Math.ILogB(number) + 1;
        var factor = Math.ScaleB(number, (int)-factorScale);
        for (var left = (long)whole; left != 0; left >>= 1)
        {
            // Beyond the range of any exponent: zero or infinite, and a further square would overflow.
            if (Math.Abs(factorScale) > 1 << 13)
                return Math.Pow(number, power);
            if ((left & 1) == 1)
                (result, scale) = (result * factor, scale + factorScale);
            (factor, factorScale) = (factor * factor, factorScale << 1);
            if (factor < 0.5)
                (factor, factorScale) = (factor + factor, factorScale - 1);
        }

        return power < 0 ? Math.ScaleB(1 / result, (int)-scale) : Math.ScaleB(result, (int)scale);
    }
}
