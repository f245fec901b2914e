using System.Text;
using System.Text.Json;
using Fixer.Hcl.Json;

namespace Fixer.Hcl.Tests.Json;

/// <summary>Short forms for tests.</summary>
static class Js
{
    public static JsonFile Parse(string source) => JsonFile.Parse(Encoding.UTF8.GetBytes(source));

    public static string[] Diagnoses(this JsonFile file) => Hcl.Diagnoses(file.Diagnostics);

    public static string Apply(this JsonFile file, params IEnumerable<TextEdit> edits) => Encoding.UTF8.GetString(TextEdits.Apply(file.Text.Bytes, edits));

    /// <summary>The node itself and all in it, parents first.</summary>
    public static IEnumerable<JsonNode> All(JsonNode node) => node.Children.SelectMany(All).Prepend(node);

    /// <summary>Members and elements, wherever they are.</summary>
    public static JsonNode[] Items(JsonFile file) => [.. All(file.Root).Where(n => n.Parent is JsonContainer)];

    /// <summary>The data, without what is in the set.</summary>
    public static string Data(JsonNode node, IReadOnlySet<JsonNode> without) => node switch
    {
        JsonObject o => $"{{{string.Join(",", o.Members.Where(m => !without.Contains(m)).Select(m => $"{Data(m.Name, without)}:{Data(m.Value, without)}"))}}}",
        JsonArray a => $"[{string.Join(",", a.Elements.Where(e => !without.Contains(e)).Select(e => Data(e, without)))}]",
        JsonString s => $"'{s.Value}'",
        JsonNumber n => n.Digits,
        JsonBool b => b.Value ? "true" : "false",
        JsonNull => "null",
        _ => $"?{node}?",
    };

    /// <summary>The same, as System.Text.Json reads it.</summary>
    public static string Data(string source)
    {
        using var document = JsonDocument.Parse(source.TrimStart('\ufeff'));
        return Data(document.RootElement);
    }

    static string Data(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject().Select(m => $"'{m.Name}':{Data(m.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Data))}]",
        JsonValueKind.String => $"'{element.GetString()}'",
        _ => element.GetRawText(),
    };
}
