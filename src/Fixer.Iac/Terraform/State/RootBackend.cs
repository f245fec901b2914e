namespace Fixer.Iac.Terraform.State;

/// <summary>A root module and where it keeps its states.</summary>
/// <param name="Folder">The root module's folder.</param>
/// <param name="Backend">Its backend.</param>
public sealed record RootBackend(string Folder, StateBackend Backend);
