using System.Collections.Immutable;
using Fixer.Iac.Readings;
using Fixer.Iac.Terraform.State;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>A root module, or a Terragrunt unit, that a state is of.</summary>
/// <param name="Repository">Its repository, <c>owner/name</c>.</param>
/// <param name="Folder">Its folder; empty for the repository's root.</param>
/// <param name="Workspace">The workspace.</param>
public sealed record StateHome(string Repository, string Folder, string Workspace);

/// <summary>A managed resource in a state.</summary>
/// <param name="Origin">The state: <c>s3://bucket/key</c> or a path.</param>
/// <param name="Address">The address in it, as Terraform writes it.</param>
/// <param name="Homes">The root modules whose backend says that their state is there: none if no repository is known to say so, several if they share it.</param>
public sealed record HeldResource(string Origin, string Address, ImmutableArray<StateHome> Homes);

/// <summary>Terraform's states, and the root modules that they are of, by what these say in their <c>backend</c> blocks.</summary>
public sealed class States
{
    private readonly StateIndex index;
    private readonly Dictionary<TerraformState, ImmutableArray<StateHome>> homes;

    private readonly ILookup<string, StateHome> workspaces;

    private States(StateIndex index, Dictionary<TerraformState, ImmutableArray<StateHome>> homes, ImmutableArray<StateFailure> failures)
    {
        (this.index, this.homes, Failures) = (index, homes, failures);
        workspaces = homes.Values.SelectMany(h => h).ToLookup(h => h.Repository, StringComparer.Ordinal);
    }

    /// <summary>What could not be read, or not to its end: that a resource is in no state proves nothing then.</summary>
    public ImmutableArray<StateFailure> Failures { get; }

    /// <summary>Links states to the root modules of repositories; states that lie in the repositories themselves are read too.</summary>
    public static States Of(ImmutableArray<RepositoryBackends> repositories, StateReadings readings)
    {
        var backends = new BackendIndex<(string Repository, string Folder)>(repositories.SelectMany(r => r.Backends.Select(b => ((r.Tree.Repository, b.Folder), b.Backend))));
        var homes = new Dictionary<TerraformState, ImmutableArray<StateHome>>(ReferenceEqualityComparer.Instance);
        foreach (var (location, state) in readings.States)
            homes[state] = location.Bucket is { } bucket
                ? [.. backends.Find(bucket, location.Path).Select(m => new StateHome(m.Module.Repository, m.Module.Folder, m.Workspace))]
                : [];
        foreach (var (tree, _, own, _) in repositories)
        {
            foreach (var (folder, workspace, state) in RepositoryStates.In(tree, own))
                homes[state] = [new StateHome(tree.Repository, folder, workspace)];
        }

        var broken = homes.Keys.Where(s => !s.IsComplete).Select(s => new StateFailure(s.Origin, $"{s.Fault!.Code}: {s.Fault.Message}"));
        return new States(StateIndex.Of(homes.Keys), homes, [.. readings.Failures, .. broken.OrderBy(f => f.Location, StringComparer.Ordinal)]);
    }

    /// <summary>The workspaces of a repository's root modules, by folder, as far as states show them.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Workspaces(string repository) => workspaces[repository]
        .GroupBy(h => h.Folder, h => h.Workspace)
        .ToDictionary(g => g.Key, g => g.Distinct().Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The managed resources that are this record set. Objects that Terraform is about to destroy, having replaced them, are none.</summary>
    public ImmutableArray<HeldResource> Holding(RecordSet record) =>
    [
        .. from hit in index.ByRecord(StateRecord.Of(record.ZoneId, record.Name, record.Type, record.Routing?.SetIdentifier)).Owners
           where hit.Instance.Deposed is null
           select new HeldResource(hit.State.Origin, hit.Instance.Address, homes[hit.State]),
    ];
}
