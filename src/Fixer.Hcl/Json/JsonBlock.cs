using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>A block: what stands behind its type and its labels, each the name of a property.</summary>
public sealed class JsonBlock
{
    internal JsonBlock(JsonMember definition, ImmutableArray<JsonString> labels, JsonValue value) =>
        (Definition, Labels, Body) = (definition, labels, new JsonBody(value));

    /// <summary>The property named by the type. It may define other blocks of the type as well.</summary>
    public JsonMember Definition { get; }

    /// <summary>The type.</summary>
    public string Type => Definition.Name.Value;

    /// <summary>The labels.</summary>
    public ImmutableArray<JsonString> Labels { get; }

    /// <summary>Its content.</summary>
    public JsonBody Body { get; }

    /// <summary>What defines this block and no other: the property that it is the value of, or where that is an array, the element.</summary>
    public JsonNode Declaration => Body.Value.Parent as JsonMember ?? (JsonNode)Body.Value;

    /// <summary>Whether type and labels are these.</summary>
    public bool Is(string type, params ReadOnlySpan<string> labels)
    {
        if (Type != type || Labels.Length != labels.Length)
            return false;
        for (var i = 0; i < labels.Length; i++)
        {
            if (Labels[i].Value != labels[i])
                return false;
        }

        return true;
    }
}

/// <summary>Finds blocks under the property of their type: HCL JSON specification, "Blocks".</summary>
sealed class BlockReader(SourceText text, int labelCount)
{
    readonly ImmutableArray<JsonBlock>.Builder blocks = ImmutableArray.CreateBuilder<JsonBlock>();
    readonly DiagnosticBag diagnostics = new(text);

    public JsonContent<JsonBlock> Content => JsonContent<JsonBlock>.Of(blocks.ToImmutable(), diagnostics);

    public void Read(JsonMember definition, JsonValue value, ImmutableArray<JsonString> labels)
    {
        if (labels.Length < labelCount)
            ReadLabels(definition, value, labels);
        else if (value is JsonObject)
            blocks.Add(new JsonBlock(definition, labels, value));
        else if (value is JsonArray several)
            blocks.AddRange(several.Elements.Select(e => new JsonBlock(definition, labels, e)));
        else if (value is not (JsonNull or JsonInvalid))
            diagnostics.Add(JsonDiagnostics.InvalidBlock, value.Span);
    }

    void ReadLabels(JsonMember definition, JsonValue value, ImmutableArray<JsonString> labels)
    {
        var isEmpty = true;
        foreach (var member in JsonBody.Flatten(value, JsonDiagnostics.InvalidLabels, diagnostics))
        {
            isEmpty = false;
            Read(definition, member.Value, labels.Add(member.Name));
        }

        if (isEmpty && (value is JsonNull or JsonObject || (value is JsonArray several && several.Elements.All(e => e is JsonObject))))
            diagnostics.Add(JsonDiagnostics.MissingLabel, value.Span);
    }
}
