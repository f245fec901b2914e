using System.Collections.Immutable;

namespace Fixer.Inventory;

/// <summary>
/// The facts one sweep collected across the organization. Immutable: every later stage decides from this alone.
/// </summary>
/// <param name="CollectedAt">When the sweep began, UTC.</param>
/// <param name="Accounts">Active accounts of the organization, whether or not they could be read.</param>
/// <param name="Zones">Route 53 hosted zones.</param>
/// <param name="Records">Every record set of those zones.</param>
/// <param name="Buckets">S3 buckets.</param>
/// <param name="Addresses">Public addresses of Elastic IPs and network interfaces.</param>
/// <param name="Stacks">CloudFormation stacks that manage record sets, with the template as deployed.</param>
/// <param name="BucketProbes">What S3 itself says about buckets that records point at and no account lists.</param>
/// <param name="AddressRanges">AWS's published address ranges.</param>
/// <param name="Gaps">What could not be read. Never empty silently: a failed call is a gap.</param>
public sealed record OrganizationInventory(
    DateTimeOffset CollectedAt,
    ImmutableArray<Account> Accounts,
    ImmutableArray<HostedZone> Zones,
    ImmutableArray<RecordSet> Records,
    ImmutableArray<Bucket> Buckets,
    ImmutableArray<PublicAddress> Addresses,
    ImmutableArray<Stack> Stacks,
    ImmutableArray<BucketProbe> BucketProbes,
    ImmutableArray<AddressRange> AddressRanges,
    ImmutableArray<CollectionGap> Gaps)
{
    /// <summary>The record set that <paramref name="resource"/> names, or null when it is not there.</summary>
    public RecordSet? FindRecord(ResourceId resource) => Records.FirstOrDefault(
        r => r.AccountId == resource.AccountId && resource.Id.StartsWith(r.ZoneId, StringComparison.Ordinal) && r.Resource == resource);

    /// <summary>The account of that id, or null.</summary>
    public Account? FindAccount(string id) => Accounts.FirstOrDefault(a => a.Id == id);
}
