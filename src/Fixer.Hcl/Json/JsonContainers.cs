using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>An object: a body, the labels of blocks, or an expression. Which, a schema decides: see <see cref="JsonBody"/>.</summary>
public sealed class JsonObject : JsonContainer
{
    internal JsonObject(SourceText text, TextSpan span, ImmutableArray<JsonMember> members, bool isClosed)
        : base(text, span, ImmutableArray<JsonNode>.CastUp(members), isClosed) => Members = members;

    /// <summary>The members in the order of the source, also those of a name that occurs twice.</summary>
    public ImmutableArray<JsonMember> Members { get; }

    /// <summary>The first member of this name, or null.</summary>
    public JsonMember? Member(string name) => Members.FirstOrDefault(m => m.Name.Value == name);
}

/// <summary><c>"name": value</c> in an object.</summary>
public sealed class JsonMember : JsonNode
{
    internal JsonMember(JsonString name, JsonValue value)
        : base(name.Text, new TextSpan(name.Span.Start, value.Span.End))
    {
        (Name, Value) = (name, value);
        Adopt(name);
        Adopt(value);
    }

    /// <summary>The name.</summary>
    public JsonString Name { get; }

    /// <summary>The value; a <see cref="JsonInvalid"/> if there is none that could be read.</summary>
    public JsonValue Value { get; }

    /// <inheritdoc/>
    public override IEnumerable<JsonNode> Children => [Name, Value];
}

/// <summary>An array.</summary>
public sealed class JsonArray : JsonContainer
{
    internal JsonArray(SourceText text, TextSpan span, ImmutableArray<JsonValue> elements, bool isClosed)
        : base(text, span, ImmutableArray<JsonNode>.CastUp(elements), isClosed) => Elements = elements;

    /// <summary>The elements.</summary>
    public ImmutableArray<JsonValue> Elements { get; }
}
