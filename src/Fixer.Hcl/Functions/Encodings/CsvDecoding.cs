using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Encodings;

/// <summary><c>csvdecode</c>: a list of objects, one for each record of RFC 4180 but the first, which names the attributes.</summary>
static class CsvDecoding
{
    public static HclFunction CsvDecode { get; } = Function(HclType.Dynamic, [Text("str")], call =>
    {
        var (text, at) = (call.Text(0).Replace("\r\n", "\n", StringComparison.Ordinal), 0);
        call.Budget.Spend(text.Length);
        var names = Record(text, ref at) ?? throw new HclFunctionException("The line with the names is missing.", 0);
        if (names.Distinct().Count() < names.Count)
            throw new HclFunctionException("Two columns have the same name.", 0);
        var rows = new List<HclElement>();
        while (Record(text, ref at) is { } fields)
        {
            if (fields.Count != names.Count)
                throw new HclFunctionException($"Record {rows.Count + 1} has {fields.Count} fields where there are {names.Count} names.", 0);
            var origin = call.Origin;
            rows.Add(new(HclValue.Object(names.Zip(fields, (name, field) => new HclElement(name, HclValue.String(field, origin), origin)), origin)));
        }

        return HclValue.List(ObjectType.Of(names.Select(n => new AttributeType(n, HclType.String))), rows, call.Origin);
    });

    /// <summary>The fields of the next line that is not empty; null at the end.</summary>
    static List<string>? Record(string text, ref int at)
    {
        while (at < text.Length && text[at] == '\n')
            at++;
        if (at == text.Length || (at == text.Length - 1 && text[at] == '\r'))
            return null;
        var fields = new List<string>();
        do
            fields.Add(at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
        while (at < text.Length && text[at++] == ',');
        return fields;
    }

    static string Plain(string text, ref int at)
    {
        var length = text.AsSpan(at).IndexOfAny(',', '\n');
        var field = text.AsSpan(at, length < 0 ? text.Length - at : length);
        at += field.Length;
        if (field.Contains('"'))
            throw new HclFunctionException("A field that is not in quotes has a quote in it.", 0);
        return (at == text.Length && field is [.. var rest, '\r'] ? rest : field).ToString();
    }

    static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        while (true)
        {
            var end = text.IndexOf('"', at + 1);
            if (end < 0)
                throw new HclFunctionException("A quote is not closed.", 0);
            field.Append(text, at + 1, end - at - 1);
            at = end + 1;
            if (at == text.Length || text[at] is ',' or '\n' || (text[at] == '\r' && at + 1 == text.Length))
                return field.ToString();
            if (text[at] != '"')
                throw new HclFunctionException("A quote closes a field where the field goes on.", 0);
            field.Append('"');
        }
    }
}
