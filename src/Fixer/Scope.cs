using System.Collections.Immutable;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer;

/// <summary>Narrows a run to some findings.</summary>
/// <param name="Playbooks">Playbook ids; empty for all.</param>
/// <param name="Accounts">Account ids; empty for all.</param>
/// <param name="Regions">Regions; empty for all.</param>
public sealed record Scope(ImmutableArray<string> Playbooks, ImmutableArray<string> Accounts, ImmutableArray<string> Regions)
{
    /// <summary>No narrowing.</summary>
    public static Scope Everything { get; } = new([], [], []);

    /// <summary>What an event made worth looking at; null for the whole organization, since absence can only be told from all of it.</summary>
    public Focus? Focus { get; init; }

    /// <summary>Whether the run deals with <paramref name="finding"/>.</summary>
    public bool Includes(Finding finding) =>
        (Playbooks.IsEmpty || Playbooks.Contains(finding.Playbook))
        && (Accounts.IsEmpty || Accounts.Contains(finding.Resource.AccountId))
        && (Regions.IsEmpty || Regions.Contains(finding.Resource.Region))
        && (Focus is null || Focus.Resources.Contains(finding.Resource));
}

/// <summary>
/// A few resources to look at, from the last sweep and what is read again of it: everything that a finding about them rests on. Findings about others are
/// left to the sweep, because what they rest on may be old. A plan made so is carried out like any other: after everything was collected once more.
/// </summary>
/// <param name="Last">What the last sweep saw.</param>
/// <param name="Resources">The resources.</param>
/// <param name="Parts">What is read again.</param>
/// <param name="Events">The events that caused it, as evidence.</param>
public sealed record Focus(OrganizationInventory Last, ImmutableHashSet<ResourceId> Resources, ImmutableArray<Part> Parts, ImmutableArray<TrailRecord> Events)
{
    /// <summary>Whether something that was to be read again could not be.</summary>
    public bool IsMissedBy(CollectionGap gap) => Parts.Any(p => p.Touches(gap));
}
