using Fixer.Changes;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>Carries out API steps on an embedded organization, through the roles a real one has.</summary>
public sealed class EmbeddedApi(OrganizationFile file, EmbeddedCalls calls, TimeProvider clock) : IApi
{
    private const string Tagger = "fixer-security-tagger";

    /// <inheritdoc/>
    public async Task Run(string playbook, ApiStep step, CancellationToken cancellation)
    {
        var role = $"fixer-playbook-{playbook}";
        await Call(role, step.AccountId, step.Permission, cancellation);
        switch (step)
        {
            case DeleteRecordSet delete:
                Replace(delete.Record, role, (live, wanted) => live switch
                {
                    null => null, // deleted already
                    _ when live.Equals(wanted) => null,
                    _ => throw Moved(wanted, "is not as it was when the change was planned"),
                });
                break;
            case CreateRecordSet create:
                Replace(create.Record, role, (live, wanted) => live is null || live.Equals(wanted) ? wanted : throw Moved(wanted, "exists with another content"));
                break;
            default:
                throw new InvalidOperationException($"{step.GetType().Name} is not a step Fixer knows.");
        }
    }

    /// <inheritdoc/>
    public async Task<RecordSet?> ReadRecord(RecordSet record, CancellationToken cancellation)
    {
        await Call(EmbeddedInventory.Auditor, record.AccountId, "route53:ListResourceRecordSets", cancellation);
        return file.Read().Zones.Where(z => z.Zone.Id == record.ZoneId).SelectMany(z => z.Records).FirstOrDefault(r => r.Resource == record.Resource);
    }

    /// <inheritdoc/>
    public async Task TagZone(string accountId, string zoneId, string key, string value, CancellationToken cancellation)
    {
        await Call(Tagger, accountId, "route53:ListTagsForResource", cancellation);
        var organization = file.Read();
        var zone = organization.Zones.FirstOrDefault(z => z.Zone.Id == zoneId && z.Zone.AccountId == accountId)
            ?? throw new StepRefusedException(new Refusal(RefusalCode.PreconditionMoved, $"Hosted zone {zoneId} is not in account {accountId} any more."));
        if (zone.Tags.GetValueOrDefault(key) == value)
            return;
        await Call(Tagger, accountId, "route53:ChangeTagsForResource", cancellation);
        file.Write(organization with { Zones = organization.Zones.Replace(zone, zone with { Tags = zone.Tags.SetItem(key, value) }) });
    }

    private void Replace(RecordSet record, string role, Func<RecordSet?, RecordSet, RecordSet?> decide)
    {
        var organization = file.Read();
        var zone = organization.Zones.FirstOrDefault(z => z.Zone.Id == record.ZoneId) ?? throw Moved(record, "has lost its hosted zone");
        var live = zone.Records.FirstOrDefault(r => r.Resource == record.Resource);
        var wanted = decide(live, record);
        if (Equals(live, wanted))
            return;
        var records = live is null ? zone.Records : zone.Records.Remove(live);
        if (wanted is not null)
            records = records.Add(wanted);
        var number = organization.Trail.Length + 1;
        var written = new TrailEvent(
            $"embedded-{number}", clock.GetUtcNow(), "ChangeResourceRecordSets", false, "AssumedRole",
            $"arn:aws:sts::{record.AccountId}:assumed-role/{role}/fixer", "fixer", null, false, "fixer");
        file.Write(organization with
        {
            Zones = organization.Zones.Replace(zone, zone with { Records = records }),
            Trail = organization.Trail.Add(new TrailDocument(record.Resource, written)),
        });
    }

    private async Task Call(string role, string account, string operation, CancellationToken cancellation)
    {
        try
        {
            await calls.Call(role, account, "global", operation, cancellation);
        }
        catch (AwsCallException error) when (error.IsTransient)
        {
            throw new TransientApiException(error.Message, error);
        }
        catch (AwsCallException error)
        {
            throw new StepRefusedException(new Refusal(RefusalCode.AccessDenied, $"{error.Message}. Onboard the account again, or give the role that permission."));
        }
    }

    private static StepRefusedException Moved(RecordSet record, string what) =>
        new(new Refusal(RefusalCode.PreconditionMoved, $"{record.Name} {record.Type} in zone {record.ZoneName} ({record.ZoneId}) {what}; it is left alone."));
}
