namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>DNS records that point at an S3 bucket or an Elastic IP that is gone, so that a stranger can take the name over.</summary>
public static class DanglingRecord
{
    /// <summary>Stable id.</summary>
    public const string Id = "dns-dangling-record";

    /// <summary>The playbook.</summary>
    public static Playbook Playbook { get; } = new(
        Id,
        "Dns/DanglingRecord",
        "DNS record points at a deleted bucket or released address",
        Impact.AttackSurface,
        Triggers: ["s3:DeleteBucket", "ec2:ReleaseAddress", "ec2:TerminateInstances"],
        new Permissions(
            Read:
            [
                "cloudformation:DescribeStackResources",
                "cloudformation:GetTemplate",
                "cloudformation:ListStacks",
                "cloudtrail:LookupEvents",
                "ec2:DescribeAddresses",
                "ec2:DescribeNetworkInterfaces",
                "organizations:ListAccounts",
                "route53:ListHostedZones",
                "route53:ListResourceRecordSets",
                "s3:ListAllMyBuckets",
            ],
            Tag: ["route53:ChangeTagsForResource", "route53:ListTagsForResource"],
            Fix: ["route53:ChangeResourceRecordSets"]),
        Examine: inventory => inventory.Records.Count(r => !r.IsZoneApex),
        Scan.Run,
        Fix.Run,
        Verify.Run)
    {
        Reach = new Reach(Reached.Targets, Reached.Parts),
    };
}
