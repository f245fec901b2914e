using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Verification;

namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>A finding is fixed when the record is gone or its target is back, seen in an inventory that could have shown otherwise.</summary>
internal static class Verify
{
    public static Verdict Run(Finding finding, OrganizationInventory inventory)
    {
        var account = finding.Resource.AccountId;
        if (inventory.Gaps.FirstOrDefault(g => g.AccountId == account && (g.Service is "route53" or "*")) is { } gap)
            return new Verdict(VerdictKind.NotYet, $"Cannot tell: {gap}.");
        if (inventory.FindRecord(finding.Resource) is not { } record)
            return new Verdict(VerdictKind.Fixed, "The record is gone.");
        var still = Scan.Run(inventory with { Records = [record] }).FirstOrDefault();
        return still is null
            ? new Verdict(VerdictKind.Fixed, "The record is there, and what it points at exists.")
            : new Verdict(VerdictKind.NotYet, $"The record still points at {still.Target}.");
    }
}
