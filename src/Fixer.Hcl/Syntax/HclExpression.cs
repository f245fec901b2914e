using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>An expression.</summary>
/// <param name="Span">Its bytes.</param>
public abstract record HclExpression(TextSpan Span);

/// <summary>A quoted string without template sequences.</summary>
/// <param name="Value">Its value, escapes decoded.</param>
/// <param name="Span">Its bytes, quotes included.</param>
public sealed record StringLiteral(string Value, TextSpan Span) : HclExpression(Span);

/// <summary>A number without sign.</summary>
/// <param name="Text">As written: HCL's numbers have more precision than any type of .NET.</param>
/// <param name="Span">Its bytes.</param>
public sealed record NumberLiteral(string Text, TextSpan Span) : HclExpression(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="Value">Which.</param>
/// <param name="Span">Its bytes.</param>
public sealed record BooleanLiteral(bool Value, TextSpan Span) : HclExpression(Span);

/// <summary><c>null</c>.</summary>
/// <param name="Span">Its bytes.</param>
public sealed record NullLiteral(TextSpan Span) : HclExpression(Span);

/// <summary>A list in brackets.</summary>
/// <param name="Elements">The elements.</param>
/// <param name="Span">Its bytes, brackets included.</param>
public sealed record TupleExpression(ImmutableArray<HclExpression> Elements, TextSpan Span) : HclExpression(Span);

/// <summary>A quoted template with interpolations.</summary>
/// <param name="Parts">Text and interpolations, in order.</param>
/// <param name="Span">Its bytes, quotes included.</param>
public sealed record TemplateExpression(ImmutableArray<TemplatePart> Parts, TextSpan Span) : HclExpression(Span);

/// <summary>A reference: a name and steps into it, all of them constant.</summary>
/// <param name="Root">The name it starts with.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Span">Its bytes.</param>
public sealed record TraversalExpression(string Root, ImmutableArray<TraversalStep> Steps, TextSpan Span) : HclExpression(Span);

/// <summary>An expression whose structure is not read: operators, calls, objects, for-expressions, heredocs and the like.</summary>
/// <param name="Span">Its bytes.</param>
public sealed record OpaqueExpression(TextSpan Span) : HclExpression(Span);

/// <summary>A part of a template.</summary>
/// <param name="Span">Its bytes.</param>
public abstract record TemplatePart(TextSpan Span);

/// <summary>Literal text.</summary>
/// <param name="Value">Its value, escapes decoded.</param>
/// <param name="Span">Its bytes.</param>
public sealed record TemplateText(string Value, TextSpan Span) : TemplatePart(Span);

/// <summary><c>${ expression }</c></summary>
/// <param name="Expression">The expression.</param>
/// <param name="Span">Its bytes, the sequence's brackets included.</param>
public sealed record TemplateInterpolation(HclExpression Expression, TextSpan Span) : TemplatePart(Span);

/// <summary>A step of a traversal.</summary>
/// <param name="Span">Its bytes, dot or brackets included.</param>
public abstract record TraversalStep(TextSpan Span);

/// <summary><c>.name</c></summary>
/// <param name="Name">The name.</param>
/// <param name="Span">Its bytes, the dot included.</param>
public sealed record AttributeStep(string Name, TextSpan Span) : TraversalStep(Span);

/// <summary><c>["key"]</c>, <c>[0]</c>, or the legacy <c>.0</c>.</summary>
/// <param name="Key">A <see cref="StringLiteral"/> or <see cref="NumberLiteral"/>.</param>
/// <param name="Span">Its bytes, brackets included.</param>
public sealed record IndexStep(HclExpression Key, TextSpan Span) : TraversalStep(Span);
