using Fixer.Inventory;

namespace Fixer.Testing;

/// <summary>Builds the nouns that begin with a vowel.</summary>
public static class An
{
    /// <summary>A complete inventory with two accounts, these records, and their zones.</summary>
    public static OrganizationInventory Inventory(params RecordSet[] records) => new(
        new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        [new Account(A.Team, "shop", "shop@example.com"), new Account(A.OtherTeam, "data", "data@example.com")],
        [.. records.Select(r => new HostedZone(r.AccountId, r.ZoneId, r.ZoneName, r.IsPrivateZone)).Distinct()],
        [.. records],
        [], [], [], [],
        [new AddressRange("52.0.0.0/11", "us-east-1", "EC2"), new AddressRange("2600:1f18::/33", "us-east-1", "EC2")],
        []);

    public static OrganizationInventory With(this OrganizationInventory inventory, params CollectionGap[] gaps) =>
        inventory with { Gaps = inventory.Gaps.AddRange(gaps) };

    public static OrganizationInventory With(this OrganizationInventory inventory, params HostedZone[] zones) =>
        inventory with { Zones = inventory.Zones.AddRange(zones) };

    public static OrganizationInventory With(this OrganizationInventory inventory, params Stack[] stacks) =>
        inventory with { Stacks = inventory.Stacks.AddRange(stacks) };
}
