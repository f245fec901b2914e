using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary><c>-x</c> or <c>!x</c>.</summary>
public sealed class UnaryExpression : HclExpression
{
    internal UnaryExpression(TokenSource source, TokenRange tokens, TokenKind operation, HclExpression operand)
        : base(source, tokens) => (Operator, Operand) = (operation, operand);

    /// <summary><see cref="TokenKind.Minus"/> or <see cref="TokenKind.Not"/>.</summary>
    public TokenKind Operator { get; }

    /// <summary>The operand.</summary>
    public HclExpression Operand { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Operand];
}

/// <summary>Two operands with an operator between them. A chain of operators leans to the left, and may be long.</summary>
public sealed class BinaryExpression : HclExpression
{
    internal BinaryExpression(TokenSource source, TokenRange tokens, HclExpression left, TokenKind operation, HclExpression right)
        : base(source, tokens) => (Left, Operator, Right) = (left, operation, right);

    /// <summary>The left operand.</summary>
    public HclExpression Left { get; }

    /// <summary>The operator's token.</summary>
    public TokenKind Operator { get; }

    /// <summary>The right operand.</summary>
    public HclExpression Right { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Left, Right];
}

/// <summary><c>condition ? a : b</c></summary>
public sealed class ConditionalExpression : HclExpression
{
    internal ConditionalExpression(TokenSource source, TokenRange tokens, HclExpression condition, HclExpression then, HclExpression otherwise)
        : base(source, tokens) => (Condition, Then, Else) = (condition, then, otherwise);

    /// <summary>The condition.</summary>
    public HclExpression Condition { get; }

    /// <summary>The result if it is true.</summary>
    public HclExpression Then { get; }

    /// <summary>The result if it is false.</summary>
    public HclExpression Else { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Condition, Then, Else];
}

/// <summary><c>name(arguments)</c></summary>
public sealed class FunctionCallExpression : HclExpression
{
    internal FunctionCallExpression(TokenSource source, TokenRange tokens, string name, ImmutableArray<HclExpression> arguments, bool expandsLast)
        : base(source, tokens) => (Name, Arguments, ExpandsLast) = (name, arguments, expandsLast);

    /// <summary>The name, with its namespaces: <c>provider::aws::arn_parse</c>.</summary>
    public string Name { get; }

    /// <summary>The arguments.</summary>
    public ImmutableArray<HclExpression> Arguments { get; }

    /// <summary>Whether the last argument is followed by <c>...</c>: its elements are arguments each.</summary>
    public bool ExpandsLast { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => Arguments;
}
