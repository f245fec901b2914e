using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Planning;

/// <summary>Keeps what a sweep saw, for SQL and for the next run.</summary>
public interface ISweeps
{
    /// <summary>
    /// Replaces the stored inventory by <paramref name="inventory"/> and brings the findings up to date: new ones get a first-seen date, those not seen
    /// again are closed, unless the inventory has gaps. A sweep that saw nothing new changes no row but its own,
    /// and a fix that is <see cref="Route.Undecided"/> leaves what an earlier plan decided.
    /// </summary>
    Task Save(OrganizationInventory inventory, ImmutableArray<PlannedFix> fixes, CancellationToken cancellation);
}
