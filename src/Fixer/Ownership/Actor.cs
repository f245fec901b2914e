using System.Collections.Immutable;

namespace Fixer.Ownership;

/// <summary>Who stands behind a CloudTrail event.</summary>
public enum Actor
{
    /// <summary>It cannot be told.</summary>
    Unclear,

    /// <summary>A person, by hand.</summary>
    Person,

    /// <summary>An AWS service, a pipeline, or an infrastructure tool under a role of its own.</summary>
    Automation,
}

/// <summary>
/// Tells people from automation by the principal. The user agent is the caller's own claim: it supports, and never decides alone. It can only take away
/// from the evidence for a person, never make it.
/// </summary>
public static class Actors
{
    // Who vouches for pipelines and clusters. The providers' host names, as their documentation gives them.
    private static readonly string[] Workloads =
    [
        "token.actions.githubusercontent.com", "gitlab", "api.bitbucket.org", "oidc.circleci.com", "agent.buildkite.com", "vstoken.dev.azure.com",
        "app.terraform.io", "api.pulumi.com", "spacelift.io", "env0", "harness.io", "oidc.eks.", "container.googleapis.com", "oidc.vercel.com",
    ];

    /// <summary>Classifies the principal of <paramref name="written"/>.</summary>
    public static Actor Of(TrailEvent written, ImmutableArray<string> employeeDomains)
    {
        // The console's servers are named in some records, with the person's own session behind them: nothing is certain then.
        if (written.InvokedBy is { } service)
            return UserAgents.Of(service).Kind == AgentKind.Console ? Actor.Unclear : Actor.Automation;
        if (written.IdentityType == "AWSService" || written.PrincipalArn.Contains(":assumed-role/AWSServiceRoleFor", StringComparison.Ordinal))
            return Actor.Automation;

        // A pipeline names its session as it likes, also by an address.
        if (written.FederatedProvider is { } provider)
            return Workloads.Any(w => provider.Contains(w, StringComparison.OrdinalIgnoreCase)) ? Actor.Automation : Actor.Unclear;
        var agent = UserAgents.Of(written.UserAgent).Kind;
        if (IsHumanPrincipal(written, employeeDomains)) // a person running terraform on a laptop is not "by hand"
            return agent is AgentKind.Infrastructure or AgentKind.Service or AgentKind.Workload ? Actor.Unclear : Actor.Person;
        return agent == AgentKind.Infrastructure ? Actor.Automation : Actor.Unclear;
    }

    private static bool IsHumanPrincipal(TrailEvent e, ImmutableArray<string> domains)
    {
        var isEmployee = domains.Any(d => e.UserName.Length > d.Length + 1 && e.UserName.EndsWith("@" + d, StringComparison.OrdinalIgnoreCase));
        return e.IdentityType switch
        {
            "IAMUser" => isEmployee || e.FromConsole,
            "AssumedRole" => isEmployee || IsSingleSignOn(e),
            "Root" => e.FromConsole,
            _ => false,
        };
    }

    // Nobody but IAM Identity Center can make roles under that path; where the role's path is told, its name is not enough.
    private static bool IsSingleSignOn(TrailEvent e) =>
        e.PrincipalArn.Contains(":assumed-role/AWSReservedSSO_", StringComparison.Ordinal)
        && (e.SessionIssuer is not { } issuer || issuer.Contains(":role/aws-reserved/sso.amazonaws.com/", StringComparison.Ordinal));
}
