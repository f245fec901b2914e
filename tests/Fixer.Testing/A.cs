using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Iac.Terraform.State;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Testing;

/// <summary>Builds the nouns of the domain for tests: everything a test does not speak of has a plain value.</summary>
public static class A
{
    /// <summary>The account most things are in.</summary>
    public const string Team = "111111111111";

    /// <summary>Another account of the organization.</summary>
    public const string OtherTeam = "222222222222";

    /// <summary>The people's e-mail domain.</summary>
    public const string Domain = "example.com";

    public static HostedZone Zone(string name = "example.com", string id = "Z1EXAMPLE", string account = Team, bool isPrivate = false) =>
        new(account, id, name, isPrivate);

    /// <summary>A plain record of the zone example.com.</summary>
    public static RecordSet Record(string name, string type, params string[] values) =>
        new RecordSet(Team, "", "", false, name, type, 300, [.. values], null, null).In(Zone());

    /// <summary>An alias record of the zone example.com.</summary>
    public static RecordSet Alias(string name, string type, string target) =>
        Record(name, type) with { Ttl = null, Alias = new AliasTarget("Z3AQBSTGFYJSTF", target, false) };

    public static RecordSet In(this RecordSet record, HostedZone zone) =>
        record with { AccountId = zone.AccountId, ZoneId = zone.Id, ZoneName = zone.Name, IsPrivateZone = zone.IsPrivate };

    public static RecordSet Weighted(this RecordSet record, string setIdentifier, string weight = "10") =>
        record with { Routing = new RoutingPolicy(setIdentifier, "weighted", weight, null) };

    public static CollectionGap Gap(string service, string account = Team, string region = "us-east-1") => new(account, region, service, "List", "AccessDenied");

    public static SourceTree Tree(string repository, params (string Path, string Content)[] files) => new(
        repository,
        "c0ffee0000000000000000000000000000000000",
        files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Content), StringComparer.Ordinal));

    /// <summary>A stack whose record sets are given as (logical id, record name).</summary>
    public static Stack Stack(string name, string template, params (string LogicalId, string RecordName)[] records) => new(
        Team, "us-east-1", name, $"arn:aws:cloudformation:us-east-1:{Team}:stack/{name}/1", template,
        [.. records.Select(r => new StackResource(r.LogicalId, "AWS::Route53::RecordSet", r.RecordName))]);

    public static Finding Finding(RecordSet record, Severity severity = Severity.Critical, Refusal? blocked = null) => new(
        "dns-dangling-record", record.Resource, severity, $"{record.Name} points at a deleted S3 bucket", "Anybody can take it.",
        $"bucket {record.Name}", ["It is gone."], ["s3"], blocked);

    /// <summary>Somebody of the organization, in the console.</summary>
    public static TrailEvent Person(string name = "jo@example.com", int day = 1) => new(
        $"person-{day}", new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.Zero), "ChangeResourceRecordSets", false, "AssumedRole",
        $"arn:aws:sts::{Team}:assumed-role/AWSReservedSSO_Admin_1/{name}", name, null, true, "Mozilla/5.0");

    /// <summary>A delivery pipeline with Terraform.</summary>
    public static TrailEvent Pipeline(int day = 1) => new(
        $"pipeline-{day}", new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.Zero), "ChangeResourceRecordSets", false, "AssumedRole",
        $"arn:aws:sts::{Team}:assumed-role/ci-deploy/run-1", "run-1", null, false, "APN/1.0 HashiCorp/1.0 Terraform/1.11.4");

    /// <summary>A state that holds a record set under an address such as <c>module.dns.aws_route53_record.this["www"]</c>; in S3, or in a file if there is no bucket.</summary>
    public static LocatedState State(RecordSet record, string address, string? bucket = "states", string key = "web.tfstate")
    {
        var parts = address.Split("aws_route53_record.", 2);
        var (module, rest) = (parts[0].TrimEnd('.'), parts[1].Split('[', 2));
        var resource = new JsonObject
        {
            ["mode"] = "managed",
            ["type"] = "aws_route53_record",
            ["name"] = rest[0],
            ["provider"] = """provider["registry.terraform.io/hashicorp/aws"]""",
            ["instances"] = new JsonArray(new JsonObject
            {
                ["attributes"] = new JsonObject
                {
                    ["id"] = $"{record.ZoneId}_{record.Name}_{record.Type}",
                    ["zone_id"] = record.ZoneId,
                    ["name"] = record.Name,
                    ["type"] = record.Type,
                    ["set_identifier"] = record.Routing?.SetIdentifier ?? "",
                },
            }),
        };
        if (module.Length > 0)
            resource["module"] = module;
        if (rest.Length > 1)
            resource["instances"]![0]!["index_key"] = JsonNode.Parse(rest[1].TrimEnd(']'));
        var state = new JsonObject { ["version"] = 4, ["terraform_version"] = "1.11.4", ["serial"] = 1, ["lineage"] = "1e872f1e", ["outputs"] = new JsonObject(), ["resources"] = new JsonArray(resource) };
        var location = new StateLocation(bucket, key);
        return new LocatedState(location, TerraformState.Read(new MemoryStream(Encoding.UTF8.GetBytes(state.ToJsonString())), location.ToString()));
    }

    public static ImmutableArray<ApiStep> StepsOfEveryKind(RecordSet record) =>
    [
        new CreateRecordSet(record),
        new DeleteRecordSet(record),
        new DisableDistribution("222222222222", "E1", "ab"),
        new EnableDistribution("222222222222", "E1"),
        new ReplacePolicyDocument("222222222222", "arn:aws:iam::222222222222:policy/p", "{}", "{ }"),
        new RestorePolicyDocument("222222222222", "arn:aws:iam::222222222222:policy/p", "{}", "{ }"),
        new AttachPolicy("222222222222", new PolicyHolder(PolicyHolderKind.Role, "r"), "arn:aws:iam::aws:policy/AWSDenyAll"),
        new DetachPolicy("222222222222", new PolicyHolder(PolicyHolderKind.User, "u"), "arn:aws:iam::aws:policy/AWSDenyAll"),
    ];

    public static TrailAnswer Trail(params TrailEvent[] events) => new([.. events]);
}
