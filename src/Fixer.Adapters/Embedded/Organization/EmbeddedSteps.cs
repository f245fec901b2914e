using Fixer.Changes;
using Fixer.Findings;
using Fixer.Inventory;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>What each API step makes of an embedded organization.</summary>
internal static class EmbeddedSteps
{
    /// <summary>The organization after <paramref name="step"/>; the very same one if the step has taken effect already.</summary>
    /// <exception cref="StepRefusedException">What the step is about is not as it must be.</exception>
    public static OrganizationDocument Take(OrganizationDocument organization, ApiStep step) => step switch
    {
        DeleteRecordSet { Record: var record } => Replace(organization, record, live => live switch
        {
            null => null, // deleted already
            _ when live.Equals(record) => null,
            _ => throw Moved(step, "is not as it was when the change was planned"),
        }),
        CreateRecordSet { Record: var record } => Replace(organization, record, live => live is null || live.Equals(record) ? record : throw Moved(step, "exists with another content")),
        DisableDistribution disable => Switch(organization, step, disable.DistributionId, disable.Settings, enabled: false),
        EnableDistribution enable => Switch(organization, step, enable.DistributionId, enable.Settings, enabled: true),
        ReplacePolicyDocument replace => Change(organization, step, replace.PolicyArn, p =>
            p.Document == replace.After ? p : p.Document == replace.Before ? p with { Document = replace.After } : throw Moved(step, "has another document than when the change was planned")),
        AttachPolicy attach => Change(organization, step, attach.PolicyArn, p => p.Holders.Contains(attach.Principal) ? p : p with { Holders = p.Holders.Add(attach.Principal) }),
        DetachPolicy detach => Change(organization, step, detach.PolicyArn, p => p.Holders.Contains(detach.Principal) ? p with { Holders = p.Holders.Remove(detach.Principal) } : p),
        _ => throw new InvalidOperationException($"{step.GetType().Name} is not a step Fixer knows."),
    };

    /// <summary>The IAM action that tells whether a step has taken effect.</summary>
    public static string Reads(ApiStep step) => step switch
    {
        DisableDistribution or EnableDistribution => "cloudfront:GetDistributionConfig",
        ReplacePolicyDocument => "iam:GetPolicyVersion",
        AttachPolicy or DetachPolicy => "iam:ListAttachedRolePolicies",
        _ => "route53:ListResourceRecordSets",
    };

    private static OrganizationDocument Replace(OrganizationDocument organization, RecordSet record, Func<RecordSet?, RecordSet?> decide)
    {
        var zone = organization.Zones.FirstOrDefault(z => z.Zone.Id == record.ZoneId) ?? throw Moved(new CreateRecordSet(record), "has lost its hosted zone");
        var live = zone.Records.FirstOrDefault(r => r.Resource == record.Resource);
        var wanted = decide(live);
        if (Equals(live, wanted))
            return organization;
        var records = live is null ? zone.Records : zone.Records.Remove(live);
        return organization with { Zones = organization.Zones.Replace(zone, zone with { Records = wanted is null ? records : records.Add(wanted) }) };
    }

    private static OrganizationDocument Switch(OrganizationDocument organization, ApiStep step, string id, string settings, bool enabled)
    {
        var live = organization.Distributions.FirstOrDefault(d => d.AccountId == step.AccountId && d.Id == id) ?? throw Moved(step, "is gone");
        if (live.Settings != settings)
            throw Moved(step, "has other settings than when the change was planned");
        return live.Enabled == enabled ? organization : organization with { Distributions = organization.Distributions.Replace(live, live with { Enabled = enabled }) };
    }

    private static OrganizationDocument Change(OrganizationDocument organization, ApiStep step, string arn, Func<PolicyDocument, PolicyDocument> change)
    {
        var live = organization.Policies.FirstOrDefault(p => p.AccountId == step.AccountId && p.Arn == arn) ?? throw Moved(step, "is gone");
        var wanted = change(live);
        return wanted == live ? organization : organization with { Policies = organization.Policies.Replace(live, wanted) };
    }

    private static StepRefusedException Moved(ApiStep step, string what) =>
        new(new Refusal(RefusalCode.PreconditionMoved, $"{char.ToUpperInvariant(step.Subject[0])}{step.Subject[1..]} {what}; it is left alone."));
}
