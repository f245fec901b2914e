using System.Text.Json;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Cli;
using Fixer.Inventory;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary><c>eng/snapshot-aws</c> against a simulated AWS: the file it writes is one that Fixer reads, and what it could not read is a gap.</summary>
public sealed class SnapshotTests
{
    private const string Account = "123456789012"; // moto's

    private const string Records = """
        {"Changes": [
          {"Action": "CREATE", "ResourceRecordSet": {"Name": "Media.example.com", "Type": "CNAME", "TTL": 300,
            "ResourceRecords": [{"Value": "media.example.com.s3-website-us-east-1.amazonaws.com"}]}},
          {"Action": "CREATE", "ResourceRecordSet": {"Name": "assets.example.com", "Type": "CNAME", "TTL": 300,
            "ResourceRecords": [{"Value": "assets.example.com.s3-website-us-east-1.amazonaws.com"}]}},
          {"Action": "CREATE", "ResourceRecordSet": {"Name": "partner.example.com", "Type": "CNAME", "TTL": 300,
            "ResourceRecords": [{"Value": "partner.example.com.s3.cn-north-1.amazonaws.com.cn"}]}},
          {"Action": "CREATE", "ResourceRecordSet": {"Name": "*.example.com", "Type": "A",
            "AliasTarget": {"HostedZoneId": "Z35SXDOTRQ7X7K", "DNSName": "lb-1.us-east-1.elb.amazonaws.com.", "EvaluateTargetHealth": true}}},
          {"Action": "CREATE", "ResourceRecordSet": {"Name": "api.example.com", "Type": "A", "TTL": 60, "SetIdentifier": "blue", "Weight": 90,
            "ResourceRecords": [{"Value": "192.0.2.1"}]}},
          {"Action": "CREATE", "ResourceRecordSet": {"Name": "api.example.com", "Type": "A", "TTL": 60, "SetIdentifier": "green", "Weight": 0,
            "ResourceRecords": [{"Value": "192.0.2.2"}]}}
        ]}
        """;

    private const string Configuration = """
        organization:
          embedded: organization.json
        people:
          emailDomains: [example.com]
        sources:
          embedded: repositories
        playbooks:
          dns-dangling-record:
            mode: report
        notify:
          folder: mails
          from: fixer@example.com
        """;

    private const string Ranges = """
        {
          "prefixes": [
            {"ip_prefix": "198.51.100.0/24", "region": "us-east-1", "service": "EC2"},
            {"ip_prefix": "198.51.0.0/16", "region": "us-east-1", "service": "AMAZON"}
          ],
          "ipv6_prefixes": [{"ipv6_prefix": "2001:db8::/32", "region": "us-east-1", "service": "EC2"}]
        }
        """;

    private TemporaryFolder folder = null!;
    private Moto? moto;
    private string zone = "";

    [OneTimeSetUp]
    public async Task GivenAnAccount()
    {
        moto = await Moto.Start();
        zone = (await moto.Aws("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "1", "--query", "HostedZone.Id", "--output", "text")).Split('/')[^1];
        await moto.Aws("s3api", "create-bucket", "--bucket", "media.example.com");
        await moto.Aws("route53", "change-resource-record-sets", "--hosted-zone-id", zone, "--change-batch", Records);
        await moto.Aws("ec2", "allocate-address");
        await moto.Aws("cloudformation", "create-stack", "--stack-name", "dns", "--template-body", Template);
    }

    [OneTimeTearDown]
    public void TearDownAccount() => moto?.Dispose();

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        File.WriteAllText(folder.File("fixer.yaml"), Configuration);
        Directory.CreateDirectory(folder.File("repositories"));
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Snapshot_WholeAccount_ScansToTheOneDanglingRecord()
    {
        await Snapshot("cloudtrail lookup-events", $"cat '{Write("trail.json", Trail)}'");
        var organization = new OrganizationFile(folder.File("organization.json")).Read();

        Assert.That(organization.Accounts, Is.EqualTo([new Account(Account, Account, null)]));
        Assert.That(organization.Faults, Is.Empty);
        Assert.That(organization.Buckets, Is.EqualTo([new Bucket(Account, "us-east-1", "media.example.com")]));
        Assert.That(organization.ForeignBuckets, Is.EqualTo(["partner.example.com"]), "China's buckets cannot be asked about here: never taken for free");
        Assert.That(organization.Addresses.Single().Holder, Does.StartWith("eipalloc-"));
        Assert.That(organization.AddressRanges.Select(r => r.Prefix), Is.EqualTo(["198.51.100.0/24", "2001:db8::/32"]));
        Assert.That(organization.Stacks.Single().TemplateBody, Is.EqualTo(Template));
        Assert.That(organization.Stacks.Single().Resources, Is.EqualTo([new StackResource("Shop", "AWS::Route53::RecordSet", "shop.example.com")]));
        Assert.That(organization.Trail.Select(t => t.Resource.Id), Is.EqualTo([$"{zone}/api.example.com/A/blue", $"{zone}/assets.example.com/CNAME"]));
        var records = organization.Zones.Single().Records.Where(r => !r.IsZoneApex).ToDictionary(r => r.Resource.Id[(zone.Length + 1)..], StringComparer.Ordinal);
        Assert.That(records.Keys, Is.EquivalentTo(
            ["*.example.com/A", "api.example.com/A/blue", "api.example.com/A/green", "assets.example.com/CNAME", "media.example.com/CNAME", "partner.example.com/CNAME", "shop.example.com/CNAME"]));
        Assert.That(records["*.example.com/A"], Is.EqualTo(new RecordSet(
            Account, zone, "example.com", false, "*.example.com", "A", null, [], new AliasTarget("Z35SXDOTRQ7X7K", "lb-1.us-east-1.elb.amazonaws.com.", true), null)));
        Assert.That(records["api.example.com/A/green"], Is.EqualTo(new RecordSet(
            Account, zone, "example.com", false, "api.example.com", "A", 60, ["192.0.2.2"], null, new RoutingPolicy("green", "weighted", "0", null))));

        var (code, scan, error) = await Run("scan", "--output", "json");
        Assert.That(code, Is.EqualTo(2), error);
        using var json = JsonDocument.Parse(scan);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single();
        Assert.That(finding.GetProperty("title").GetString(), Is.EqualTo("assets.example.com CNAME points at a deleted S3 bucket"));
        Assert.That(finding.GetProperty("blocked").ValueKind, Is.EqualTo(JsonValueKind.Null));

        Assert.That((await Run("owner", "assets.example.com/CNAME")).Output, Does.Contain("owner: Person jo@example.com"));
        Assert.That((await Run("plan")).Output, Does.Contain("ReportOnly"));
    }

    [Test]
    public async Task Snapshot_BucketsDenied_FindingIsHeldAsIncomplete()
    {
        const string Denied = "An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied";
        var told = await Snapshot("s3api list-buckets", $"echo '{Denied}' >&2; exit 254");

        var (code, output, error) = await Run("scan");

        Assert.That(told, Does.Contain($"{Account}/global s3:ListAllMyBuckets could not be read: {Denied}"));
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(output, Does.Contain("1 findings").And.Contain("InventoryIncomplete").And.Contain($"{Account}/global s3:ListAllMyBuckets failed with AccessDenied"));
        var organization = new OrganizationFile(folder.File("organization.json")).Read();
        Assert.That(organization.ForeignBuckets, Does.Contain("media.example.com"), "it exists, whoever holds it");
        Assert.That(
            organization.Faults,
            Does.Contain(new Fault(Account, "us-east-1", "cloudtrail:LookupEvents", FaultKind.Unavailable)), "moto has no such call");
    }

    /// <summary>A gap needs the account's name; without it there is no honest file.</summary>
    [Test]
    public async Task Snapshot_AccountUnknown_IsNoFileAtAll()
    {
        var (code, output, error) = await Script(moto!.Intercept(folder.File("bin"), "sts get-caller-identity", "echo ExpiredToken >&2; exit 254"));

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Contain("the account cannot be told").And.Contain("ExpiredToken"));
    }

    private string Template => $$"""
        Resources:
          Shop: # how it was written
            Type: AWS::Route53::RecordSet
            Properties: {HostedZoneId: {{zone}}, Name: shop.example.com, Type: CNAME, TTL: "60", ResourceRecords: [shops.example.org]}
        """;

    // moto has no LookupEvents. Both forms of the changes, and one call that AWS refused.
    private string Trail
    {
        get
        {
            var (assets, api) = (new { name = "Assets.example.com.", type = "CNAME" }, new { name = "api.example.com", type = "A", setIdentifier = "blue" });
            return JsonSerializer.Serialize(new
            {
                Events = new[]
                {
                    Event("e-1", null, new { change = new { action = "CREATE", resourceRecordSet = api } }),
                    Event("e-2", null, new[] { new { action = "CREATE", resourceRecordSet = assets } }),
                    Event("e-3", "AccessDenied", new[] { new { action = "DELETE", resourceRecordSet = assets } }),
                },
            });
        }
    }

    private object Event(string id, string? error, object changes) => new
    {
        CloudTrailEvent = JsonSerializer.Serialize(new
        {
            eventID = id,
            eventTime = "2026-10-01T10:00:00Z",
            eventName = "ChangeResourceRecordSets",
            userIdentity = new { type = "AssumedRole", arn = $"arn:aws:sts::{Account}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jo@example.com" },
            userAgent = "Mozilla/5.0",
            sessionCredentialFromConsole = "true",
            errorCode = error,
            requestParameters = new { hostedZoneId = zone, changeBatch = new { changes } },
        }),
    };

    private async Task<string> Snapshot(string call, string instead)
    {
        var (code, output, error) = await Script(moto!.Intercept(folder.File("bin"), call, instead), "--ip-ranges", Write("ranges.json", Ranges));
        Assert.That(code, Is.Zero, error);
        Write("organization.json", output);
        return error;
    }

    private static Task<(int Code, string Output, string Error)> Script(IReadOnlyDictionary<string, string?> environment, params string[] options) =>
        Tool.Run(Tool.Find("bash"), environment, [Path.Combine(AppContext.BaseDirectory, "eng", "snapshot-aws"), "--regions", "us-east-1", .. options]);

    private async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await FixerCommand.Run([.. args, "--config", folder.File("fixer.yaml")], new Terminal(output, error, interactive: false), FixedClock.AtStory());
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }
}
