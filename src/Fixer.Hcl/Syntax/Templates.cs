using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>How a template is written.</summary>
public enum TemplateStyle
{
    /// <summary><c>"…"</c></summary>
    Quoted,

    /// <summary><c>&lt;&lt;EOT</c></summary>
    Heredoc,

    /// <summary><c>&lt;&lt;-EOT</c>: the indentation that all lines share is no part of the value.</summary>
    IndentedHeredoc,

    /// <summary>The whole of a text, as of a template file.</summary>
    Bare,
}

/// <summary>Text with interpolations and directives: HCL specification, "Template Expressions". Any heredoc is one; a quoted string only if it has such sequences.</summary>
public sealed class TemplateExpression : HclExpression
{
    internal TemplateExpression(TokenSource source, TokenRange tokens, TemplateStyle style, ImmutableArray<TemplatePart> parts)
        : base(source, tokens) => (Style, Parts) = (style, parts);

    /// <summary>How it is written.</summary>
    public TemplateStyle Style { get; }

    /// <summary>Text, interpolations and directives, in order.</summary>
    public ImmutableArray<TemplatePart> Parts { get; }

    /// <summary>The expression that the template is nothing but an interpolation of, as in <c>"${x}"</c>: its value is not made text. Else null.</summary>
    public HclExpression? Wrapped => Parts is [TemplateInterpolation only] ? only.Expression : null;

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => Parts;
}

/// <summary>A part of a template.</summary>
public abstract class TemplatePart : HclNode
{
    private protected TemplatePart(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }
}

/// <summary>Literal text.</summary>
public sealed class TemplateText : TemplatePart
{
    readonly bool isQuoted;
    string? value;

    internal TemplateText(TokenSource source, TokenRange tokens, bool isQuoted)
        : base(source, tokens) => this.isQuoted = isQuoted;

    /// <summary>Its value: escapes decoded, and without what trim markers and the indentation of heredocs take away.</summary>
    public string Value
    {
        get => value ??= Decoded();
        internal set => this.value = value;
    }

    string Decoded()
    {
        var bytes = Text.Slice(Span);
        return isQuoted ? StringDecoder.DecodeQuoted(bytes) : StringDecoder.DecodeBare(bytes);
    }
}

/// <summary><c>${ expression }</c></summary>
public sealed class TemplateInterpolation : TemplatePart
{
    internal TemplateInterpolation(TokenSource source, TokenRange tokens, HclExpression expression)
        : base(source, tokens) => Expression = expression;

    /// <summary>The expression.</summary>
    public HclExpression Expression { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Expression];
}

/// <summary><c>%{ if … }…%{ else }…%{ endif }</c></summary>
public sealed class TemplateIf : TemplatePart
{
    internal TemplateIf(TokenSource source, TokenRange tokens, HclExpression condition, ImmutableArray<TemplatePart> then, ImmutableArray<TemplatePart> otherwise)
        : base(source, tokens) => (Condition, Then, Else) = (condition, then, otherwise);

    /// <summary>The condition.</summary>
    public HclExpression Condition { get; }

    /// <summary>What is rendered if it is true.</summary>
    public ImmutableArray<TemplatePart> Then { get; }

    /// <summary>What is rendered if it is false; empty if there is no <c>else</c>.</summary>
    public ImmutableArray<TemplatePart> Else { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Condition, .. Then, .. Else];
}

/// <summary><c>%{ for key, value in collection }…%{ endfor }</c></summary>
public sealed class TemplateFor : TemplatePart
{
    internal TemplateFor(TokenSource source, TokenRange tokens, ForIntroduction introduction, ImmutableArray<TemplatePart> body)
        : base(source, tokens) => (KeyName, ValueName, Collection, Body) = (introduction.KeyName, introduction.ValueName, introduction.Collection, body);

    /// <summary>Name of the variable for keys; null if there is none.</summary>
    public string? KeyName { get; }

    /// <summary>Name of the variable for values.</summary>
    public string ValueName { get; }

    /// <summary>What is iterated over.</summary>
    public HclExpression Collection { get; }

    /// <summary>What is rendered for each element.</summary>
    public ImmutableArray<TemplatePart> Body { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => [Collection, .. Body];
}
