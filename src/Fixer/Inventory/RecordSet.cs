using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fixer.Iac;

namespace Fixer.Inventory;

/// <summary>A Route 53 resource record set, complete enough to be deleted and created again exactly.</summary>
/// <param name="AccountId">Account of the hosted zone.</param>
/// <param name="ZoneId">Hosted zone id.</param>
/// <param name="ZoneName">Hosted zone name, lower case, no final dot.</param>
/// <param name="IsPrivateZone">Whether the zone is private.</param>
/// <param name="Name">Fully qualified name, lower case, no final dot; wildcards as <c>*</c>.</param>
/// <param name="Type">Record type, upper case.</param>
/// <param name="Ttl">Seconds; null for an alias.</param>
/// <param name="Values">Resource record values as Route 53 holds them; empty for an alias.</param>
/// <param name="Alias">The alias target; null for plain records.</param>
/// <param name="Routing">Routing policy; null for simple routing.</param>
public sealed record RecordSet(
    string AccountId,
    string ZoneId,
    string ZoneName,
    bool IsPrivateZone,
    string Name,
    string Type,
    long? Ttl,
    ImmutableArray<string> Values,
    AliasTarget? Alias,
    RoutingPolicy? Routing)
{
    /// <summary>Identity: account, zone, name, type and set identifier.</summary>
    [JsonIgnore]
    public ResourceId Resource => new(
        AccountId,
        "global",
        "route53:recordset",
        Routing is null ? $"{ZoneId}/{Name}/{Type}" : $"{ZoneId}/{Name}/{Type}/{Routing.SetIdentifier}");

    /// <summary>The NS and SOA records that make the zone a zone; no playbook looks at them.</summary>
    [JsonIgnore]
    public bool IsZoneApex => Name == ZoneName && (Type is "NS" or "SOA");

    /// <summary>Where it points: alias target or values, in normal form.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Targets => Alias is { } alias
        ? [DeclaredRecord.NormalName(alias.DnsName)]
        : [.. Values.Select(DeclaredRecord.NormalName)];

    /// <summary>What people call it: name, type, set identifier, and the zone.</summary>
    [JsonIgnore]
    public string Label => $"{Name} {Type}{(Routing is null ? "" : $" ({Routing.SetIdentifier})")} in zone {ZoneName} ({ZoneId})";

    /// <summary>Value equality, with the values compared one by one: an <see cref="ImmutableArray{T}"/> compares by reference.</summary>
    public bool Equals(RecordSet? other) => other is not null
        && (AccountId, ZoneId, ZoneName, IsPrivateZone, Name, Type, Ttl, Alias, Routing)
            == (other.AccountId, other.ZoneId, other.ZoneName, other.IsPrivateZone, other.Name, other.Type, other.Ttl, other.Alias, other.Routing)
        && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ZoneId, Name, Type, Ttl, Values.Length);
}

/// <summary>An alias target.</summary>
/// <param name="HostedZoneId">The zone id of the target's service and region.</param>
/// <param name="DnsName">The target's name.</param>
/// <param name="EvaluateTargetHealth">Whether Route 53 follows the target's health.</param>
public sealed record AliasTarget(string HostedZoneId, string DnsName, bool EvaluateTargetHealth);

/// <summary>What tells siblings of one name and type apart.</summary>
/// <param name="SetIdentifier">Unique among the siblings.</param>
/// <param name="Policy">weighted, latency, failover, geolocation, geoproximity, cidr or multivalue.</param>
/// <param name="Value">The policy's own value: weight, region, PRIMARY or SECONDARY; for policies with several settings a JSON object of them, in the API's words.</param>
/// <param name="HealthCheckId">Health check, or null.</param>
public sealed record RoutingPolicy(string SetIdentifier, string Policy, string Value, string? HealthCheckId);
