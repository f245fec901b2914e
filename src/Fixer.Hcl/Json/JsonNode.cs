using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>A node of HCL's JSON syntax. Immutable.</summary>
public abstract class JsonNode : SyntaxNode
{
    private protected JsonNode(SourceText text, TextSpan span) => (Text, Span) = (text, span);

    /// <inheritdoc/>
    public override SourceText Text { get; }

    /// <inheritdoc/>
    public override TextSpan Span { get; }

    /// <summary>What it stands in: the member that it is name or value of, or the object or array. Null for the root of a file.</summary>
    public JsonNode? Parent { get; private set; }

    /// <summary>The nodes directly in it, in the order of the source.</summary>
    public virtual IEnumerable<JsonNode> Children => [];

    private protected void Adopt(JsonNode child) => child.Parent = this;
}

/// <summary>A value.</summary>
public abstract class JsonValue : JsonNode
{
    private protected JsonValue(SourceText text, TextSpan span)
        : base(text, span)
    {
    }
}

/// <summary>An object or an array.</summary>
public abstract class JsonContainer : JsonValue
{
    private protected JsonContainer(SourceText text, TextSpan span, ImmutableArray<JsonNode> items, bool isClosed)
        : base(text, span)
    {
        (Items, IsClosed) = (items, isClosed);
        foreach (var item in items)
            Adopt(item);
    }

    /// <summary>Whether the closing bracket is there; false only in broken files.</summary>
    public bool IsClosed { get; }

    /// <inheritdoc/>
    public override IEnumerable<JsonNode> Children => Items;

    /// <summary>The members or elements.</summary>
    internal ImmutableArray<JsonNode> Items { get; }

    /// <summary>What is between the brackets.</summary>
    internal TextSpan Inside => new(Span.Start + 1, Span.End - (IsClosed ? 1 : 0));
}
