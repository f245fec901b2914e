using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.State;

/// <summary>What a root module or a Terragrunt unit says about its backend.</summary>
/// <param name="Backend">The backend; null if it says nothing, or nothing that can be understood.</param>
/// <param name="Problems">What could not be understood.</param>
public sealed record BackendReading(StateBackend? Backend, ImmutableArray<SourceProblem> Problems);
