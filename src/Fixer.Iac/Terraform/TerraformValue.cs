using System.Collections.Immutable;

namespace Fixer.Iac.Terraform;

/// <summary>What an expression is known to be.</summary>
abstract record TerraformValue;

/// <summary>A string, or a number or bool in the form it takes as a string.</summary>
sealed record TextValue(string Text) : TerraformValue;

/// <summary><c>null</c>: as if the argument were not written.</summary>
sealed record NullValue : TerraformValue;

/// <summary>A list; elements may be unknown.</summary>
sealed record ListValue(ImmutableArray<TerraformValue> Elements) : TerraformValue;

/// <summary>The id of a hosted zone that the configuration declares or looks up: not known as text, but known whose it is.</summary>
sealed record ZoneIdValue(string? Name, string? Id, bool? IsPrivate, string? Unknown) : TerraformValue;

/// <summary>A value that the source alone does not tell.</summary>
/// <param name="Reason">Why, as the rest of a sentence: "var.x has no default".</param>
sealed record UnknownValue(string Reason) : TerraformValue;
