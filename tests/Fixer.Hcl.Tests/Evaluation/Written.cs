using System.Globalization;
using System.Text;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>Writes values and types as <c>jsonencode</c> and <c>type</c> of Terraform's console do; unknown values as a question mark.</summary>
static class Written
{
    public static string Json(HclValue value)
    {
        if (value.IsUnknown)
            return "?";
        if (value.IsNull)
            return "null";
        if (value.Type == HclType.String)
            return Quoted(value.AsString());
        if (value.Type == HclType.Number)
            return value.AsNumber().ToString();
        if (value.Type == HclType.Bool)
            return value.AsBool() ? "true" : "false";
        return value.Type.IsKeyed
            ? $"{{{string.Join(',', value.Elements.Select(e => $"{Quoted(e.Key!)}:{Json(e.Value)}"))}}}"
            : $"[{string.Join(',', value.Elements.Select(e => Json(e.Value)))}]";
    }

    public static string Type(HclType type) => type switch
    {
        ListType list => $"list({Type(list.Element)})",
        SetType set => $"set({Type(set.Element)})",
        MapType map => $"map({Type(map.Element)})",
        TupleType tuple => $"tuple([{string.Join(',', tuple.Elements.Select(Type))}])",
        ObjectType structure => $"object({{{string.Join(',', structure.Attributes.Select(a => $"{a.Name}:{Type(a.Type)}"))}}})",
        _ => type.ToString(),
    };

    static string Quoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '<' or '>' or '&' or < ' ' or '\u2028' or '\u2029' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return result.Append('"').ToString();
    }
}
