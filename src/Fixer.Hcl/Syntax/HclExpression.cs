namespace Fixer.Hcl;

/// <summary>An expression: HCL specification, "Expressions".</summary>
public abstract class HclExpression : HclNode
{
    private protected HclExpression(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }

    /// <summary>What is in the parentheses, if the expression stands in any; else itself.</summary>
    public HclExpression WithoutParentheses
    {
        get
        {
            var expression = this;
            while (expression is ParenthesizedExpression parenthesized)
                expression = parenthesized.Inner;
            return expression;
        }
    }
}

/// <summary>Source that stands where an expression belongs and is none, up to where the definition around it goes on. There is a diagnostic for it.</summary>
public sealed class InvalidExpression : HclExpression
{
    internal InvalidExpression(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }
}

/// <summary><c>(expression)</c></summary>
public sealed class ParenthesizedExpression : HclExpression
{
    internal ParenthesizedExpression(TokenSource source, TokenRange tokens, HclExpression inner)
        : base(source, tokens) => Inner = inner;

    /// <summary>What is in the parentheses.</summary>
    public HclExpression Inner { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Inner];
}
