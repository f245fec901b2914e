using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>Source of an expression that has the value of a JSON document, in canonical style: objects on lines of their own, arrays of plain values on one.</summary>
    public static string Literal(JsonNode? json)
    {
        var result = new StringBuilder();
        Append(result, json, "");
        return result.ToString();
    }

    /// <summary>Whether a text can be the name of an argument or of a block.</summary>
    public static bool IsName(string text) => NewSource.IsName(text);

    /// <summary>Source of a quoted string that has this value.</summary>
    public static string Quoted(string value) => NewSource.Quoted(value);

    static void Append(StringBuilder result, JsonNode? json, string indentation)
    {
        if (json is JsonObject { Count: > 0 } structure)
            AppendItems(result, structure, indentation);
        else if (json is JsonArray array)
            AppendElements(result, array, indentation);
        else
            result.Append(json is null ? "null" : json.GetValueKind() == JsonValueKind.String ? NewSource.Quoted(json.GetValue<string>()) : json.ToJsonString());
    }

    static void AppendElements(StringBuilder result, JsonArray array, string indentation)
    {
        var hasLines = array.Any(e => e is JsonObject { Count: > 0 } or JsonArray { Count: > 0 });
        result.Append('[');
        foreach (var (index, element) in array.Index())
        {
            result.Append(hasLines ? $"\n{indentation}  " : index > 0 ? ", " : "");
            Append(result, element, indentation + "  ");
            result.Append(hasLines ? "," : "");
        }

        result.Append(hasLines ? $"\n{indentation}]" : "]");
    }

    /// <summary>Equals signs of neighbours stand below each other, as long as the values are on one line.</summary>
    static void AppendItems(StringBuilder result, JsonObject structure, string indentation)
    {
        var items = structure.Select(p => (Key: p.Key != "for" && IsName(p.Key) ? p.Key : NewSource.Quoted(p.Key), Value: Literal(p.Value))).ToArray();
        result.Append('{');
        for (var i = 0; i < items.Length;)
        {
            var end = i + 1;
            while (!items[i].Value.Contains('\n') && end < items.Length && !items[end].Value.Contains('\n'))
                end++;
            var width = items[i..end].Max(x => x.Key.Length);
            for (; i < end; i++)
                result.Append($"\n{indentation}  {items[i].Key.PadRight(width)} = {items[i].Value.Replace("\n", $"\n{indentation}  ", StringComparison.Ordinal)}");
        }

        result.Append($"\n{indentation}}}");
    }
}
