using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Documents;

/// <summary>A value in a document as it is written: nothing is evaluated, and aliases are never followed.</summary>
/// <param name="span">The bytes of the value, with its tag and anchor, without comments around it.</param>
/// <param name="tag">The YAML tag, such as <c>!Ref</c>; null in JSON and where none is written.</param>
/// <param name="anchor">The YAML anchor's name.</param>
public abstract class DocumentNode(TextSpan span, string? tag, string? anchor)
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 200;

    /// <summary>The bytes of the value, with its tag and anchor, without comments around it.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The YAML tag, such as <c>!Ref</c>; null in JSON and where none is written.</summary>
    public string? Tag { get; } = tag;

    /// <summary>The YAML anchor's name.</summary>
    public string? Anchor { get; } = anchor;
}

/// <summary>A string, number, boolean or null.</summary>
/// <param name="span">See <see cref="DocumentNode"/>.</param>
/// <param name="tag">See <see cref="DocumentNode"/>.</param>
/// <param name="anchor">See <see cref="DocumentNode"/>.</param>
/// <param name="value">The text, with escapes and line folding resolved.</param>
/// <param name="quoted">Whether the text is a string whatever it looks like.</param>
public sealed class DocumentScalar(TextSpan span, string? tag, string? anchor, string value, bool quoted) : DocumentNode(span, tag, anchor)
{
    /// <summary>The text, with escapes and line folding resolved.</summary>
    public string Value { get; } = value;

    /// <summary>Whether the text is a string whatever it looks like: quoted, or a block scalar.</summary>
    public bool Quoted { get; } = quoted;

    /// <summary>Whether it is a block scalar, literal or folded.</summary>
    public bool IsBlock { get; init; }
}

/// <summary>A list.</summary>
/// <param name="span">See <see cref="DocumentNode"/>.</param>
/// <param name="tag">See <see cref="DocumentNode"/>.</param>
/// <param name="anchor">See <see cref="DocumentNode"/>.</param>
/// <param name="items">The items, in order.</param>
/// <param name="flow">Whether it is written in brackets, as in JSON.</param>
public sealed class DocumentSequence(TextSpan span, string? tag, string? anchor, ImmutableArray<DocumentNode> items, bool flow) : DocumentNode(span, tag, anchor)
{
    /// <summary>The items, in order.</summary>
    public ImmutableArray<DocumentNode> Items { get; } = items;

    /// <summary>Whether it is written in brackets, as in JSON.</summary>
    public bool Flow { get; } = flow;
}

/// <summary>A mapping, or a JSON object.</summary>
/// <param name="span">See <see cref="DocumentNode"/>.</param>
/// <param name="tag">See <see cref="DocumentNode"/>.</param>
/// <param name="anchor">See <see cref="DocumentNode"/>.</param>
/// <param name="entries">The entries, in order; no key occurs twice.</param>
/// <param name="flow">Whether it is written in braces, as in JSON.</param>
public sealed class DocumentMapping(TextSpan span, string? tag, string? anchor, ImmutableArray<DocumentEntry> entries, bool flow) : DocumentNode(span, tag, anchor)
{
    /// <summary>The entries, in order; no key occurs twice.</summary>
    public ImmutableArray<DocumentEntry> Entries { get; } = entries;

    /// <summary>Whether it is written in braces, as in JSON.</summary>
    public bool Flow { get; } = flow;

    /// <summary>The value under <paramref name="key"/>, or null.</summary>
    public DocumentNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
                return entry.Value;
        }

        return null;
    }
}

/// <summary>A YAML alias (<c>*name</c>), which stands for a value written elsewhere.</summary>
/// <param name="span">The bytes of the alias.</param>
/// <param name="name">The anchor's name.</param>
public sealed class DocumentAlias(TextSpan span, string name) : DocumentNode(span, null, null)
{
    /// <summary>The anchor's name.</summary>
    public string Name { get; } = name;
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record DocumentEntry(DocumentScalar Key, DocumentNode Value)
{
    /// <summary>From the first byte of the key to the last byte of the value.</summary>
    public TextSpan Span => new(Key.Span.Start, Math.Max(Key.Span.End, Value.Span.End));
}
