using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>A name, and steps from its value to a part of it: <c>var.records["www"].type</c>.</summary>
public sealed class TraversalExpression : HclExpression
{
    internal TraversalExpression(TokenSource source, TokenRange tokens, string root, ImmutableArray<TraversalStep> steps)
        : base(source, tokens) => (Root, Steps) = (root, steps);

    /// <summary>The name it starts with.</summary>
    public string Root { get; }

    /// <summary>The steps; empty for a name alone.</summary>
    public ImmutableArray<TraversalStep> Steps { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => Steps;
}

/// <summary>Steps from the value of any other expression to a part of it: <c>f(x).type</c>.</summary>
public sealed class RelativeTraversalExpression : HclExpression
{
    internal RelativeTraversalExpression(TokenSource source, TokenRange tokens, HclExpression operand, ImmutableArray<TraversalStep> steps)
        : base(source, tokens) => (Operand, Steps) = (operand, steps);

    /// <summary>The expression.</summary>
    public HclExpression Operand { get; }

    /// <summary>The steps, at least one.</summary>
    public ImmutableArray<TraversalStep> Steps { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Operand, .. Steps];
}

/// <summary>A step of a traversal.</summary>
public abstract class TraversalStep : HclNode
{
    private protected TraversalStep(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }
}

/// <summary><c>.name</c></summary>
public sealed class AttributeStep : TraversalStep
{
    internal AttributeStep(TokenSource source, TokenRange tokens, string name)
        : base(source, tokens) => Name = name;

    /// <summary>The name.</summary>
    public string Name { get; }
}

/// <summary><c>["key"]</c>, <c>[0]</c>, <c>[expression]</c>, or the legacy <c>.0</c>.</summary>
public sealed class IndexStep : TraversalStep
{
    internal IndexStep(TokenSource source, TokenRange tokens, HclExpression key, bool isLegacy)
        : base(source, tokens) => (Key, IsLegacy) = (key, isLegacy);

    /// <summary>The key: a <see cref="StringLiteral"/>, a <see cref="NumberLiteral"/>, or any other expression.</summary>
    public HclExpression Key { get; }

    /// <summary>Whether it is written with a dot.</summary>
    public bool IsLegacy { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Key];
}

/// <summary><c>[*]</c>: all steps behind it go into each element.</summary>
public sealed class FullSplatStep : TraversalStep
{
    internal FullSplatStep(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }
}

/// <summary><c>.*</c>: attributes and legacy indexes behind it go into each element, other steps into the result.</summary>
public sealed class AttributeSplatStep : TraversalStep
{
    internal AttributeSplatStep(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }
}
