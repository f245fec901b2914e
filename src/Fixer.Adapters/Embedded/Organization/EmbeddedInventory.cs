using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>Collects an embedded organization as a real one is collected: account by account, call by call, each failure a gap.</summary>
public sealed class EmbeddedInventory(OrganizationFile file, EmbeddedCalls calls, TimeProvider clock) : IInventorySource
{
    /// <summary>The role that reads.</summary>
    public const string Auditor = "fixer-security-auditor";

    /// <inheritdoc/>
    public Task<OrganizationInventory> Collect(CancellationToken cancellation) => Read([new Part("*", "*", "*")], cancellation);

    /// <inheritdoc/>
    public async Task<OrganizationInventory> Refresh(OrganizationInventory last, ImmutableArray<Part> parts, CancellationToken cancellation) =>
        last.With(parts, await Read(parts, cancellation));

    private async Task<OrganizationInventory> Read(ImmutableArray<Part> parts, CancellationToken cancellation)
    {
        var organization = file.Read();
        var gaps = ImmutableArray.CreateBuilder<CollectionGap>();
        var (zones, records) = (ImmutableArray.CreateBuilder<HostedZone>(), ImmutableArray.CreateBuilder<RecordSet>());
        var (buckets, addresses, stacks) = (ImmutableArray.CreateBuilder<Bucket>(), ImmutableArray.CreateBuilder<PublicAddress>(), ImmutableArray.CreateBuilder<Stack>());
        try
        {
            await calls.Call(Auditor, "management", "global", "organizations:ListAccounts", cancellation);
        }
        catch (AwsCallException error)
        {
            throw new OrganizationUnreadableException($"The accounts of the organization cannot be listed: {error.Message}", error);
        }

        foreach (var account in organization.Accounts.Select(a => a.Id))
        {
            bool Covers(string region, string service) => parts.Any(p => p.Covers(account, region, service));
            var seen = organization.Zones.Where(z => z.Zone.AccountId == account && parts.Any(p => p.Covers(account, "global", "route53", z.Zone.Id))).ToArray();
            if ((seen.Length > 0 || Covers("global", "route53")) && await Read(account, "global", ["route53:ListHostedZones"], gaps, cancellation))
            {
                zones.AddRange(seen.Select(z => z.Zone));
                foreach (var zone in seen)
                {
                    if (await Read(account, "global", ["route53:ListResourceRecordSets"], gaps, cancellation))
                        records.AddRange(zone.Records);
                }
            }

            if (Covers("*", "s3") && await Read(account, "global", ["s3:ListAllMyBuckets"], gaps, cancellation))
                buckets.AddRange(organization.Buckets.Where(b => b.AccountId == account));
            foreach (var region in organization.Regions)
            {
                if (Covers(region, "ec2") && await Read(account, region, ["ec2:DescribeAddresses", "ec2:DescribeNetworkInterfaces"], gaps, cancellation))
                    addresses.AddRange(organization.Addresses.Where(a => a.AccountId == account && a.Region == region));
                if (Covers(region, "cloudformation") && await Read(account, region, ["cloudformation:ListStacks", "cloudformation:DescribeStackResources", "cloudformation:GetTemplate"], gaps, cancellation))
                    stacks.AddRange(organization.Stacks.Where(s => s.AccountId == account && s.Region == region));
            }
        }

        var held = buckets.Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        var asked = records.SelectMany(S3Endpoint.BucketsBehind).Where(b => !held.Contains(b)).Distinct(StringComparer.Ordinal);
        var probes = await Probe(asked, organization, cancellation);
        return new OrganizationInventory(
            clock.GetUtcNow(), organization.Accounts, zones.ToImmutable(), records.ToImmutable(), buckets.ToImmutable(), addresses.ToImmutable(),
            stacks.ToImmutable(), probes, organization.AddressRanges, [.. gaps.Distinct()]);
    }

    private async Task<bool> Read(string account, string region, string[] operations, ImmutableArray<CollectionGap>.Builder gaps, CancellationToken cancellation)
    {
        foreach (var operation in operations)
        {
            try
            {
                await calls.Call(Auditor, account, region, operation, cancellation);
            }
            catch (AwsCallException error)
            {
                var (service, name) = (operation.Split(':')[0], operation.Split(':')[1]);
                gaps.Add(new CollectionGap(account, region, service, name, error.Code));
                return false;
            }
        }

        return true;
    }

    // Asked without credentials, as anybody would: whether the name is free is a matter of all of AWS, not of this organization.
    private async Task<ImmutableArray<BucketProbe>> Probe(IEnumerable<string> names, OrganizationDocument organization, CancellationToken cancellation)
    {
        var existing = organization.Buckets.Select(b => b.Name).Concat(organization.ForeignBuckets).ToHashSet(StringComparer.Ordinal);
        var probes = ImmutableArray.CreateBuilder<BucketProbe>();
        foreach (var name in names)
        {
            try
            {
                await calls.Call("anonymous", "anonymous", "global", "s3:HeadBucket", cancellation);
                probes.Add(new BucketProbe(name, existing.Contains(name) ? BucketAnswer.Exists : BucketAnswer.NoSuchBucket));
            }
            catch (AwsCallException)
            {
                probes.Add(new BucketProbe(name, BucketAnswer.NoAnswer));
            }
        }

        return probes.ToImmutable();
    }
}
