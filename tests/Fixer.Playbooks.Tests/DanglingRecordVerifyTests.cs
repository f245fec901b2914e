using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Playbooks.Dns.DanglingRecord;
using Fixer.Testing;
using Fixer.Verification;

namespace Fixer.Playbooks.Tests;

/// <summary>"Verified" closes a finding for good. It must be seen, and a stranger's bucket is the last thing to take for a repair.</summary>
public sealed class DanglingRecordVerifyTests
{
    private static readonly RecordSet Site = A.Alias("www.example.com", "A", "s3-website-us-east-1.amazonaws.com");
    private static readonly RecordSet Server = A.Record("api.example.com", "A", "52.0.0.1");

    [Test]
    public void Run_RecordGone_IsFixed() => Then(Found(Site), An.Inventory(Server), VerdictKind.Fixed, "gone");

    [Test]
    public void Run_NothingChanged_IsNotYet() => Then(Found(Site), Now(Site), VerdictKind.NotYet, "bucket www.example.com");

    [Test]
    public void Run_BucketCreatedAgain_IsFixed() =>
        Then(Found(Site), Now(Site) with { Buckets = [new Bucket(A.OtherTeam, "us-east-1", "www.example.com")] }, VerdictKind.Fixed, "exists");

    [Test]
    public void Run_AddressHeldAgain_IsFixed() =>
        Then(Found(Server), Now(Server) with { Addresses = [new PublicAddress(A.Team, "us-east-1", "52.0.0.1", "eipalloc-1")] }, VerdictKind.Fixed, "exists");

    [Test]
    public void Run_RecordPointsElsewhereNow_IsFixed() => Assert.Multiple(() =>
    {
        Then(Found(Server), An.Inventory(Server with { Values = ["192.0.2.1"] }), VerdictKind.Fixed, "exists");
        Then(Found(Site), An.Inventory(Site with { Alias = Site.Alias! with { DnsName = "d1.cloudfront.net" } }), VerdictKind.Fixed, "exists");
    });

    [TestCase("route53")]
    [TestCase("*")]
    public void Run_ZonesCouldNotBeRead_IsNotYet(string service) => Then(Found(Site), An.Inventory().With(A.Gap(service)), VerdictKind.NotYet, "Cannot tell");

    [Test]
    public void Run_ZonesOfAnotherAccountCouldNotBeRead_DoesNotMatter() =>
        Then(Found(Site), An.Inventory().With(A.Gap("route53", A.OtherTeam)), VerdictKind.Fixed, "gone");

    /// <summary>This is what a takeover looks like from here: the name is taken, and by none of the organization's accounts.</summary>
    [Test]
    public void Run_BucketTakenBySomebodyElse_IsNeverFixed() =>
        Then(Found(Site), Now(Site) with { BucketProbes = [new BucketProbe("www.example.com", BucketAnswer.Exists)] }, VerdictKind.NotYet, "taken it over");

    /// <summary>Without the list of ranges no address looks like AWS's, and every finding would seem to be gone.</summary>
    [Test]
    public void Run_AddressRangesMissing_IsNotYet() => Then(Found(Server), Now(Server) with { AddressRanges = [] }, VerdictKind.NotYet, "address 52.0.0.1");

    [Test]
    public void Run_S3GaveNoAnswer_IsNotYet() =>
        Then(Found(Site), Now(Site) with { BucketProbes = [new BucketProbe("www.example.com", BucketAnswer.NoAnswer)] }, VerdictKind.NotYet, "still points");

    [Test]
    public void Run_SiblingIsBack_DoesNotCountForTheOneThatIsGone() =>
        Then(Found(Server.Weighted("blue")), An.Inventory(Server.Weighted("green")), VerdictKind.Fixed, "gone");

    private static OrganizationInventory Now(RecordSet record) =>
        An.Inventory(record) with { BucketProbes = [.. S3Endpoint.BucketsBehind(record).Select(b => new BucketProbe(b, BucketAnswer.NoSuchBucket))] };

    private static Finding Found(RecordSet record) => DanglingRecord.Playbook.Scan(Now(record)).Single();

    private static void Then(Finding finding, OrganizationInventory inventory, VerdictKind kind, string note)
    {
        var verdict = DanglingRecord.Playbook.Verify(finding, inventory);
        Assert.Multiple(() =>
        {
            Assert.That(verdict.Kind, Is.EqualTo(kind));
            Assert.That(verdict.Note, Does.Contain(note));
        });
    }
}
