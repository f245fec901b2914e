using System.Collections.Immutable;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac;

/// <summary>What one language's files in a repository declare.</summary>
/// <param name="Records">Record sets, wholly or partly evaluated.</param>
/// <param name="Buckets">Buckets whose name is known.</param>
/// <param name="Problems">What could not be understood; while this is not empty, absence from <paramref name="Records"/> proves nothing.</param>
public sealed record SourceReading(
    ImmutableArray<DeclaredRecord> Records,
    ImmutableArray<DeclaredBucket> Buckets,
    ImmutableArray<SourceProblem> Problems)
{
    /// <summary>The ways in which root modules were taken to be deployed, and evaluated.</summary>
    public ImmutableArray<RootDeployment> Deployments { get; init; } = [];
}
