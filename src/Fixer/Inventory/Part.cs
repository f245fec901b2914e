using System.Collections.Immutable;

namespace Fixer.Inventory;

/// <summary>A part of the organization that is read as one: a service in a region of an account, or one hosted zone.</summary>
/// <param name="AccountId">Account, or <c>*</c> for all.</param>
/// <param name="Region">Region, <c>global</c>, or <c>*</c> for all.</param>
/// <param name="Service">Service prefix as IAM writes it, such as <c>s3</c>, or <c>*</c> for all.</param>
/// <param name="Name">The one resource that is read; null for everything of the service.</param>
public sealed record Part(string AccountId, string Region, string Service, string? Name = null)
{
    /// <summary>Whether reading this part reads what <paramref name="service"/> has in that account and region.</summary>
    public bool Covers(string account, string region, string service) => Name is null && Meets(account, region, service);

    /// <summary>Whether reading this part reads that resource.</summary>
    public bool Covers(string account, string region, string service, string name) => (Name is null || Name == name) && Meets(account, region, service);

    /// <summary>Whether what <paramref name="gap"/> says is missing belongs to this part, or may.</summary>
    public bool Touches(CollectionGap gap) =>
        (AccountId == "*" || AccountId == gap.AccountId) && (gap.Service == "*" || Service == "*" || gap.Service == Service) && (Region == "*" || gap.Region is "*" || Region == gap.Region);

    private bool Meets(string account, string region, string service) =>
        (Service == "*" || Service == service) && (AccountId == "*" || AccountId == account) && (Region == "*" || Region == region);
}

/// <summary>Puts what was read again in the place of what was known of it.</summary>
public static class Refreshment
{
    /// <summary>
    /// <paramref name="last"/> with everything that <paramref name="parts"/> cover as <paramref name="fresh"/> has it, gaps too. A gap of a whole account
    /// stays: it may have hidden more than was read now. What S3 and AWS's address list said is only ever as fresh as the reading.
    /// </summary>
    public static OrganizationInventory With(this OrganizationInventory last, ImmutableArray<Part> parts, OrganizationInventory fresh) => last with
    {
        CollectedAt = fresh.CollectedAt,
        Accounts = fresh.Accounts,
        Zones = Merge(last.Zones, fresh.Zones, z => parts.Any(p => p.Covers(z.AccountId, "global", "route53", z.Id))),
        Records = Merge(last.Records, fresh.Records, r => parts.Any(p => p.Covers(r.AccountId, "global", "route53", r.ZoneId))),
        Buckets = Merge(last.Buckets, fresh.Buckets, b => parts.Any(p => p.Covers(b.AccountId, b.Region, "s3"))),
        Addresses = Merge(last.Addresses, fresh.Addresses, a => parts.Any(p => p.Covers(a.AccountId, a.Region, "ec2"))),
        Stacks = Merge(last.Stacks, fresh.Stacks, s => parts.Any(p => p.Covers(s.AccountId, s.Region, "cloudformation"))),
        BucketProbes = fresh.BucketProbes,
        AddressRanges = fresh.AddressRanges,
        Gaps = [.. Merge(last.Gaps, fresh.Gaps, g => parts.Any(p => p.Covers(g.AccountId, g.Region, g.Service))).Distinct()],
    };

    private static ImmutableArray<T> Merge<T>(ImmutableArray<T> last, ImmutableArray<T> fresh, Predicate<T> isReadAgain) =>
        [.. last.Where(f => !isReadAgain(f)), .. fresh];
}
