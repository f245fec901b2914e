using System.Collections.Immutable;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>Which records an event may have left dangling, and what has to be read again to know.</summary>
internal static class Reached
{
    public static IEnumerable<Target> Targets(TrailRecord record, OrganizationInventory last) =>
        record.Writes.Where(w => w.Kind == WriteKind.Deleted).SelectMany(w => TargetIndex.To(w.Resource, last));

    /// <remarks>
    /// Buckets: S3 itself says whether anybody holds the one name, so only the account that deleted it is listed again; below a wildcard any bucket of the
    /// organization may serve. Addresses: nobody says who else was given one, so all accounts are read, in the one region that the address belongs to;
    /// in all regions where a record has several addresses, which need not be of one region.
    /// </remarks>
    public static IEnumerable<Part> Parts(TrailRecord record, ImmutableArray<RecordSet> candidates) => record.Service switch
    {
        "s3" => [new Part(candidates.Any(c => c.Name.StartsWith("*.", StringComparison.Ordinal)) ? "*" : record.AccountId, "*", "s3")],
        "ec2" => [new Part("*", candidates.Any(c => c.Values.Length > 1) ? "*" : record.Region, "ec2")],
        _ => [],
    };
}
