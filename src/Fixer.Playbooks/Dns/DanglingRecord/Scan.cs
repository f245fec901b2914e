using System.Net;
using Fixer.Findings;
using Fixer.Inventory;

namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>
/// A record dangles when its target is in no account of the organization and AWS itself says that it is free. Whether the name resolves does not matter:
/// a name that was taken over resolves.
/// </summary>
internal static class Scan
{
    public static IEnumerable<Finding> Run(OrganizationInventory inventory)
    {
        var buckets = inventory.Buckets.Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        var answers = inventory.BucketProbes.ToDictionary(p => p.Bucket, p => p.Answer, StringComparer.Ordinal);
        var addresses = Held(inventory);
        var aws = new AddressRangeIndex(inventory.AddressRanges);
        return inventory.Records.Where(r => !r.IsZoneApex)
            .Select(r => Bucket(r, buckets, answers) ?? Address(r, addresses, aws))
            .OfType<Finding>();
    }

    private static Finding? Bucket(RecordSet record, HashSet<string> held, Dictionary<string, BucketAnswer> answers)
    {
        var behind = S3Endpoint.BucketsBehind(record);
        if (behind.Count == 0 || behind.Any(held.Contains) || held.Any(b => IsBelow(record, b)))
            return null;
        var said = behind.Select(b => answers.GetValueOrDefault(b, BucketAnswer.NoAnswer)).ToArray();
        if (said.Contains(BucketAnswer.Exists))
            return null; // somebody's bucket, outside the organization: theirs to use

        // Only a bucket of the record's own name answers requests for it (see S3Endpoint.BucketsBehind).
        var wildcard = record.Name.StartsWith("*.", StringComparison.Ordinal);
        var claimable = wildcard || (S3Endpoint.IsBucketName(record.Name) && !S3Endpoint.IsAccountRegional(record.Name));
        var claim = wildcard ? $"a bucket called like any name below {record.Name[2..]}" : $"bucket {record.Name}";
        var target = string.Join(" and ", behind.Select(b => $"bucket {b}"));
        return new Finding(
            DanglingRecord.Id,
            record.Resource,
            claimable ? Severity.Critical : Severity.Hygiene,
            $"{record.Name} {record.Type} points at a deleted S3 bucket",
            claimable
                ? $"Anybody with an AWS account can create {claim}, and from then on serves what they like under your name: phishing, stolen cookies, certificates."
                : "Nobody else can take the bucket's name today; the record is a leftover that confuses whoever reads the zone.",
            target,
            [
                $"{record.Name} {record.Type} in zone {record.ZoneName} ({record.ZoneId}) points at {string.Join(", ", record.Targets)}.",
                $"No account of the organization holds {target}.",
                .. behind.Zip(said, (b, a) => a == BucketAnswer.NoSuchBucket ? $"S3 answers NoSuchBucket for {b}." : $"S3 gave no usable answer for {b}."),
            ],
            ReliesOnAbsenceIn: ["s3"],
            Unanswered(record, said, target));
    }

    private static Refusal? Unanswered(RecordSet record, BucketAnswer[] said, string target)
    {
        // China's accounts are of another partition: they are in no organization of this one, and bucket names there are names of their own.
        if (record.Targets[0].EndsWith(".amazonaws.com.cn", StringComparison.Ordinal))
            return new Refusal(RefusalCode.InventoryIncomplete, $"{target} may exist in the China partition, whose accounts Fixer cannot look into.");
        return said.Contains(BucketAnswer.NoAnswer)
            ? new Refusal(RefusalCode.InventoryIncomplete, $"S3 gave no usable answer on whether {target} exists; the next scan asks again.")
            : null;
    }

    // Requests for shop.example.com that *.example.com leads to S3 are served from bucket shop.example.com.
    private static bool IsBelow(RecordSet record, string bucket) =>
        record.Name.StartsWith("*.", StringComparison.Ordinal) && bucket.EndsWith(record.Name[1..], StringComparison.Ordinal);

    private static Finding? Address(RecordSet record, HashSet<IPAddress> held, AddressRangeIndex aws)
    {
        if (record.Type is not ("A" or "AAAA") || record.Alias is not null)
            return null;
        var gone = Gone(record, held, aws);
        if (gone.Count == 0)
            return null;
        var target = string.Join(" and ", gone.Select(a => $"address {a}"));
        return new Finding(
            DanglingRecord.Id,
            record.Resource,
            Severity.High,
            $"{record.Name} {record.Type} points at a released address",
            "AWS hands released addresses to other customers. Whoever is given this one receives the traffic for your name, and can obtain certificates for it.",
            target,
            [
                $"{record.Name} {record.Type} in zone {record.ZoneName} ({record.ZoneId}) points at {string.Join(", ", record.Targets)}.",
                $"No Elastic IP and no network interface of the organization has {target}.",
                "It is in the ranges from which AWS gives addresses to its customers.",
            ],
            ReliesOnAbsenceIn: ["ec2"]);
    }

    /// <summary>Every public address of the organization.</summary>
    internal static HashSet<IPAddress> Held(OrganizationInventory inventory) => [.. inventory.Addresses.Select(a => IPAddress.Parse(a.Address))];

    /// <summary>Values of an address record that AWS may give to somebody else; the others are live or not AWS's.</summary>
    internal static IReadOnlyList<string> Gone(RecordSet record, HashSet<IPAddress> held, AddressRangeIndex aws) =>
        [.. record.Values.Where(v => IPAddress.TryParse(v, out var address) && !held.Contains(address) && aws.Contains(address))];
}
