using System.Collections.Immutable;

namespace Fixer.Ownership;

/// <summary>Who stands behind a CloudTrail event.</summary>
public enum Actor
{
    /// <summary>It cannot be told.</summary>
    Unclear,

    /// <summary>A person, by hand.</summary>
    Person,

    /// <summary>An AWS service, or an infrastructure tool under a role of its own.</summary>
    Automation,
}

/// <summary>Tells people from automation by the principal. The user agent is the caller's own claim: it supports, and never decides alone.</summary>
public static class Actors
{
    private static readonly string[] InfrastructureAgents =
        ["terraform", "opentofu", "pulumi", "cloudformation", "aws-cdk", "serverless", "crossplane", "ansible"];

    /// <summary>Classifies the principal of <paramref name="written"/>.</summary>
    public static Actor Of(TrailEvent written, ImmutableArray<string> employeeDomains)
    {
        if (written.InvokedBy is not null || written.IdentityType == "AWSService")
            return Actor.Automation;
        var tool = InfrastructureAgents.Any(a => written.UserAgent.Contains(a, StringComparison.OrdinalIgnoreCase));
        if (IsHumanPrincipal(written, employeeDomains))
            return tool ? Actor.Unclear : Actor.Person; // a person running terraform on a laptop is not "by hand"
        return tool ? Actor.Automation : Actor.Unclear;
    }

    private static bool IsHumanPrincipal(TrailEvent e, ImmutableArray<string> domains)
    {
        var isEmployee = domains.Any(d => e.UserName.Length > d.Length + 1 && e.UserName.EndsWith("@" + d, StringComparison.OrdinalIgnoreCase));
        return e.IdentityType switch
        {
            "IAMUser" => isEmployee || e.FromConsole,
            "AssumedRole" => isEmployee || e.PrincipalArn.Contains(":assumed-role/AWSReservedSSO_", StringComparison.Ordinal),
            "Root" => e.FromConsole,
            _ => false,
        };
    }
}
