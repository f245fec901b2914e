using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Changes;

/// <summary>A deployment of a root module that Terraform is to plan.</summary>
/// <param name="Root">The root module, its workspace and its files of values.</param>
/// <param name="Deletes">Addresses that the change is to delete there, and nothing else.</param>
public sealed record PlannedDeployment(RootDeployment Root, ImmutableArray<string> Deletes)
{
    /// <summary>The deployment that has a record, which is to go there, and those in other workspaces of the same root module, where nothing is to go.</summary>
    /// <param name="record">The record.</param>
    /// <param name="all">Every record that the repository declares.</param>
    /// <param name="deletes">What the change is to delete.</param>
    public static ImmutableArray<PlannedDeployment> Of(DeclaredRecord record, IEnumerable<DeclaredRecord> all, ImmutableArray<string> deletes)
    {
        var own = record.Deployment ?? throw new ArgumentException("The record is not one of Terraform's.", nameof(record));
        var others = all.Select(r => r.Deployment)
            .OfType<RootDeployment>()
            .Where(d => (d.Folder, d.Home) == (own.Folder, own.Home) && d.Options.Workspace is not null && d.Options.Workspace != own.Options.Workspace)
            .DistinctBy(d => d.Options.Workspace);
        return [new(own, deletes), .. others.Select(d => new PlannedDeployment(d, []))];
    }
}
