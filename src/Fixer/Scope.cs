using System.Collections.Immutable;
using Fixer.Findings;

namespace Fixer;

/// <summary>Narrows a run to some findings. The inventory is never narrowed: absence can only be told from all of it.</summary>
/// <param name="Playbooks">Playbook ids; empty for all.</param>
/// <param name="Accounts">Account ids; empty for all.</param>
/// <param name="Regions">Regions; empty for all.</param>
public sealed record Scope(ImmutableArray<string> Playbooks, ImmutableArray<string> Accounts, ImmutableArray<string> Regions)
{
    /// <summary>No narrowing.</summary>
    public static Scope Everything { get; } = new([], [], []);

    /// <summary>Whether the run deals with <paramref name="finding"/>.</summary>
    public bool Includes(Finding finding) =>
        (Playbooks.IsEmpty || Playbooks.Contains(finding.Playbook))
        && (Accounts.IsEmpty || Accounts.Contains(finding.Resource.AccountId))
        && (Regions.IsEmpty || Regions.Contains(finding.Resource.Region));
}
