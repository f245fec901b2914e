using Fixer.Ownership;
using Fixer.Testing;

namespace Fixer.Tests.Ownership;

/// <summary>Who stands behind an event. A pipeline taken for a person would have its records deleted under it.</summary>
public sealed class ActorTests
{
    private static readonly TrailEvent Nobody = new(
        "1", default, "ChangeResourceRecordSets", false, "AssumedRole", "arn:aws:sts::111111111111:assumed-role/ci/x", "x", null, false, "aws-cli/2.17");

    private static readonly (Actor Expected, string Why, TrailEvent Event)[] Table =
    [
        (Actor.Person, "a session named by an employee's address", Nobody with { UserName = "jo@example.com" }),
        (Actor.Person, "addresses have no case", Nobody with { UserName = "Jo@EXAMPLE.com" }),
        (Actor.Person, "an SSO role, whatever the session is called", Nobody with { PrincipalArn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_1/x" }),
        (Actor.Person, "an IAM user in the console", Nobody with { IdentityType = "IAMUser", FromConsole = true }),
        (Actor.Person, "an IAM user named by an address", Nobody with { IdentityType = "IAMUser", UserName = "jo@example.com" }),
        (Actor.Person, "root in the console", Nobody with { IdentityType = "Root", FromConsole = true }),

        (Actor.Unclear, "a role nobody knows", Nobody),
        (Actor.Unclear, "root by access key", Nobody with { IdentityType = "Root" }),
        (Actor.Unclear, "an IAM user by access key: people and pipelines both have them", Nobody with { IdentityType = "IAMUser" }),
        (Actor.Unclear, "somebody else's address", Nobody with { UserName = "jo@example.org" }),
        (Actor.Unclear, "a domain that only ends alike", Nobody with { UserName = "jo@notexample.com" }),
        (Actor.Unclear, "a subdomain is not the domain", Nobody with { UserName = "jo@ci.example.com" }),
        (Actor.Unclear, "no name before the at sign", Nobody with { UserName = "@example.com" }),
        (Actor.Unclear, "the address not at the end", Nobody with { UserName = "jo@example.com.evil" }),
        (Actor.Unclear, "a role that carries SSO's name in its session only", Nobody with { PrincipalArn = "arn:aws:sts::111111111111:assumed-role/ci/AWSReservedSSO_Admin" }),
        (Actor.Unclear, "a role that carries SSO's name in its middle", Nobody with { PrincipalArn = "arn:aws:sts::111111111111:assumed-role/my-AWSReservedSSO_Admin/x" }),
        (Actor.Unclear, "an identity type nobody knows, in the console", Nobody with { IdentityType = "WebIdentityUser", UserName = "jo@example.com", FromConsole = true }),
        (Actor.Unclear, "no identity type", Nobody with { IdentityType = "", UserName = "jo@example.com" }),
        (Actor.Unclear, "a person with Terraform", Nobody with { UserName = "jo@example.com", UserAgent = "HashiCorp Terraform/1.11" }),
        (Actor.Unclear, "a person with Pulumi", Nobody with { UserName = "jo@example.com", UserAgent = "pulumi-resource-aws" }),
        (Actor.Unclear, "the user agent alone makes no person", Nobody with { UserAgent = "Mozilla/5.0", FromConsole = true }),

        (Actor.Person, "an SSO role, with the path that only Identity Center can make", Nobody with { PrincipalArn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_1/x", SessionIssuer = "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1" }),
        (Actor.Person, "a person with the command line in CloudShell", Nobody with { UserName = "jo@example.com", UserAgent = "aws-cli/2.13.5 exec-env/CloudShell" }),
        (Actor.Person, "a person in the console, whose servers make the call", Nobody with { UserName = "jo@example.com", UserAgent = "AWS Internal", FromConsole = true }),

        (Actor.Unclear, "a role of somebody's that is called like one of SSO", Nobody with { PrincipalArn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_1/x", SessionIssuer = "arn:aws:iam::111111111111:role/AWSReservedSSO_Admin_1" }),
        (Actor.Unclear, "a function that calls its session by an address", Nobody with { UserName = "jo@example.com", UserAgent = "Boto3/1.34.0 exec-env/AWS_Lambda_python3.12" }),
        (Actor.Unclear, "a service that acts in a person's session", Nobody with { UserName = "jo@example.com", UserAgent = "config.amazonaws.com" }),
        (Actor.Unclear, "a web identity of a provider nobody knows, called by an address", Nobody with { UserName = "jo@example.com", FederatedProvider = "cognito-identity.amazonaws.com" }),
        (Actor.Unclear, "the console's servers on behalf of a person: not an infrastructure tool, and no proof", Nobody with { UserName = "jo@example.com", InvokedBy = "signin.amazonaws.com", FromConsole = true }),
        (Actor.Unclear, "a user of Identity Center, by another application", Nobody with { IdentityType = "IdentityCenterUser", UserName = "jo@example.com" }),
        (Actor.Unclear, "a session by GetFederationToken: programs hand these out", Nobody with { IdentityType = "FederatedUser", UserName = "jo@example.com" }),

        (Actor.Automation, "GitHub's workflows, whatever they call their session", Nobody with { UserName = "jo@example.com", FederatedProvider = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com" }),
        (Actor.Automation, "a pod of a cluster", Nobody with { FederatedProvider = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC" }),
        (Actor.Automation, "a role that a service keeps for itself", Nobody with { PrincipalArn = "arn:aws:sts::111111111111:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling" }),
        (Actor.Automation, "a role with Terraform", Nobody with { UserAgent = "APN/1.0 HashiCorp/1.0 Terraform/1.11.4" }),
        (Actor.Automation, "a role with the CDK", Nobody with { UserAgent = "aws-cdk/2" }),
        (Actor.Automation, "a service", Nobody with { IdentityType = "AWSService", UserName = "jo@example.com" }),
        (Actor.Automation, "a service on behalf of a person: a stack", Nobody with { UserName = "jo@example.com", FromConsole = true, InvokedBy = "cloudformation.amazonaws.com" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public Actor Of(TrailEvent written) => Actors.Of(written, [A.Domain]);

    /// <summary>Without a configured domain nobody is an employee by name.</summary>
    [Test]
    public void Of_NoDomains_NamesProveNothing() => Assert.That(Actors.Of(Nobody with { UserName = "jo@example.com" }, []), Is.EqualTo(Actor.Unclear));

    private static IEnumerable<TestCaseData> Cases() => Table.Select(row => new TestCaseData(row.Event).Returns(row.Expected).SetName($"{row.Expected}: {row.Why}"));
}
