using System.Collections.Immutable;

namespace Fixer.Inventory;

/// <summary>Reads the organization through the auditor role. It never throws for a single failed call: that is a gap.</summary>
public interface IInventorySource
{
    /// <summary>Collects the whole organization: absence can only be told from all of it.</summary>
    /// <exception cref="OrganizationUnreadableException">Not even the list of accounts could be read.</exception>
    Task<OrganizationInventory> Collect(CancellationToken cancellation);

    /// <summary>
    /// Reads <paramref name="parts"/> again, and asks S3 again about the buckets behind the records in them; all else is as <paramref name="last"/> has it.
    /// Accounts are listed afresh, so that a part in all accounts includes new ones. A source that cannot read parts reads everything, which is as good.
    /// </summary>
    /// <exception cref="OrganizationUnreadableException">Not even the list of accounts could be read.</exception>
    Task<OrganizationInventory> Refresh(OrganizationInventory last, ImmutableArray<Part> parts, CancellationToken cancellation) => Collect(cancellation);
}

/// <summary>Not even the list of accounts could be read: nothing can be said about anything.</summary>
public sealed class OrganizationUnreadableException(string message, Exception? inner = null) : Exception(message, inner);
