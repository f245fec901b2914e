using System.Collections.Immutable;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>What else is deployed of the same files: another workspace, other files of values, another root module.</summary>
/// <param name="Deployment">The deployment.</param>
public sealed record OtherDeployment(RootDeployment Deployment)
{
    /// <summary>Addresses that are asked to go from this deployment too; nothing else of it may.</summary>
    public ImmutableHashSet<string> Removed { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether it is the same deployment; how much is known of it may differ.</summary>
    internal bool IsSame(RootDeployment other) =>
        Deployment.Folder == other.Folder && Deployment.Options.Unit == other.Options.Unit && Deployment.Options.Workspace == other.Options.Workspace && Deployment.Options.VarFiles.SequenceEqual(other.Options.VarFiles);
}
