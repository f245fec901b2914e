using System.Collections.Immutable;
using Fixer.Inventory;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Store;

/// <summary>Reads back what <see cref="InventoryTables"/> wrote.</summary>
internal static class StoredInventory
{
    /// <summary>What the last sweep saw, without record sets, probes and address ranges; null when there was none.</summary>
    public static OrganizationInventory? Last(SqliteConnection connection)
    {
        if (connection.Scalar("SELECT max(collected_at) FROM sweeps") is not string collectedAt)
            return null;
        var resources = connection.Rows(
            "SELECT stack_arn, logical_id, type, physical_id FROM stack_resources",
            r => (Stack: r.GetString(0), Resource: new StackResource(r.GetString(1), r.GetString(2), r.GetString(3)))).ToLookup(r => r.Stack, r => r.Resource, StringComparer.Ordinal);
        return new OrganizationInventory(
            Sql.Time(collectedAt),
            [.. connection.Rows("SELECT account_id, name, admin_email FROM accounts", r => new Account(r.GetString(0), r.GetString(1), Text(r, 2)))],
            [.. connection.Rows("SELECT account_id, zone_id, name, is_private FROM zones", r => new HostedZone(r.GetString(0), r.GetString(1), r.GetString(2), r.GetBoolean(3)))],
            [],
            [.. connection.Rows("SELECT account_id, region, name FROM buckets", r => new Bucket(r.GetString(0), r.GetString(1), r.GetString(2)))],
            [.. connection.Rows("SELECT account_id, region, address, holder FROM addresses", r => new PublicAddress(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)))],
            [.. connection.Rows("SELECT account_id, region, name, arn, template FROM stacks", r => new Stack(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), [.. resources[r.GetString(3)]]))],
            [],
            [],
            [.. connection.Rows("SELECT account_id, region, service, operation, error_code FROM gaps", r => new CollectionGap(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)))]);
    }

    /// <summary>Record sets that point at any of <paramref name="targets"/>.</summary>
    public static ImmutableArray<RecordSet> PointingAt(SqliteConnection connection, ImmutableArray<Target> targets) =>
    [
        .. connection.Rows(
            """
            SELECT account_id, zone_id, zone_name, is_private_zone, name, type, ttl, resource_records,
              alias_zone_id, alias_dns_name, alias_evaluate_target_health, set_identifier, routing_policy, routing_value, health_check_id
            FROM records
            WHERE (account_id, resource_id) IN (SELECT account_id, resource_id FROM record_targets WHERE target IN (SELECT value FROM json_each($targets)))
            ORDER BY account_id, resource_id
            """,
            Record,
            ("$targets", StoreJson.Write(targets.Select(t => t.ToString())))),
    ];

    private static RecordSet Record(SqliteDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetString(4), r.GetString(5), r.IsDBNull(6) ? null : r.GetInt64(6), StoreJson.Read<ImmutableArray<string>>(r.GetString(7)),
        Text(r, 8) is { } zone ? new AliasTarget(zone, r.GetString(9), r.GetBoolean(10)) : null,
        Text(r, 11) is { } set ? new RoutingPolicy(set, r.GetString(12), r.GetString(13), Text(r, 14)) : null);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
