using Fixer.Changes;
using Fixer.Findings;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;

namespace Fixer.Adapters.Tests.Store;

/// <summary>A small organization, with one of everything that the store keeps.</summary>
internal static class Acme
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly RecordSet Www = new("222222222222", "Z2", "example.com", false, "www.example.com", "CNAME", 300, ["www.example.com.s3-website-us-east-1.amazonaws.com"], null, null);
    public static readonly RecordSet Api = new("222222222222", "Z2", "example.com", false, "api.example.com", "A", null, [], new AliasTarget("Z35SXDOTRQ7X7K", "lb-1.us-east-1.elb.amazonaws.com", true), new RoutingPolicy("blue", "weighted", "10", "hc-1"));
    public static readonly RecordSet Txt = new("222222222222", "Z2", "example.com", false, "example.com", "TXT", 60, ["\"Größe <1> 'x'\"", "\"二\""], null, null);

    public static OrganizationInventory Inventory { get; } = new(
        Monday,
        [new Account("111111111111", "hub", null), new Account("222222222222", "shop", "shop-admin@example.com")],
        [new HostedZone("222222222222", "Z2", "example.com", false)],
        [Www, Api, Txt],
        [new Bucket("222222222222", "us-east-1", "assets.example.com")],
        [new PublicAddress("222222222222", "us-east-1", "198.51.100.7", "eipalloc-1")],
        [new Stack("222222222222", "us-east-1", "shop-dns", "arn:aws:cloudformation:us-east-1:222222222222:stack/shop-dns/1", "Resources: {}", [new StackResource("Api", "AWS::Route53::RecordSet", "api.example.com")])],
        [new BucketProbe("www.example.com", BucketAnswer.NoSuchBucket)],
        [new AddressRange("198.51.100.0/24", "us-east-1", "EC2")],
        []);

    public static OrganizationInventory With(this OrganizationInventory inventory, params RecordSet[] records) =>
        inventory with { Records = [.. records] };

    public static OrganizationInventory WithGap(this OrganizationInventory inventory) =>
        inventory with { Gaps = [new CollectionGap("111111111111", "*", "route53", "ListHostedZones", "AccessDenied")] };

    public static OrganizationInventory DaysLater(this OrganizationInventory inventory, int days) =>
        inventory with { CollectedAt = Monday.AddDays(days) };

    public static Finding Finding(RecordSet record) => new(
        "dns-dangling-record", record.Resource, Severity.Critical, $"{record.Name} points at a bucket that is gone", "Anybody can take the name.",
        $"bucket {record.Name}", ["S3 answers NoSuchBucket."], ["s3", "route53"]);

    public static PlannedFix ByPullRequest(RecordSet record, params string[] unknown) => new(
        new OwnedFinding(Finding(record), new Owner(
            OwnerKind.Terraform,
            "acme/shop",
            new OwningSource("acme/shop", "0123456789abcdef0123456789abcdef01234567", new DeclaredRecord(
                SourceKind.Terraform, "aws_route53_record.www", new SourceLocation("dns.tf", 3, 9), "example.com", null, null, "www", "CNAME", null, [], [.. unknown])),
            [new Evidence(EvidenceKind.Source, "Its code evaluates to the record.", "acme/shop dns.tf:3")])),
        Route.PullRequest);

    public static PlannedFix Scanned(RecordSet record) =>
        new(new OwnedFinding(Finding(record), new Owner(OwnerKind.Unknown, "", null, [])), Route.Undecided);

    public static PlannedFix Held(RecordSet record) => new(
        new OwnedFinding(Finding(record), new Owner(OwnerKind.Unknown, "", null, [new Evidence(EvidenceKind.TrailActor, "CloudTrail names nobody.", "")])),
        Route.Hold,
        new Refusal(RefusalCode.UnknownOwner, "Nothing proves who owns it."));

    public static ApiChange ApiChange(RecordSet record, int attempt = 1) => new(
        Change.IdOf(Finding(record).Fingerprint, attempt), Finding(record).Fingerprint, "dns-dangling-record", record.Resource, [new DeleteRecordSet(record)]);

    public static PullRequestChange PullRequestChange { get; } = new(
        Change.IdOf(Finding(Www).Fingerprint, 2), Finding(Www).Fingerprint, "dns-dangling-record", Www.Resource, "acme/shop", "0123456789abcdef0123456789abcdef01234567",
        [new FileEdit("dns.tf", [new TextEdit(new TextSpan(20, 140), ""), new TextEdit(new TextSpan(200, 200), "# ∅\r\n")])],
        new PullRequestText(
            "fix(dns): remove www.example.com", "It points nowhere.", "Anybody can take it.", "critical", ["S3 answers NoSuchBucket."],
            [new Evidence(EvidenceKind.Source, "Its code evaluates to the record.", "acme/shop dns.tf:3")], "aws_route53_record.www", "dns.tf:3",
            "--- a/dns.tf\n+++ b/dns.tf\n", new EditProof(3, 2, ["aws_route53_record.www"], [], [], true, []), "The next apply deletes one record.", []));

    public static Handoff Handoff { get; } = new(
        Change.IdOf(Finding(Www).Fingerprint, 3), Finding(Www).Fingerprint, "dns-dangling-record", Www.Resource, "www dangles", "acme/shop", "It is computed.", "Please remove it.");

    public static JournalEntry Entry(Change change, params ApiStep[] inverse) =>
        new(change, Finding(Www) with { Blocked = null }, [.. inverse], JournalState.Begun, Monday.AddTicks(1_234_567));

    /// <summary>An entry about two record sets, with the steps that bring both back, last first.</summary>
    public static JournalEntry EntryOfTwoSteps(string id = "two-1")
    {
        var change = ApiChange(Www) with { Id = id, Steps = [new DeleteRecordSet(Www), new DeleteRecordSet(Api)] };
        return Entry(change, [.. change.Steps.Reverse().Select(s => s.Inverse)]);
    }

    public static LedgerEntry Ledger(LedgerState state, DateOnly since, string reference = "") =>
        new(Finding(Www).Fingerprint, "dns-dangling-record", Www.Resource, state, since, reference);
}
