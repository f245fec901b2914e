using System.Collections.Immutable;
using System.Globalization;
using Fixer.Changes;
using Fixer.Inventory;

namespace Fixer.Adapters.Store;

/// <summary>Table <c>ledger</c>.</summary>
internal sealed class SqliteLedger(StoreConnection store) : ILedger
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <inheritdoc/>
    public Task Set(LedgerEntry entry, CancellationToken cancellation) => store.Write(
        c => c.Execute(
            """
            INSERT INTO ledger (fingerprint, playbook, account_id, region, resource_type, resource_id, state, since, reference)
            VALUES ($fingerprint, $playbook, $account_id, $region, $resource_type, $resource_id, $state, $since, $reference)
            ON CONFLICT (fingerprint) DO UPDATE SET
              playbook = excluded.playbook, account_id = excluded.account_id, region = excluded.region,
              resource_type = excluded.resource_type, resource_id = excluded.resource_id,
              state = excluded.state, since = excluded.since, reference = excluded.reference
            WHERE (state, reference) IS NOT (excluded.state, excluded.reference)
            """,
            ("$fingerprint", entry.Fingerprint),
            ("$playbook", entry.Playbook),
            ("$account_id", entry.Resource.AccountId),
            ("$region", entry.Resource.Region),
            ("$resource_type", entry.Resource.Type),
            ("$resource_id", entry.Resource.Id),
            ("$state", Sql.Word(entry.State)),
            ("$since", entry.Since.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ("$reference", entry.Reference)),
        cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<LedgerEntry>> All(CancellationToken cancellation) => store.Read(
        c => c.Rows(
            "SELECT fingerprint, playbook, account_id, region, resource_type, resource_id, state, since, reference FROM ledger ORDER BY fingerprint",
            r => new LedgerEntry(
                r.GetString(0),
                r.GetString(1),
                new ResourceId(r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5)),
                Sql.Word<LedgerState>(r.GetString(6)),
                DateOnly.ParseExact(r.GetString(7), DateFormat, CultureInfo.InvariantCulture),
                r.GetString(8))).ToImmutableArray(),
        cancellation);
}
