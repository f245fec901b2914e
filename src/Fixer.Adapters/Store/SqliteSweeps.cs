using System.Collections.Immutable;
using Fixer.Inventory;
using Fixer.Planning;

namespace Fixer.Adapters.Store;

/// <summary>Table <c>sweeps</c>, and through it the inventory and the findings.</summary>
internal sealed class SqliteSweeps(StoreConnection store, TimeProvider clock) : ISweeps
{
    /// <inheritdoc/>
    public Task Save(OrganizationInventory inventory, ImmutableArray<PlannedFix> fixes, CancellationToken cancellation) => store.Write(
        c =>
        {
            InventoryTables.Replace(c, inventory, cancellation);
            var delta = FindingsTable.Update(c, fixes, inventory.CollectedAt, complete: inventory.Gaps.IsEmpty, cancellation);
            c.Execute(
                """
                INSERT INTO sweeps (collected_at, saved_at, accounts, zones, records, gaps, findings, findings_new, findings_reopened, findings_closed)
                VALUES ($collected_at, $saved_at, $accounts, $zones, $records, $gaps, $findings, $new, $reopened, $closed)
                """,
                ("$collected_at", Sql.Time(inventory.CollectedAt)),
                ("$saved_at", Sql.Time(clock.GetUtcNow())),
                ("$accounts", inventory.Accounts.Length),
                ("$zones", inventory.Zones.Length),
                ("$records", inventory.Records.Length),
                ("$gaps", inventory.Gaps.Length),
                ("$findings", fixes.Length),
                ("$new", delta.New),
                ("$reopened", delta.Reopened),
                ("$closed", delta.Closed));
        },
        cancellation);

    /// <inheritdoc/>
    public Task Note(ImmutableArray<PlannedFix> fixes, DateTimeOffset at, CancellationToken cancellation) =>
        store.Write(c => FindingsTable.Update(c, fixes, at, complete: false, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<OrganizationInventory?> Last(CancellationToken cancellation) => store.Read(StoredInventory.Last, cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<RecordSet>> PointingAt(ImmutableArray<Target> targets, CancellationToken cancellation) =>
        store.Read(c => StoredInventory.PointingAt(c, targets), cancellation);
}
