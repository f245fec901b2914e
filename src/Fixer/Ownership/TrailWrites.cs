using System.Collections.Immutable;
using System.Text.Json;
using Fixer.Iac;
using Fixer.Inventory;
using static Fixer.Ownership.WriteKind;

namespace Fixer.Ownership;

/// <summary>
/// Which resources an event wrote: a row for each place where an operation names one. Of several rows of an operation some may say nothing,
/// because versions of an API differ; none at all means that CloudTrail does not tell.
/// </summary>
internal static class TrailWrites
{
    private static readonly string[] Global = ["cloudfront", "iam", "route53"];

    private static readonly ILookup<string, Row> Rows = new Row[]
    {
        new("apigateway:CreateDomainName", Created, "apigateway:domainname", "requestParameters.domainName"),
        new("apigateway:CreateDomainName", Created, "apigateway:domainname", "requestParameters.createDomainNameInput.domainName"),
        new("apigateway:DeleteDomainName", Deleted, "apigateway:domainname", "requestParameters.domainName"),
        new("cloudfront:CreateDistribution", Created, "cloudfront:distribution", "responseElements.distribution.id"),
        new("cloudfront:CreateDistributionWithTags", Created, "cloudfront:distribution", "responseElements.distribution.id"),
        new("cloudfront:DeleteDistribution", Deleted, "cloudfront:distribution", "requestParameters.id"),
        new("cloudfront:UpdateDistribution", Changed, "cloudfront:distribution", "requestParameters.id"),
        new("ec2:AllocateAddress", Created, "ec2:elastic-ip", "responseElements.allocationId"),
        new("ec2:AuthorizeSecurityGroupEgress", Changed, "ec2:security-group", "requestParameters.groupId"),
        new("ec2:AuthorizeSecurityGroupIngress", Changed, "ec2:security-group", "requestParameters.groupId"),
        new("ec2:CreateNetworkInterface", Created, "ec2:network-interface", "responseElements.networkInterface.networkInterfaceId"),
        new("ec2:CreateSecurityGroup", Created, "ec2:security-group", "responseElements.groupId"),
        new("ec2:CreateSnapshot", Created, "ec2:snapshot", "responseElements.snapshotId"),
        new("ec2:CreateVolume", Created, "ec2:volume", "responseElements.volumeId"),
        new("ec2:DeleteNetworkInterface", Deleted, "ec2:network-interface", "requestParameters.networkInterfaceId"),
        new("ec2:DeleteSecurityGroup", Deleted, "ec2:security-group", "requestParameters.groupId"),
        new("ec2:DeleteSnapshot", Deleted, "ec2:snapshot", "requestParameters.snapshotId"),
        new("ec2:DeleteVolume", Deleted, "ec2:volume", "requestParameters.volumeId"),
        new("ec2:ModifyInstanceMetadataOptions", Changed, "ec2:instance", "requestParameters.instanceId"),
        new("ec2:ModifyInstanceMetadataOptions", Changed, "ec2:instance", "requestParameters.ModifyInstanceMetadataOptionsRequest.InstanceId"),
        new("ec2:ModifySnapshotAttribute", Changed, "ec2:snapshot", "requestParameters.snapshotId"),
        new("ec2:ReleaseAddress", Deleted, "ec2:elastic-ip", "requestParameters.allocationId"),
        new("ec2:ReleaseAddress", Deleted, "ec2:elastic-ip", "requestParameters.publicIp"),
        new("ec2:RevokeSecurityGroupEgress", Changed, "ec2:security-group", "requestParameters.groupId"),
        new("ec2:RevokeSecurityGroupIngress", Changed, "ec2:security-group", "requestParameters.groupId"),
        new("ec2:RunInstances", Created, "ec2:instance", "responseElements.instancesSet.items[].instanceId"),
        new("ec2:TerminateInstances", Deleted, "ec2:instance", "requestParameters.instancesSet.items[].instanceId"),
        new("elasticbeanstalk:CreateEnvironment", Created, "elasticbeanstalk:environment", "responseElements.environmentId"),
        new("elasticbeanstalk:TerminateEnvironment", Deleted, "elasticbeanstalk:environment", "requestParameters.environmentId"),
        new("elasticbeanstalk:TerminateEnvironment", Deleted, "elasticbeanstalk:environment", "requestParameters.environmentName"),
        new("elasticbeanstalk:TerminateEnvironment", Deleted, "elasticbeanstalk:environment", "responseElements.environmentId"),
        new("elasticloadbalancing:CreateLoadBalancer", Created, "elasticloadbalancing:loadbalancer", "requestParameters.loadBalancerName"),
        new("elasticloadbalancing:CreateLoadBalancer", Created, "elasticloadbalancing:loadbalancer", "responseElements.loadBalancers[].loadBalancerArn"),
        new("elasticloadbalancing:DeleteLoadBalancer", Deleted, "elasticloadbalancing:loadbalancer", "requestParameters.loadBalancerArn"),
        new("elasticloadbalancing:DeleteLoadBalancer", Deleted, "elasticloadbalancing:loadbalancer", "requestParameters.loadBalancerName"),
        new("iam:AddUserToGroup", Changed, "iam:user", "requestParameters.userName"),
        new("iam:AttachGroupPolicy", Changed, "iam:group", "requestParameters.groupName"),
        new("iam:AttachRolePolicy", Changed, "iam:role", "requestParameters.roleName"),
        new("iam:AttachUserPolicy", Changed, "iam:user", "requestParameters.userName"),
        new("iam:CreateAccessKey", Changed, "iam:user", "responseElements.accessKey.userName"),
        new("iam:CreateAccessKey", Changed, "iam:user", "requestParameters.userName"),
        new("iam:CreateLoginProfile", Changed, "iam:user", "requestParameters.userName"),
        new("iam:CreatePolicy", Created, "iam:policy", "responseElements.policy.arn"),
        new("iam:CreatePolicyVersion", Changed, "iam:policy", "requestParameters.policyArn"),
        new("iam:CreateRole", Created, "iam:role", "requestParameters.roleName"),
        new("iam:CreateUser", Created, "iam:user", "requestParameters.userName"),
        new("iam:DeleteRole", Deleted, "iam:role", "requestParameters.roleName"),
        new("iam:DeleteRolePolicy", Changed, "iam:role", "requestParameters.roleName"),
        new("iam:DeleteUser", Deleted, "iam:user", "requestParameters.userName"),
        new("iam:DetachRolePolicy", Changed, "iam:role", "requestParameters.roleName"),
        new("iam:DetachUserPolicy", Changed, "iam:user", "requestParameters.userName"),
        new("iam:PutGroupPolicy", Changed, "iam:group", "requestParameters.groupName"),
        new("iam:PutRolePolicy", Changed, "iam:role", "requestParameters.roleName"),
        new("iam:PutUserPolicy", Changed, "iam:user", "requestParameters.userName"),
        new("iam:SetDefaultPolicyVersion", Changed, "iam:policy", "requestParameters.policyArn"),
        new("iam:UpdateAssumeRolePolicy", Changed, "iam:role", "requestParameters.roleName"),
        new("iam:UpdateLoginProfile", Changed, "iam:user", "requestParameters.userName"),
        new("lambda:AddPermission20150331v2", Changed, "lambda:function", "requestParameters.functionName"),
        new("lambda:CreateFunction20150331", Created, "lambda:function", "requestParameters.functionName"),
        new("lambda:DeleteFunction20150331", Deleted, "lambda:function", "requestParameters.functionName"),
        new("lambda:UpdateFunctionCode20150331v2", Changed, "lambda:function", "requestParameters.functionName"),
        new("lambda:UpdateFunctionConfiguration20150331v2", Changed, "lambda:function", "requestParameters.functionName"),
        new("rds:CreateDBSnapshot", Created, "rds:snapshot", "requestParameters.dBSnapshotIdentifier"),
        new("rds:DeleteDBSnapshot", Deleted, "rds:snapshot", "requestParameters.dBSnapshotIdentifier"),
        new("rds:ModifyDBClusterSnapshotAttribute", Changed, "rds:cluster-snapshot", "requestParameters.dBClusterSnapshotIdentifier"),
        new("rds:ModifyDBSnapshotAttribute", Changed, "rds:snapshot", "requestParameters.dBSnapshotIdentifier"),
        new("route53:CreateHostedZone", Created, "route53:hostedzone", "responseElements.hostedZone.id"),
        new("route53:DeleteHostedZone", Deleted, "route53:hostedzone", "requestParameters.id"),
        new("s3:CreateBucket", Created, "s3:bucket", "requestParameters.bucketName"),
        new("s3:DeleteBucket", Deleted, "s3:bucket", "requestParameters.bucketName"),
        new("s3:DeleteBucketPolicy", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:DeleteBucketPublicAccessBlock", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:DeleteBucketWebsite", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:DeletePublicAccessBlock", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:PutBucketAcl", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:PutBucketPolicy", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:PutBucketPublicAccessBlock", Changed, "s3:bucket", "requestParameters.bucketName"),
        new("s3:PutBucketWebsite", Changed, "s3:bucket", "requestParameters.bucketName"),
    }.ToLookup(r => r.Action, StringComparer.Ordinal);

    /// <summary>What a call that succeeded wrote.</summary>
    public static Writes Of(JsonElement record, string service, string name, string account, string region)
    {
        // Fields that are too large are left out, and say so.
        var whole = !record.IsTrue("requestParameters.omitted") && !record.IsTrue("responseElements.omitted");
        if (service == "route53" && name == "ChangeResourceRecordSets")
            return RecordSets(record, account, whole);
        var resources = Rows[$"{service}:{name}"]
            .SelectMany(row => record.Texts(row.Path).Select(id => new ResourceWrite(new ResourceId(account, Global.Contains(service) ? "global" : region, row.Type, Id(row.Type, id)), row.Kind)))
            .Distinct().ToImmutableArray();
        return new Writes(resources, whole && resources.Length > 0);
    }

    private static Writes RecordSets(JsonElement record, string account, bool whole)
    {
        if (record.Text("requestParameters.hostedZoneId") is not { } zone)
            return new Writes([], false);
        var resources = ImmutableArray.CreateBuilder<ResourceWrite>();
        foreach (var change in Changes(record))
        {
            WriteKind? kind = change.Text("action") switch { "CREATE" => Created, "UPSERT" => Changed, "DELETE" => Deleted, _ => null };
            if (kind is { } known && change.Text("resourceRecordSet.name") is { } name && change.Text("resourceRecordSet.type") is { } type)
                resources.Add(new ResourceWrite(Resource(account, Last(zone), name, type, change.Text("resourceRecordSet.setIdentifier")), known));
            else
                whole = false;
        }

        return new Writes(resources.ToImmutable(), whole && resources.Count > 0);
    }

    // A list of changes, the list in a member "change", or one change by itself: all three have been seen.
    private static JsonElement[] Changes(JsonElement record)
    {
        if (record.At("requestParameters.changeBatch.changes").FirstOrDefault() is not { ValueKind: not JsonValueKind.Undefined } changes)
            return [];
        if (changes.Member("change") is { } inner)
            changes = inner;
        return changes.ValueKind == JsonValueKind.Array ? [.. changes.EnumerateArray()] : [changes];
    }

    private static ResourceId Resource(string account, string zone, string name, string type, string? setIdentifier)
    {
        var routing = setIdentifier is null ? null : new RoutingPolicy(setIdentifier, "", "", null);
        return new RecordSet(account, zone, "", false, DeclaredRecord.NormalName(name), type.ToUpperInvariant(), null, [], null, routing).Resource;
    }

    // A zone's id comes with /hostedzone/ in front or without, a function as name or ARN.
    private static string Id(string type, string text) => type switch
    {
        "route53:hostedzone" => Last(text),
        "lambda:function" when text.StartsWith("arn:", StringComparison.Ordinal) => text.Split(':').ElementAtOrDefault(6) ?? text,
        _ => text,
    };

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private sealed record Row(string Action, WriteKind Kind, string Type, string Path);
}
