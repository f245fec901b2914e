namespace Fixer.Changes;

/// <summary>Keeps the ledger: in the store for resources that cannot be tagged, summarized as a tag on the hosted zone that holds them.</summary>
internal sealed class Bookkeeping(ILedger ledger, IApi api, TimeProvider clock)
{
    /// <summary>Writes where the change's resource stands.</summary>
    public Task Record(Change change, LedgerState state, CancellationToken cancellation) =>
        Record(change.Fingerprint, change.Playbook, change.Resource, state, change.Id, cancellation);

    /// <summary>Writes where a resource stands.</summary>
    public Task Record(string fingerprint, string playbook, Inventory.ResourceId resource, LedgerState state, string reference, CancellationToken cancellation) =>
        ledger.Set(new LedgerEntry(fingerprint, playbook, resource, state, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), reference), cancellation);

    /// <summary>
    /// Tags every hosted zone that holds such records with the state that is furthest from done, the earliest date of it, and the change, or how many records.
    /// Returns the zones that could not be tagged, with the reason: the ledger itself is in the store, so that is reported, not fatal.
    /// </summary>
    public async Task<IReadOnlyList<string>> TagZones(CancellationToken cancellation)
    {
        List<string> failures = [];
        var zones = (await ledger.All(cancellation)).Where(e => e.Resource.Type == "route53:recordset")
            .GroupBy(e => (e.Resource.AccountId, Zone: e.Resource.Id.Split('/')[0], e.Playbook))
            .OrderBy(g => g.Key.Zone, StringComparer.Ordinal);
        foreach (var zone in zones)
        {
            var worst = zone.Min(e => e.State);
            var entries = zone.Where(e => e.State == worst).ToArray();
            var summary = entries[0] with { Since = entries.Min(e => e.Since), Reference = entries.Length == 1 ? entries[0].Reference : $"{entries.Length}-records" };
            try
            {
                await api.TagZone(zone.Key.AccountId, zone.Key.Zone, $"fixer:{zone.Key.Playbook}", summary.TagValue, cancellation);
            }
            catch (Exception error) when (error is StepRefusedException or TransientApiException)
            {
                failures.Add($"hosted zone {zone.Key.Zone} of account {zone.Key.AccountId} could not be tagged: {error.Message}");
            }
        }

        return failures;
    }
}
