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

    /// <summary>Adds what a narrowed run found; findings it did not look for stay as they are.</summary>
    Task Note(ImmutableArray<PlannedFix> fixes, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>What the last sweep saw, without record sets, probes and address ranges; null when there was none.</summary>
    Task<OrganizationInventory?> Last(CancellationToken cancellation);

    /// <summary>Record sets of the last sweep that point at any of <paramref name="targets"/>: an index look-up, not a scan.</summary>
    Task<ImmutableArray<RecordSet>> PointingAt(ImmutableArray<Target> targets, CancellationToken cancellation);
}

/// <summary>Remembers which events were dealt with: EventBridge delivers some more than once.</summary>
public interface IEventLog
{
    /// <summary>Those of <paramref name="eventIds"/> that were dealt with before.</summary>
    Task<ImmutableHashSet<string>> Handled(ImmutableArray<string> eventIds, CancellationToken cancellation);

    /// <summary>Remembers them for thirty days, longer than any queue keeps an event.</summary>
    Task Remember(ImmutableArray<string> eventIds, DateTimeOffset at, CancellationToken cancellation);
}
