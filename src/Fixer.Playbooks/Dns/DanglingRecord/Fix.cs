using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;

namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>Removes the record where it is owned.</summary>
internal static class Fix
{
    public static FixResult Run(PlannedFix planned, FixContext context)
    {
        var finding = planned.Owned.Finding;
        var record = context.Inventory.FindRecord(finding.Resource);
        if (record is null)
            return FixResult.Refused(RefusalCode.PreconditionMoved, $"{finding.Resource.Id} is not in the inventory any more.");
        if (planned.Route != Route.Handoff && Dependents(record, context.Inventory) is { } refusal)
            return FixResult.Refused(refusal.Code, refusal.Message);
        return planned.Route switch
        {
            Route.PullRequest => PullRequest(planned.Owned, record, context),
            Route.Api => FixResult.Of(new ApiChange(context.ChangeId, finding.Fingerprint, finding.Playbook, finding.Resource, [new DeleteRecordSet(record)])),
            _ => FixResult.Of(Handoff(planned.Owned, planned.Owned.Owner.Obstacle?.Message ?? "The code that declares it was not found.", context)),
        };
    }

    /// <summary>What else would break: live values of the same record, a routed name without a sibling that works, aliases to it.</summary>
    private static Refusal? Dependents(RecordSet record, OrganizationInventory inventory)
    {
        if (record.Alias is null && (record.Type is "A" or "AAAA"))
        {
            var gone = Scan.Gone(record, Scan.Held(inventory), new AddressRangeIndex(inventory.AddressRanges));
            if (gone.Count < record.Values.Length)
                return new Refusal(RefusalCode.PartlyLive, $"Of {string.Join(", ", record.Values)} only {string.Join(", ", gone)} is gone; deleting the record would cut off the others. Remove that value by hand.");
        }

        // Siblings that dangle too are no reason to stay calm: one run would delete them all.
        if (record.Routing is { } routing && !HasSiblingThatWorks(record, inventory))
            return new Refusal(RefusalCode.LastSibling, $"{record.Name} {record.Type} ({routing.SetIdentifier}) has no sibling in its {routing.Policy} routing that works; deleting it ends the name. Decide by hand.");

        var alias = inventory.Records.FirstOrDefault(r => r.Alias is not null && r.ZoneId == record.ZoneId && r.Type == record.Type && r.Targets[0] == record.Name);
        return alias is null ? null : new Refusal(RefusalCode.ReferencedElsewhere, $"{alias.Name} {alias.Type} is an alias of it; remove that record first.");
    }

    private static bool HasSiblingThatWorks(RecordSet record, OrganizationInventory inventory)
    {
        var siblings = inventory.Records.Where(r => r.ZoneId == record.ZoneId && r.Name == record.Name && r.Type == record.Type && r.Resource != record.Resource).ToImmutableArray();
        return Scan.Run(inventory with { Records = siblings }).Count() < siblings.Length;
    }

    private static FixResult PullRequest(OwnedFinding owned, RecordSet record, FixContext context)
    {
        var source = owned.Owner.Source!;
        var index = context.Sources.Find(source.Repository);
        if (index is null || index.Tree.Commit != source.Commit)
            return FixResult.Refused(RefusalCode.PreconditionMoved, $"{source.Repository} is not at {source.Commit} any more.");
        return SourceRemoval.Remove(index, source.Declaration) switch
        {
            ProvenEdit edit => FixResult.Of(RemovalText.PullRequest(owned, record, source, edit, index.Tree, context)),
            EditRefusal refusal => FixResult.Of(Handoff(owned, $"{refusal.Code}: {refusal.Message}", context)),
            _ => throw new InvalidOperationException("An edit is proven or refused."),
        };
    }

    private static Handoff Handoff(OwnedFinding owned, string reason, FixContext context) => new(
        context.ChangeId,
        owned.Finding.Fingerprint,
        owned.Finding.Playbook,
        owned.Finding.Resource,
        owned.Finding.Title,
        owned.Owner.Source is { } source ? $"{source.Repository} {source.Declaration.Place}" : owned.Owner.Name is { Length: > 0 } name ? name : "not known",
        reason,
        $"Remove the record from the code that declares it, or create {owned.Finding.Target} again if it was deleted by mistake.");
}
