using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Changes;

/// <summary>What has been done about a resource that cannot be tagged.</summary>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="Resource">The resource.</param>
/// <param name="State">The state.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Reference">Change id, or empty.</param>
public sealed record LedgerEntry(string Fingerprint, string Playbook, ResourceId Resource, LedgerState State, DateOnly Since, string Reference)
{
    /// <summary>The value of the tag <c>fixer:&lt;playbook&gt;</c>: <c>state/since/reference</c>, in characters that every AWS service accepts.</summary>
    public string TagValue => $"{State.ToString().ToLowerInvariant()}/{Since:yyyy-MM-dd}/{Reference}";
}

/// <summary>States of the ledger, from the one furthest from done to done.</summary>
public enum LedgerState
{
    /// <summary>Found.</summary>
    Noncompliant,

    /// <summary>The change was undone.</summary>
    Reverted,

    /// <summary>The owner was told.</summary>
    Notified,

    /// <summary>Exempt for a while.</summary>
    Exempt,

    /// <summary>Held for a named reason.</summary>
    Held,

    /// <summary>A change is under way.</summary>
    Remediating,

    /// <summary>The change was made.</summary>
    Remediated,

    /// <summary>It was seen to be gone.</summary>
    Verified,
}

/// <summary>The ledger of resources that cannot be tagged.</summary>
public interface ILedger
{
    /// <summary>Writes an entry; one with the same state and reference keeps its date.</summary>
    Task Set(LedgerEntry entry, CancellationToken cancellation);

    /// <summary>Every entry, ordered by fingerprint.</summary>
    Task<ImmutableArray<LedgerEntry>> All(CancellationToken cancellation);
}
