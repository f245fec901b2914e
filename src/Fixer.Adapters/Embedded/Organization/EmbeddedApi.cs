using Fixer.Changes;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>Carries out API steps on an embedded organization, through the roles a real one has.</summary>
public sealed class EmbeddedApi(OrganizationFile file, EmbeddedCalls calls, TimeProvider clock) : IApi
{
    internal const string Tagger = "fixer-security-tagger";

    internal static string RoleOf(string playbook) => $"fixer-playbook-{playbook}";

    /// <inheritdoc/>
    public async Task Run(string playbook, ApiStep step, CancellationToken cancellation)
    {
        var role = RoleOf(playbook);
        foreach (var permission in step.Permissions)
            await Call(role, step.AccountId, permission, cancellation);
        var before = file.Read();
        var after = EmbeddedSteps.Take(before, step);
        if (after != before)
            file.Write(after with { Trail = step is RecordSetStep { Record: var record } ? after.Trail.Add(Written(record, role, after.Trail.Length + 1)) : after.Trail });
    }

    /// <inheritdoc/>
    public async Task<bool> HasTakenEffect(ApiStep step, CancellationToken cancellation)
    {
        await Call(EmbeddedInventory.Auditor, step.AccountId, EmbeddedSteps.Reads(step), cancellation);
        var organization = file.Read();
        try
        {
            return EmbeddedSteps.Take(organization, step) == organization;
        }
        catch (StepRefusedException)
        {
            return false; // it is neither as it was nor as it should be
        }
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

    private TrailDocument Written(RecordSet record, string role, int number) => new(record.Resource, new TrailEvent(
        $"embedded-{number}", clock.GetUtcNow(), "ChangeResourceRecordSets", false, "AssumedRole",
        $"arn:aws:sts::{record.AccountId}:assumed-role/{role}/fixer", "fixer", null, false, "fixer"));

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
}
