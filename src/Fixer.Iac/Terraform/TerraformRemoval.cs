using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform;

/// <summary>Removes a record set from Terraform configuration.</summary>
public static class TerraformRemoval
{
    /// <summary>
    /// Removes what yields <paramref name="record"/>, wherever in the repository that is written, and proves by evaluating the result that
    /// exactly this instance is gone. Refuses, by name, whenever more or less than that would happen in any deployment.
    /// </summary>
    /// <param name="tree">The repository.</param>
    /// <param name="record">A record that <see cref="TerraformSources.Read"/> found in this tree.</param>
    /// <param name="deployments">What is deployed of the repository, as far as it is known.</param>
    /// <exception cref="ArgumentException">The record is not one of Terraform's.</exception>
    public static SourceEdit Remove(SourceTree tree, DeclaredRecord record, ImmutableArray<RootDeployment> deployments)
    {
        var deployment = record.Deployment ?? throw new ArgumentException("The record is not one of Terraform's.", nameof(record));
        var modules = new ModuleSources(ModuleFiles.Of(tree));
        var reading = TerraformRoot.Read(modules, deployment.Folder, deployment.Options);
        if (!TerraformSources.Records(reading, deployment, record.Address).Any(r => IsSame(r, record)))
            return new EditRefusal(EditRefusalCode.DeclarationNotFound, $"{record.Address} is not in {record.Location.Path} any more, or declares something else now.");
        if (Obstacle(tree, modules, record) is { } obstacle)
            return obstacle;
        return InstanceRemoval.Remove(reading, [record.Address], [.. deployments.Select(d => Other(modules, d, record))]) switch
        {
            ProvenRemoval proven => new ProvenEdit(proven.Edits, proven.Proof, [.. proven.Risks, .. Risks(deployment, proven)]),
            RefusedRemoval refused => refused.Refusal,
            _ => throw new InvalidOperationException("A removal is proven or refused."),
        };
    }

    /// <summary>
    /// Another deployment, from which the record may go only if it is the very same record set: in a zone that is written as an id. A zone
    /// that is found by its name may be another one there. What another unit of Terragrunt runs has an owner of its own.
    /// </summary>
    static OtherDeployment Other(ModuleSources modules, RootDeployment other, DeclaredRecord record)
    {
        var result = new OtherDeployment(other);
        if (record.ZoneId is null || (other.Folder, other.Home) != (record.Deployment!.Folder, record.Deployment.Home))
            return result;
        var there = TerraformSources.Records(TerraformRoot.Read(modules, other.Folder, other.Options), other, record.Address).FirstOrDefault();
        return there is not null && IsSame(there, record) && there.Unknown.IsSubsetOf(["targets"]) ? result with { Removed = result.Removed.Add(record.Address) } : result;
    }

    /// <summary>What only the repository as a whole tells: files that are not read, and modules that are called by a remote name of their own.</summary>
    static EditRefusal? Obstacle(SourceTree tree, ModuleSources modules, DeclaredRecord record)
    {
        var folders = RootModules.Reach(modules, record.Deployment!.Folder);
        if (tree.Files.Keys.FirstOrDefault(p => TerraformSources.IsOpenTofu(p) && folders.Contains(SourceTree.FolderOf(p))) is { } tofu)
            return new(EditRefusalCode.UnsupportedSyntax, $"{tofu} may refer to {record.Address}, in a syntax that is not read.");
        return OwnCalls.Of(modules, tree.Repository).FirstOrDefault(c => folders.Contains(c.Folder)) is { } call
            ? new(EditRefusalCode.SharedByManyInstances, $"{call.At} calls {(call.Folder.Length == 0 ? "this repository" : call.Folder)} by its remote address, at a version of its own. Decide there whether the record is to go.")
            : null;
    }

    static IEnumerable<string> Risks(RootDeployment deployment, ProvenRemoval removal) =>
        from file in removal.Edits
        let folder = SourceTree.FolderOf(file.Path)
        where folder != deployment.Folder && file.Path.EndsWith(".tf", StringComparison.Ordinal)
        select $"{file.Path} is part of a module: nothing else in this repository changes, but other repositories may call it.";

    static bool IsSame(DeclaredRecord found, DeclaredRecord asked) =>
        (found.Name, found.Type, found.ZoneName, found.ZoneId, found.SetIdentifier) == (asked.Name, asked.Type, asked.ZoneName, asked.ZoneId, asked.SetIdentifier);
}
