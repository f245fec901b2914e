using System.Globalization;
using System.Numerics;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions.Encodings;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Functions.Strings;

/// <summary>Flags between the percent sign and the rest of a verb.</summary>
[Flags]
enum FormatFlags
{
    None = 0,
    Zero = 1,
    Sharp = 2,
    Minus = 4,
    Plus = 8,
    Space = 16,
}

/// <summary>A sequence such as <c>%-5.2f</c> or <c>%[2]s</c>.</summary>
/// <param name="Mode">The letter at its end.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Width">The least number of characters; null if it is not given.</param>
/// <param name="Precision">The number behind the point; null if there is no point.</param>
/// <param name="Argument">Which argument it formats, from one; null for the one behind that of the verb before.</param>
readonly record struct FormatVerb(char Mode, FormatFlags Flags, int? Width, int? Precision, int? Argument)
{
    public void Append(StringBuilder result, HclValue argument, int index, EvaluationBudget budget)
    {
        budget.SpendText((Width ?? 0) + (Precision ?? 0));
        if (argument.IsNull && Mode != 'v')
            throw new HclFunctionException($"Null cannot be formatted with %{Mode}.", index);
        switch (Mode)
        {
            case 'v':
                Pad(result, Plain(argument, budget));
                break;
            case 't':
                result.Append(Converted(argument, HclType.Bool, index).AsBool() ? "true" : "false");
                break;
            case 's':
                Pad(result, Cut(Converted(argument, HclType.String, index).AsString()));
                break;
            case 'q':
                var quoted = new StringBuilder();
                JsonEncoding.AppendQuoted(quoted, Cut(Converted(argument, HclType.String, index).AsString()));
                Pad(result, quoted.ToString());
                break;
            case 'b' or 'd' or 'o' or 'x' or 'X':
                AppendInteger(result, Converted(argument, HclType.Number, index).AsNumber(), index);
                break;
            case 'e' or 'E' or 'f' or 'g' or 'G':
                AppendDecimal(result, Converted(argument, HclType.Number, index).AsNumber());
                break;
            default:
                throw new HclFunctionException($"There is no verb %{Mode}.", 0);
        }
    }

    static HclValue Converted(HclValue value, HclType type, int index) =>
        HclConversion.Convert(value, type, out var error) ?? throw new HclFunctionException($"This cannot be formatted: {error}.", index);

    void Pad(StringBuilder result, string text)
    {
        if (Width is { } width)
            Graphemes.Pad(result, text, width, Flags.HasFlag(FormatFlags.Zero) ? '0' : ' ', Flags.HasFlag(FormatFlags.Minus));
        else
            result.Append(text);
    }

    string Plain(HclValue value, EvaluationBudget budget)
    {
        if (value.IsNull || Flags.HasFlag(FormatFlags.Sharp) || !value.Type.IsPrimitive || value.Type == HclType.Bool)
            return JsonEncoding.Text(value, budget);
        return value.Type == HclType.String ? value.AsString() : value.AsNumber().ToShortestGeneralString();
    }

    string Cut(string text) => Precision > 0 ? text[..Graphemes.Index(text, Precision.Value)] : text;

    /// <summary>As Go's library formats its big integers.</summary>
    void AppendInteger(StringBuilder result, HclNumber number, int index)
    {
        if (!number.IsInteger)
            throw new HclFunctionException("A whole number is required.", index);
        if (Precision == 0 && number.Sign == 0)
            return;
        var digits = Digits(BigInteger.Abs(number.Truncated));
        var prefix = !Flags.HasFlag(FormatFlags.Sharp) ? "" : Mode switch { 'b' => "0b", 'o' => "0", 'x' => "0x", 'X' => "0X", _ => "" };
        digits = digits.PadLeft(Precision ?? 0, '0');
        var (sign, minus) = (Sign(number), Flags.HasFlag(FormatFlags.Minus));
        if (Flags.HasFlag(FormatFlags.Zero) && !minus && Precision is null)
            digits = digits.PadLeft(Math.Max(0, (Width ?? 0) - sign.Length - prefix.Length), '0');
        var text = sign + prefix + digits;
        result.Append(minus ? text.PadRight(Width ?? 0) : text.PadLeft(Width ?? 0));
    }

    /// <summary>As Go's library formats its big floating point numbers: zeros come before minus.</summary>
    void AppendDecimal(StringBuilder result, HclNumber number)
    {
        var magnitude = number.Sign < 0 ? number.Negate() : number;
        var digits = char.ToLowerInvariant(Mode) switch
        {
            'e' => magnitude.ToScientificString(Precision ?? 6),
            'f' => magnitude.ToFixedString(Precision ?? 6),
            _ => Precision is { } precision ? magnitude.ToGeneralString(Math.Max(1, precision)) : magnitude.ToShortestGeneralString(),
        };
        if (char.IsAsciiLetterUpper(Mode))
            digits = digits.ToUpperInvariant();
        var sign = Sign(number);
        if (Flags.HasFlag(FormatFlags.Zero))
            digits = digits.PadLeft(Math.Max(0, (Width ?? 0) - sign.Length), '0');
        var text = sign + digits;
        result.Append(Flags.HasFlag(FormatFlags.Minus) ? text.PadRight(Width ?? 0) : text.PadLeft(Width ?? 0));
    }

    string Sign(HclNumber number) => number.Sign < 0 ? "-" : Flags.HasFlag(FormatFlags.Plus) ? "+" : Flags.HasFlag(FormatFlags.Space) ? " " : "";

    string Digits(BigInteger magnitude) => Mode switch
    {
        'd' => magnitude.ToString(CultureInfo.InvariantCulture),
        'b' => Trimmed(magnitude.ToString("b", CultureInfo.InvariantCulture)),
        'o' => Octal(magnitude.ToString("b", CultureInfo.InvariantCulture)),
        _ => Trimmed(magnitude.ToString(Mode == 'x' ? "x" : "X", CultureInfo.InvariantCulture)),
    };

    /// <summary>Without the zero that stands for the sign.</summary>
    static string Trimmed(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    static string Octal(string bits)
    {
        bits = bits.PadLeft((bits.Length + 2) / 3 * 3, '0');
        return Trimmed(string.Concat(bits.Chunk(3).Select(b => (char)('0' + ((b[0] - '0') * 4) + ((b[1] - '0') * 2) + b[2] - '0'))));
    }
}
