namespace Fixer.Hcl;

/// <summary>An argument: <c>name = expression</c>.</summary>
public sealed class HclAttribute : HclBodyItem
{
    internal HclAttribute(TokenSource source, TokenRange tokens, string name, HclExpression value)
        : base(source, tokens) => (Name, Value) = (name, value);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The expression; an <see cref="InvalidExpression"/> if there is none that could be read.</summary>
    public HclExpression Value { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Value];
}
