using System.Text.Json.Serialization;

namespace Fixer.Iac.Terraform.State;

/// <summary>An argument of a backend.</summary>
/// <param name="Value">Its value as text; null if it is not set, set to null, or not known.</param>
/// <param name="WhyUnknown">Why the source alone does not say what it is; null if it does.</param>
public readonly record struct BackendSetting(string? Value, string? WhyUnknown = null)
{
    /// <summary>Whether the source says what it is, be it nothing.</summary>
    [JsonIgnore]
    public bool IsKnown => WhyUnknown is null;
}
