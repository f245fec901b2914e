using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Encodings;

/// <summary><c>jsonencode</c>: JSON without white space, as Go's library writes it, which is safe in HTML as well.</summary>
static class JsonEncoding
{
    public static HclFunction JsonEncode { get; } = Function(HclType.String, [Anything("val")], call =>
        call.Arguments[0].IsWhollyKnown ? call.Result(Text(call.Arguments[0], call.Budget)) : call.Unknown(HclType.String));

    /// <summary>The JSON of a value that is wholly known.</summary>
    public static string Text(HclValue value, EvaluationBudget budget)
    {
        var result = new StringBuilder();
        Append(result, value, budget);
        return result.ToString();
    }

    public static void AppendQuoted(StringBuilder result, string text)
    {
        result.Append('"');
        foreach (var c in text)
            AppendEscaped(result, c);
        result.Append('"');
    }

    static void Append(StringBuilder result, HclValue value, EvaluationBudget budget)
    {
        budget.Spend(1);
        if (value.IsNull)
            result.Append("null");
        else if (value.Type == HclType.String)
        {
            budget.SpendText(value.AsString().Length);
            AppendQuoted(result, value.AsString());
        }
        else if (value.Type == HclType.Number)
        {
            var digits = value.AsNumber().ToString();
            budget.SpendText(digits.Length);
            result.Append(digits);
        }
        else if (value.Type == HclType.Bool)
            result.Append(value.AsBool() ? "true" : "false");
        else
            AppendElements(result, value, budget);
    }

    static void AppendElements(StringBuilder result, HclValue value, EvaluationBudget budget)
    {
        result.Append(value.Type.IsKeyed ? '{' : '[');
        var isFirst = true;
        foreach (var element in value.Elements)
        {
            if (!isFirst)
                result.Append(',');
            isFirst = false;
            if (element.Key is { } key)
            {
                budget.SpendText(key.Length);
                AppendQuoted(result, key);
                result.Append(':');
            }

            Append(result, element.Value, budget);
        }

        result.Append(value.Type.IsKeyed ? '}' : ']');
    }

    static void AppendEscaped(StringBuilder result, char c)
    {
        switch (c)
        {
            case '"': result.Append("\\\""); break;
            case '\\': result.Append("\\\\"); break;
            case '\b': result.Append("\\b"); break;
            case '\f': result.Append("\\f"); break;
            case '\n': result.Append("\\n"); break;
            case '\r': result.Append("\\r"); break;
            case '\t': result.Append("\\t"); break;
            case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029': result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
            default: result.Append(c); break;
        }
    }
}
