namespace Fixer.Hcl.Functions.Numbers;

/// <summary>The logarithm as fdlibm approximates it, which Go uses: the machine's own may differ in the last digit.</summary>
static class NaturalLogarithm
{
    /// <summary>The logarithm of two, in two parts of which the first has zeros at its end.</summary>
    const double High = 6.93147180369123816490e-01;

    const double Low = 1.90821492927058770002e-10;

    /// <summary>Of odd and even powers of s², s as below.</summary>
    static ReadOnlySpan<double> Odd => [6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01];

    static ReadOnlySpan<double> Even => [3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01];

    public static double Of(double value)
    {
        if (!(value > 0) || double.IsInfinity(value))
            return Math.Log(value);

        // value = 2^exponent × (1 + f), with 1 + f between √½ and √2; then by s = f / (2 + f).
        var exponent = Math.ILogB(value) + 1;
        var mantissa = Math.ScaleB(value, -exponent);
        if (mantissa < Math.Sqrt(0.5))
            (mantissa, exponent) = (mantissa * 2, exponent - 1);
        var f = mantissa - 1;
        var s = f / (2 + f);
        var square = s * s;
        var fourth = square * square;
        var rest = (square * Polynomial(Odd, fourth)) + (fourth * Polynomial(Even, fourth));
        var half = 0.5 * f * f;
        return (exponent * High) - (half - ((s * (half + rest)) + (exponent * Low)) - f);
    }

    static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var result = coefficients[^1];
        for (var i = coefficients.Length - 2; i >= 0; i--)
            result = coefficients[i] + (x * result);
        return result;
    }
}
