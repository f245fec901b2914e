namespace Fixer.Inventory;

/// <summary>Reads the organization through the auditor role. It never throws for a single failed call: that is a gap.</summary>
public interface IInventorySource
{
    /// <summary>Collects the whole organization: absence can only be told from all of it.</summary>
    /// <exception cref="OrganizationUnreadableException">Not even the list of accounts could be read.</exception>
    Task<OrganizationInventory> Collect(CancellationToken cancellation);
}

/// <summary>Not even the list of accounts could be read: nothing can be said about anything.</summary>
public sealed class OrganizationUnreadableException(string message, Exception? inner = null) : Exception(message, inner);
