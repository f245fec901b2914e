using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary><c>yamlencode</c>: block style, strings in double quotes, or literal if they have several lines. As Terraform writes it, to the byte.</summary>
sealed class YamlEncoding(EvaluationBudget budget)
{
    const int Step = 2;

    readonly StringBuilder result = new();

    /// <summary>What something stands in, which decides how it is indented.</summary>
    enum Place
    {
        Document,
        Item,
        Member,
    }

    /// <summary>The YAML of a value that is wholly known; null if a key is so long that it would be written in another way.</summary>
    public static string? Encode(HclValue value, EvaluationBudget budget)
    {
        var encoding = new YamlEncoding(budget);
        if (!encoding.TryAppend(value, 0, Place.Document))
            return null;
        YamlText.BeginLine(encoding.result, 0);

        // A scalar without quotes could go on.
        if (value.IsNull || (value.Type.IsPrimitive && value.Type != HclType.String))
            encoding.result.Append("...\n");
        return encoding.result.ToString();
    }

    bool TryAppend(HclValue value, int indent, Place place)
    {
        budget.Spend(1);
        if (!value.IsNull && !value.Type.IsPrimitive && !value.Elements.IsEmpty)
            return value.Type.IsKeyed ? TryAppendMapping(value, indent, place) : TryAppendSequence(value, indent, place);
        if (place != Place.Document)
            result.Append(' ');
        if (value.IsNull)
            result.Append("null");
        else if (value.Type == HclType.Bool)
            result.Append(value.AsBool() ? "true" : "false");
        else if (value.Type == HclType.Number)
            result.Append(value.AsNumber());
        else if (value.Type == HclType.String)
            AppendText(value.AsString(), indent + Step);
        else
            result.Append(value.Type.IsKeyed ? "{}" : "[]");
        return true;
    }

    void AppendText(string text, int indent)
    {
        budget.SpendText(text.Length);
        if (text.Contains('\n', StringComparison.Ordinal) && YamlText.CanBeLiteral(text))
            YamlText.AppendLiteral(result, text, indent);
        else
            YamlText.AppendQuoted(result, text, indent);
    }

    bool TryAppendSequence(HclValue value, int indent, Place place)
    {
        // A list in a mapping is not indented.
        var inner = place == Place.Item ? indent + Step : indent;
        var isFirst = true;
        foreach (var element in value.Elements)
        {
            BeginLine(inner, isFirst, place);
            isFirst = false;
            result.Append('-');
            if (!TryAppend(element.Value, inner, Place.Item))
                return false;
        }

        return true;
    }

    bool TryAppendMapping(HclValue value, int indent, Place place)
    {
        var inner = place == Place.Document ? indent : indent + Step;
        var isFirst = true;
        foreach (var element in value.Elements)
        {
            if (!YamlText.IsSimpleKey(element.Key!))
                return false;
            BeginLine(inner, isFirst, place);
            isFirst = false;
            YamlText.AppendQuoted(result, element.Key!, null);
            result.Append(':');
            if (!TryAppend(element.Value, inner, Place.Member))
                return false;
        }

        return true;
    }

    void BeginLine(int indent, bool isFirst, Place place)
    {
        budget.SpendText(indent);
        if (isFirst && place == Place.Item)
            result.Append(' ');
        else
            YamlText.BeginLine(result, indent);
    }
}
