using System.Runtime.InteropServices;
using System.Text.Json;
using Fixer.Hcl.Json;

namespace Fixer.Iac.Opinions;

/// <summary>Where .NET's parser reads something else in HCL's JSON syntax than we do. Both keep the source of names and values, and that is compared.</summary>
static class JsonReading
{
    /// <summary><c>path:line: what</c>, or null if nowhere.</summary>
    public static string? Difference(string path, ReadOnlyMemory<byte> text)
    {
        var file = JsonFile.Parse(text, path);
        if (file.Diagnostics is [var broken, ..])
            return $"{path}:{broken.Position.Line}: {broken.Message.TrimEnd('.')}";
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = SecondOpinion.MaxDepth });
            return Difference(file.Root, document.RootElement) is { } node ? $"{SourceLocation.Of(node)}: another parser does not read this" : null;
        }
        catch (JsonException error)
        {
            return $"{path}: {error.Message}";
        }
    }

    static JsonNode? Difference(JsonValue ours, JsonElement theirs) => (ours, theirs.ValueKind) switch
    {
        (JsonObject container, JsonValueKind.Object) => container.Members.Length == theirs.GetPropertyCount()
            ? container.Members.Zip(theirs.EnumerateObject(), Difference).FirstOrDefault(d => d is not null)
            : container,
        (JsonArray array, JsonValueKind.Array) => array.Elements.Length == theirs.GetArrayLength()
            ? array.Elements.Zip(theirs.EnumerateArray(), Difference).FirstOrDefault(d => d is not null)
            : array,
        _ => ours.Text.Slice(ours.Span).SequenceEqual(JsonMarshal.GetRawUtf8Value(theirs)) ? null : ours,
    };

    static JsonNode? Difference(JsonMember ours, JsonProperty theirs)
    {
        var name = ours.Name.Text.Slice(ours.Name.Span);
        return name is [(byte)'"', .. var inner, (byte)'"'] && inner.SequenceEqual(JsonMarshal.GetRawUtf8PropertyName(theirs)) ? Difference(ours.Value, theirs.Value) : ours;
    }
}
