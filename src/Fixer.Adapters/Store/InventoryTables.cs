using Fixer.Inventory;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Store;

/// <summary>The tables that hold what the last sweep saw of the organization.</summary>
internal static class InventoryTables
{
    private static readonly Shape<Account> Accounts = new("accounts", ["account_id"], ["name", "admin_email"], a => [a.Id, a.Name, a.AdminEmail]);

    private static readonly Shape<HostedZone> Zones = new(
        "zones", ["account_id", "zone_id"], ["name", "is_private"], z => [z.AccountId, z.Id, z.Name, z.IsPrivate]);

    private static readonly Shape<RecordSet> Records = new(
        "records",
        ["account_id", "resource_id"],
        [
            "zone_id", "zone_name", "is_private_zone", "name", "type", "ttl", "resource_records",
            "alias_zone_id", "alias_dns_name", "alias_evaluate_target_health",
            "set_identifier", "routing_policy", "routing_value", "health_check_id",
        ],
        r =>
        [
            r.AccountId, r.Resource.Id, r.ZoneId, r.ZoneName, r.IsPrivateZone, r.Name, r.Type, r.Ttl, StoreJson.Write(r.Values),
            r.Alias?.HostedZoneId, r.Alias?.DnsName, r.Alias?.EvaluateTargetHealth,
            r.Routing?.SetIdentifier, r.Routing?.Policy, r.Routing?.Value, r.Routing?.HealthCheckId,
        ]);

    private static readonly Shape<(Target Target, RecordSet Record)> Targets = new(
        "record_targets", ["target", "account_id", "resource_id"], [], t => [t.Target.ToString(), t.Record.AccountId, t.Record.Resource.Id]);

    private static readonly Shape<Bucket> Buckets = new("buckets", ["account_id", "name"], ["region"], b => [b.AccountId, b.Name, b.Region]);

    private static readonly Shape<PublicAddress> Addresses = new(
        "addresses", ["account_id", "region", "address", "holder"], [], a => [a.AccountId, a.Region, a.Address, a.Holder]);

    private static readonly Shape<Stack> Stacks = new(
        "stacks", ["arn"], ["account_id", "region", "name", "template"], s => [s.Arn, s.AccountId, s.Region, s.Name, s.TemplateBody]);

    private static readonly Shape<(string StackArn, StackResource Resource)> StackResources = new(
        "stack_resources",
        ["stack_arn", "logical_id"],
        ["type", "physical_id"],
        r => [r.StackArn, r.Resource.LogicalId, r.Resource.Type, r.Resource.PhysicalId]);

    private static readonly Shape<BucketProbe> BucketProbes = new("bucket_probes", ["bucket"], ["answer"], p => [p.Bucket, Sql.Word(p.Answer)]);

    private static readonly Shape<CollectionGap> Gaps = new(
        "gaps",
        ["account_id", "region", "service", "operation", "error_code"],
        [],
        g => [g.AccountId, g.Region, g.Service, g.Operation, g.ErrorCode]);

    /// <summary>Makes the tables hold exactly <paramref name="inventory"/>; rows that are the same already are not written.</summary>
    public static void Replace(SqliteConnection connection, OrganizationInventory inventory, CancellationToken cancellation)
    {
        Accounts.Replace(connection, inventory.Accounts, cancellation);
        Zones.Replace(connection, inventory.Zones, cancellation);
        Records.Replace(connection, inventory.Records, cancellation);
        Targets.Replace(connection, inventory.Records.SelectMany(r => TargetIndex.Of(r).Select(t => (t, r))), cancellation);
        Buckets.Replace(connection, inventory.Buckets, cancellation);
        Addresses.Replace(connection, inventory.Addresses, cancellation);
        Stacks.Replace(connection, inventory.Stacks, cancellation);
        StackResources.Replace(connection, inventory.Stacks.SelectMany(s => s.Resources.Select(r => (s.Arn, r))), cancellation);
        BucketProbes.Replace(connection, inventory.BucketProbes, cancellation);
        Gaps.Replace(connection, inventory.Gaps, cancellation);
    }
}
