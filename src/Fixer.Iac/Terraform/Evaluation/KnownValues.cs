using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What is known of a value, as JSON, and the paths of what is not.</summary>
/// <param name="Values">An object without the attributes that are unknown. A list with an unknown element is unknown as a whole.</param>
/// <param name="Unknown">Paths such as <c>zone_id</c> or <c>alias[0].name</c>.</param>
public sealed record KnownValues(JsonObject Values, ImmutableArray<string> Unknown)
{
    /// <summary>Splits an object into what is known and what is not.</summary>
    /// <exception cref="ArgumentException">The value is no known object.</exception>
    public static KnownValues Of(HclValue value)
    {
        if (value.IsUnknown || value.IsNull || !value.Type.IsKeyed)
            throw new ArgumentException("The value is no known object.", nameof(value));
        var unknown = ImmutableArray.CreateBuilder<string>();
        var known = (JsonObject)Node(value, "", unknown)!;
        return new(known, unknown.DrainToImmutable());
    }

    static JsonNode? Node(HclValue value, string path, ImmutableArray<string>.Builder unknown)
    {
        if (value.IsNull)
            return null;
        if (value.Type == HclType.String)
            return JsonValue.Create(value.AsString());
        if (value.Type == HclType.Bool)
            return JsonValue.Create(value.AsBool());
        if (value.Type == HclType.Number)
            return JsonNode.Parse(value.AsNumber().ToString());
        return value.Type.IsKeyed ? Object(value, path, unknown) : Array(value, path, unknown);
    }

    static JsonObject Object(HclValue value, string path, ImmutableArray<string>.Builder unknown)
    {
        var result = new JsonObject();
        foreach (var element in value.Elements)
        {
            var inner = path.Length == 0 ? element.Key! : $"{path}.{element.Key}";
            if (IsUnknown(element.Value))
                unknown.Add(inner);
            else
                result[element.Key!] = Node(element.Value, inner, unknown);
        }

        return result;
    }

    static JsonArray Array(HclValue value, string path, ImmutableArray<string>.Builder unknown) =>
        [.. value.Elements.Select((e, i) => Node(e.Value, $"{path}[{i}]", unknown))];

    static bool IsUnknown(HclValue value) =>
        value.IsUnknown || (!value.IsNull && value.Type.IsSequence && value.Elements.Any(e => IsUnknown(e.Value)));
}
