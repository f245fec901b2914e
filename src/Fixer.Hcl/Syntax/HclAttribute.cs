namespace Fixer.Hcl;

/// <summary>An argument: <c>name = expression</c>.</summary>
public sealed class HclAttribute : HclBodyItem
{
    HclExpression? value;

    internal HclAttribute(TokenSource source, TokenRange tokens, string name, TokenRange valueTokens)
        : base(source, tokens) => (Name, ValueTokens) = (name, valueTokens);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The tokens of the expression, comments inside included; empty if a broken file has none.</summary>
    public TokenRange ValueTokens { get; }

    /// <summary>The expression.</summary>
    public HclExpression Value => value ??= ExpressionParser.Parse(Source, ValueTokens);
}
