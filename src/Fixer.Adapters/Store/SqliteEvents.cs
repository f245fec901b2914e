using System.Collections.Immutable;
using Fixer.Planning;

namespace Fixer.Adapters.Store;

/// <summary>Table <c>events</c>.</summary>
internal sealed class SqliteEvents(StoreConnection store) : IEventLog
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public Task<ImmutableHashSet<string>> Handled(ImmutableArray<string> eventIds, CancellationToken cancellation) => store.Read(
        c => c.Rows("SELECT event_id FROM events WHERE event_id IN (SELECT value FROM json_each($ids))", r => r.GetString(0), ("$ids", StoreJson.Write(eventIds))).ToImmutableHashSet(StringComparer.Ordinal),
        cancellation);

    /// <inheritdoc/>
    public Task Remember(ImmutableArray<string> eventIds, DateTimeOffset at, CancellationToken cancellation) => store.Write(
        c =>
        {
            c.Execute("INSERT INTO events SELECT DISTINCT value, $at FROM json_each($ids) WHERE true ON CONFLICT DO NOTHING", ("$at", Sql.Time(at)), ("$ids", StoreJson.Write(eventIds)));
            c.Execute("DELETE FROM events WHERE handled_at < $before", ("$before", Sql.Time(at - Kept)));
        },
        cancellation);
}
