namespace Fixer.Iac.Terraform.State;

/// <summary>A root module, or a Terragrunt unit that runs one, and where it keeps its states.</summary>
/// <param name="Folder">The root module's folder; of a unit, the unit's.</param>
/// <param name="Backend">Its backend.</param>
public sealed record RootBackend(string Folder, StateBackend Backend);
