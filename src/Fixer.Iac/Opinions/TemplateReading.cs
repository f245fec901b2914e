using System.Text;
using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Opinions;

/// <summary>How hcl2json writes an expression that is no JSON: the text of a string or a template with its sequences, anything else as source in <c>${…}</c>.</summary>
static class TemplateReading
{
    /// <summary>An expression that is a value.</summary>
    public static string Text(HclExpression expression)
    {
        var text = new StringBuilder();
        if (expression is StringLiteral or TemplateExpression)
            Append(text, expression);
        else
            AppendSource(text, "${", expression);
        return text.ToString();
    }

    /// <summary>An expression that is the key of an item of an object.</summary>
    public static string Key(HclExpression key) => key switch
    {
        TraversalExpression or BooleanLiteral or NullLiteral => key.ToString(),
        NumberLiteral number => Digits(number),
        _ => Text(key),
    };

    static void Append(StringBuilder text, IEnumerable<TemplatePart> parts)
    {
        foreach (var part in parts)
            Append(text, part);
    }

    static void Append(StringBuilder text, TemplatePart part)
    {
        switch (part)
        {
            case TemplateText literal:
                text.Append(Escaped(literal.Value));
                break;
            case TemplateInterpolation interpolation:
                Append(text, interpolation.Expression);
                break;
            case TemplateIf choice:
                AppendSource(text, "%{if ", choice.Condition);
                Append(text, choice.Then);
                AppendElse(text, inner => Append(inner, choice.Else));
                break;
            case TemplateFor loop:
                AppendSource(text, loop.KeyName is null ? $"%{{for {loop.ValueName} in " : $"%{{for {loop.KeyName}, {loop.ValueName} in ", loop.Collection);
                Append(text, loop.Body);
                text.Append("%{endfor}");
                break;
        }
    }

    /// <summary>An expression inside of a template.</summary>
    static void Append(StringBuilder text, HclExpression expression)
    {
        switch (expression)
        {
            case StringLiteral literal:
                text.Append(Escaped(literal.Value));
                break;
            case TemplateExpression template:
                Append(text, template.Parts);
                break;
            case NumberLiteral number:
                text.Append(Digits(number));
                break;
            case BooleanLiteral or NullLiteral:
                text.Append(expression);
                break;
            case ConditionalExpression choice:
                AppendSource(text, "%{if ", choice.Condition);
                Append(text, choice.Then);
                AppendElse(text, inner => Append(inner, choice.Else));
                break;
            default:
                AppendSource(text, "${", expression);
                break;
        }
    }

    /// <summary>There is no <c>else</c> for nothing.</summary>
    static void AppendElse(StringBuilder text, Action<StringBuilder> append)
    {
        const string Else = "%{else}";
        text.Append(Else);
        var start = text.Length;
        append(text);
        if (text.Length == start)
            text.Length -= Else.Length;
        text.Append("%{endif}");
    }

    static void AppendSource(StringBuilder text, string start, HclExpression expression) => text.Append(start).Append(expression).Append('}');

    static string Digits(NumberLiteral number) => HclNumber.Parse(number.Digits)?.ToString() ?? number.Digits;

    static string Escaped(string text) => text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
}
