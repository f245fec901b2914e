using System.Net;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Verification;

namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>
/// A finding is fixed when the record is gone, points elsewhere, or its target is back in the organization, seen in an inventory that could have shown
/// otherwise. A target that somebody else has now is the opposite of fixed: that may be the takeover.
/// </summary>
internal static class Verify
{
    public static Verdict Run(Finding finding, OrganizationInventory inventory)
    {
        var account = finding.Resource.AccountId;
        if (inventory.Gaps.FirstOrDefault(g => g.AccountId == account && (g.Service is "route53" or "*")) is { } gap)
            return new Verdict(VerdictKind.NotYet, $"Cannot tell: {gap}.");
        if (inventory.FindRecord(finding.Resource) is not { } record)
            return new Verdict(VerdictKind.Fixed, "The record is gone.");
        if (Scan.Run(inventory with { Records = [record] }).FirstOrDefault() is { } still)
            return new Verdict(VerdictKind.NotYet, $"The record still points at {still.Target}.");
        return Lost(finding, record, inventory) is { } lost
            ? new Verdict(VerdictKind.NotYet, $"The record still points at {lost}, which no account of the organization holds. Somebody else may have taken it over.")
            : new Verdict(VerdictKind.Fixed, "The record is there, and what it points at exists.");
    }

    /// <summary>What the finding missed, the record still points at, and the organization still does not hold; null if there is nothing of the kind.</summary>
    private static string? Lost(Finding finding, RecordSet record, OrganizationInventory inventory)
    {
        var missed = finding.Target.Split(" and ");
        var buckets = S3Endpoint.BucketsBehind(record);
        if (inventory.Buckets.Any(b => buckets.Contains(b.Name)))
            return null;
        var held = Scan.Held(inventory);
        return buckets.Select(b => $"bucket {b}")
            .Concat(record.Values.Where(v => IPAddress.TryParse(v, out var address) && !held.Contains(address)).Select(v => $"address {v}"))
            .FirstOrDefault(missed.Contains);
    }
}
