using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>Values as JSON, and JSON as values.</summary>
static class JsonText
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>On one line, with a space behind each colon and comma.</summary>
    public static string Written(JsonNode? json) => json switch
    {
        JsonObject structure => $"{{{string.Join(", ", structure.Select(p => $"{JsonSerializer.Serialize(p.Key, Options)}: {Written(p.Value)}"))}}}",
        JsonArray array => $"[{string.Join(", ", array.Select(Written))}]",
        null => "null",
        _ => json.ToJsonString(Options),
    };

    /// <summary>A value as JSON; null also if something in it is not known.</summary>
    public static JsonNode? Of(HclValue? value)
    {
        if (value is not { IsWhollyKnown: true })
            return null;
        var around = KnownValues.Of(HclValue.Object([new HclElement("value", value, value.Origin)], Origin.Supplied)).Values;
        var result = around["value"];
        around.Remove("value");
        return result;
    }

    public static HclValue Value(JsonNode? json) =>
        new HclEvaluator(HclScope.Empty).Evaluate(HclFragment.ParseExpression(System.Text.Encoding.UTF8.GetBytes(HclEdits.Literal(json)))).Value;

    /// <summary>Whether a value is equal to <paramref name="like"/>, or is an object that has all its properties.</summary>
    public static bool Matches(HclValue value, JsonNode? like) => like is JsonObject properties && !value.IsUnknown && !value.IsNull && value.Type.IsKeyed
        ? properties.All(p => value.Element(p.Key) is { Value: var found } && Matches(found, p.Value))
        : IsEqual(value, like);

    public static bool IsEqual(HclValue value, JsonNode? json) => value.IsWhollyKnown && (JsonNode.DeepEquals(Of(value), json) || IsSameText(value, json));

    /// <summary>Without a schema <c>"300"</c> and 300 cannot be told apart.</summary>
    static bool IsSameText(HclValue value, JsonNode? json) =>
        !value.IsNull && value.Type.IsPrimitive && json is System.Text.Json.Nodes.JsonValue && HclConversion.Convert(value, HclType.String, out _)?.AsString() == HclConversion.Convert(Value(json), HclType.String, out _)?.AsString();
}
