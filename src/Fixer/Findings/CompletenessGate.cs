using Fixer.Inventory;

namespace Fixer.Findings;

/// <summary>No verdict from absence while anything that could hold the target is missing from the inventory.</summary>
public static class CompletenessGate
{
    /// <summary>
    /// Blocks <paramref name="finding"/> with <see cref="RefusalCode.InventoryIncomplete"/> when a service whose absence it relies on could not be read in
    /// some account or region. A finding that is blocked already stays as it is.
    /// </summary>
    public static Finding Check(Finding finding, OrganizationInventory inventory)
    {
        if (finding.Blocked is not null || finding.ReliesOnAbsenceIn.IsEmpty)
            return finding;
        var gaps = inventory.Gaps.Where(g => g.Service == "*" || finding.ReliesOnAbsenceIn.Contains(g.Service)).ToArray();
        if (gaps.Length == 0)
            return finding;
        var named = string.Join("; ", gaps.Take(3)) + (gaps.Length > 3 ? $"; and {gaps.Length - 3} more" : "");
        return finding with
        {
            Blocked = new Refusal(RefusalCode.InventoryIncomplete, $"{finding.Target} may still exist where Fixer could not look: {named}."),
        };
    }
}
