using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fixer.Findings;

namespace Fixer.Adapters.Store;

/// <summary>
/// The JSON of the store. The same value makes the same text in every process: rows are compared as text to tell what changed.
/// </summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,

        // What is computed from the rest is not stored twice.
        IgnoreReadOnlyProperties = true,

        // Never shown in a browser as it is; people search it with LIKE.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            // Refusals have names that people know from the documentation; they are spelled the same here.
            new JsonStringEnumConverter<RefusalCode>(namingPolicy: null, allowIntegerValues: false),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new SortedSet(),
        },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"The store holds null where it should hold a {typeof(T).Name}.");

    /// <summary>A hash set of strings enumerates in an order that differs from process to process.</summary>
    private sealed class SortedSet : JsonConverter<ImmutableHashSet<string>>
    {
        public override ImmutableHashSet<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<string[]>(ref reader, options) ?? []];

        public override void Write(Utf8JsonWriter writer, ImmutableHashSet<string> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Order(StringComparer.Ordinal).ToArray(), options);
    }
}
