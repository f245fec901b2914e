using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>A list in brackets.</summary>
public sealed class TupleExpression : HclExpression
{
    internal TupleExpression(TokenSource source, TokenRange tokens, ImmutableArray<HclExpression> elements)
        : base(source, tokens) => Elements = elements;

    /// <summary>The elements.</summary>
    public ImmutableArray<HclExpression> Elements { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => Elements;
}

/// <summary>Keys and values in braces.</summary>
public sealed class ObjectExpression : HclExpression
{
    internal ObjectExpression(TokenSource source, TokenRange tokens, ImmutableArray<ObjectItem> items)
        : base(source, tokens) => Items = items;

    /// <summary>The items, also those of a key that occurs twice.</summary>
    public ImmutableArray<ObjectItem> Items { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => Items;
}

/// <summary><c>key = value</c> or <c>key : value</c> in an object.</summary>
public sealed class ObjectItem : HclNode
{
    internal ObjectItem(TokenSource source, TokenRange tokens, HclExpression key, HclExpression value)
        : base(source, tokens) => (Key, Value) = (key, value);

    /// <summary>The key. A name alone stands for itself, not for a variable: see <see cref="ConstantKey"/>.</summary>
    public HclExpression Key { get; }

    /// <summary>The value.</summary>
    public HclExpression Value { get; }

    /// <summary>The key where it needs no evaluation: a name, or a string without sequences. Else null.</summary>
    public string? ConstantKey => Key switch
    {
        TraversalExpression { Steps.IsEmpty: true } name => name.Root,
        StringLiteral literal => literal.Value,
        BooleanLiteral literal => literal.Value ? "true" : "false",
        NullLiteral => "null",
        _ => null,
    };

    /// <summary>Whether an equals sign, not a colon, stands between key and value.</summary>
    internal bool IsAssigned => Source.Tokens.Kinds[Key.Tokens.End..Value.Tokens.First].Contains(TokenKind.Assign);

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Key, Value];
}

/// <summary><c>[for v in c : r if x]</c> or <c>{for k, v in c : key => r... if x}</c></summary>
public sealed class ForExpression : HclExpression
{
    internal ForExpression(TokenSource source, TokenRange tokens, ForIntroduction introduction, HclExpression? keyResult, HclExpression result, bool isGrouped, HclExpression? condition)
        : base(source, tokens)
    {
        (KeyName, ValueName, Collection) = (introduction.KeyName, introduction.ValueName, introduction.Collection);
        (KeyResult, Result, IsGrouped, Condition) = (keyResult, result, isGrouped, condition);
    }

    /// <summary>Name of the variable for keys; null if there is none.</summary>
    public string? KeyName { get; }

    /// <summary>Name of the variable for values.</summary>
    public string ValueName { get; }

    /// <summary>What is iterated over.</summary>
    public HclExpression Collection { get; }

    /// <summary>The key of each result, for an object; null for a tuple.</summary>
    public HclExpression? KeyResult { get; }

    /// <summary>The result for each element.</summary>
    public HclExpression Result { get; }

    /// <summary>Whether results of the same key are grouped in a tuple: <c>...</c></summary>
    public bool IsGrouped { get; }

    /// <summary>Which elements count; null for all.</summary>
    public HclExpression? Condition { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => new HclNode?[] { Collection, KeyResult, Result, Condition }.OfType<HclNode>();
}

/// <summary><c>for k, v in c</c></summary>
readonly record struct ForIntroduction(string? KeyName, string ValueName, HclExpression Collection);
