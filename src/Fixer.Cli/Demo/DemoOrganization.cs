using System.Collections.Immutable;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Cli.Demo;

/// <summary>
/// The organization of the story: three accounts, three zones, nine records. Bucket assets.example.com was deleted by hand, and five records still point at it.
/// </summary>
internal static class DemoOrganization
{
    private const string Web = "222222222222";
    private const string Labs = "333333333333";
    private const string StackArn = "arn:aws:cloudformation:us-east-1:333333333333:stack/labs-dns/5a3c6f00-0000-11f0-8000-0e5d1f0a2b4c";

    public static OrganizationDocument Create(DateTimeOffset today, string template)
    {
        var media = Cname(Web, "Z0222WEB", "example.com", "media.example.com", "media.example.com.s3-website-us-east-1.amazonaws.com");
        var assets = new RecordSet(Web, "Z0222WEB", "example.com", false, "assets.example.com", "A", null, [], new AliasTarget("Z3AQBSTGFYJSTF", "s3-website-us-east-1.amazonaws.com.", false), null);
        var cdn = Cname(Labs, "Z0333LABS", "example.net", "cdn.example.net", "assets.example.com.s3-website-us-east-1.amazonaws.com");
        var old = Cname(Labs, "Z0333LABS", "example.net", "old-assets.example.net", "assets.example.com.s3.amazonaws.com");
        var shop = Cname(Labs, "Z0333LABS", "example.net", "shop.example.net", "shops.partner.example.org");
        var promo = Cname(Web, "Z0222ORG", "example.org", "promo.example.org", "assets.example.com.s3-website-us-east-1.amazonaws.com") with { Ttl = 60 };
        var img = Cname(Web, "Z0222ORG", "example.org", "img.example.org", "assets.example.com.s3-website-us-east-1.amazonaws.com");
        var store = Cname(Web, "Z0222ORG", "example.org", "shop.example.org", "shops.partner.example.org");
        var beta = Cname(Web, "Z0222ORG", "example.org", "beta.example.org", "beta.partner.example.org");
        var shared = new Deployment("acme/dns", null, null,
        [
            new("""module.records.aws_route53_record.this["promo_CNAME"]""", promo.Resource),
            new("""module.records.aws_route53_record.this["shop_CNAME"]""", store.Resource),
            new("""aws_route53_record.cdn["img"]""", img.Resource),
            new("""aws_route53_record.cdn["beta"]""", beta.Resource),
        ]);
        var terraform = new Deployment("acme/web-infrastructure", null, null, [new("aws_route53_record.media", media.Resource), new("aws_route53_record.assets", assets.Resource)]);
        var stack = new Deployment("acme/labs-platform", StackArn, "cloudformation/dns.yaml", [new("Shop", shop.Resource), new("CampaignCdn", cdn.Resource)]);
        return OrganizationDocument.Empty with
        {
            Accounts =
            [
                new Account("111111111111", "security", "security@example.com"),
                new Account(Web, "web-prod", "web-platform@example.com"),
                new Account(Labs, "labs", "labs-admin@example.com"),
            ],
            Regions = ["us-east-1", "eu-west-2"],
            Zones =
            [
                Zone(Web, "Z0222WEB", "example.com", [media, assets]),
                Zone(Web, "Z0222ORG", "example.org", [store, beta, img, promo]),
                Zone(Labs, "Z0333LABS", "example.net", [shop, cdn, old]),
            ],
            Buckets =
            [
                new Bucket(Labs, "us-east-1", "media.example.com"), // the catalogue team keeps its pictures in another account
                new Bucket(Web, "us-east-1", "example-com-access-logs"),
                new Bucket("111111111111", "us-east-1", "example-tfstate"),
            ],
            AddressRanges = [new AddressRange("198.51.100.0/24", "us-east-1", "EC2")],
            Stacks =
            [
                new Stack(Labs, "us-east-1", "labs-dns", StackArn, template,
                [
                    new StackResource("Shop", "AWS::Route53::RecordSet", "shop.example.net"),
                    new StackResource("CampaignCdn", "AWS::Route53::RecordSet", "cdn.example.net"),
                    new StackResource("Topic", "AWS::SNS::Topic", "arn:aws:sns:us-east-1:333333333333:labs-alerts"),
                ]),
            ],
            Trail =
            [
                Automation(1, media, today.AddDays(-900), Web, "APN/1.0 HashiCorp/1.0 Terraform/1.9.8", null),
                Automation(2, assets, today.AddDays(-1400), Web, "APN/1.0 HashiCorp/1.0 Terraform/1.5.7", null),
                Automation(3, cdn, today.AddDays(-960), Labs, "cloudformation.amazonaws.com", "cloudformation.amazonaws.com"),
                Automation(4, shop, today.AddDays(-960), Labs, "cloudformation.amazonaws.com", "cloudformation.amazonaws.com"),
                Automation(6, promo, today.AddDays(-700), Web, "APN/1.0 HashiCorp/1.0 Terraform/1.10.2", null),
                Automation(7, img, today.AddDays(-700), Web, "APN/1.0 HashiCorp/1.0 Terraform/1.10.2", null),
                new TrailDocument(old.Resource, new TrailEvent(
                    "embedded-5", today.AddDays(-420), "ChangeResourceRecordSets", false, "AssumedRole",
                    $"arn:aws:sts::{Labs}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jo@example.com", "jo@example.com", null, true, "Mozilla/5.0 (Route 53 console)")),
            ],
            Deployments = [terraform, shared, stack],
        };
    }

    private static RecordSet Cname(string account, string zone, string zoneName, string name, string target) =>
        new(account, zone, zoneName, false, name, "CNAME", 300, [target], null, null);

    // Every zone has its own NS and SOA; no playbook examines them.
    private static ZoneDocument Zone(string account, string id, string name, ImmutableArray<RecordSet> records) => new(
        new HostedZone(account, id, name, false),
        [
            new RecordSet(account, id, name, false, name, "NS", 172800, ["ns-1.awsdns-01.org.", "ns-2.awsdns-02.co.uk."], null, null),
            new RecordSet(account, id, name, false, name, "SOA", 900, ["ns-1.awsdns-01.org. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"], null, null),
            .. records,
        ],
        ImmutableSortedDictionary<string, string>.Empty);

    private static TrailDocument Automation(int number, RecordSet record, DateTimeOffset time, string account, string agent, string? service) => new(
        record.Resource,
        new TrailEvent($"embedded-{number}", time, "ChangeResourceRecordSets", false, "AssumedRole", $"arn:aws:sts::{account}:assumed-role/ci-deploy/pipeline", "pipeline", service, false, agent));
}
