namespace Fixer.Hcl;

/// <summary>A change of source text, as a value: these bytes become that text. Every byte outside stays as it is.</summary>
/// <param name="Span">The bytes to replace; empty for an insertion.</param>
/// <param name="NewText">The replacement, written as UTF-8; empty for a removal.</param>
public sealed record TextEdit(TextSpan Span, string NewText);
