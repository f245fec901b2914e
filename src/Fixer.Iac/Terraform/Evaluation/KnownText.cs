using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>Asks a value for its text.</summary>
static class KnownText
{
    /// <summary>The text of a known string; null of everything else.</summary>
    public static string? TextOrNull(this HclValue? value) => value is { IsUnknown: false, IsNull: false } && value.Type == HclType.String ? value.AsString() : null;
}
