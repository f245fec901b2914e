using Fixer.Inventory;

namespace Fixer.Adapters.Tests.Store;

internal sealed class SqliteSweepsTests : StoreTest
{
    private const string Findings = "SELECT target, status, first_seen, last_changed, closed_at, recurrences FROM findings ORDER BY target";

    [Test]
    public async Task Save_FirstSweep_FillsEveryTableOfTheInventory()
    {
        await Store.Save(Acme.Inventory.WithGap(), [Acme.ByPullRequest(Acme.Www), Acme.Held(Acme.Api)], None);
        Assert.Multiple(() =>
        {
            Assert.That(Stored("SELECT * FROM accounts"), Is.EqualTo(new[] { "111111111111|hub|", "222222222222|shop|shop-admin@example.com" }));
            Assert.That(Stored("SELECT * FROM zones"), Is.EqualTo(new[] { "222222222222|Z2|example.com|0" }));
            Assert.That(Stored("SELECT account_id, region, name FROM buckets"), Is.EqualTo(new[] { "222222222222|us-east-1|assets.example.com" }));
            Assert.That(Stored("SELECT * FROM addresses"), Is.EqualTo(new[] { "222222222222|us-east-1|198.51.100.7|eipalloc-1" }));
            Assert.That(
                Stored("SELECT s.name, template, logical_id, type, physical_id FROM stacks s JOIN stack_resources ON stack_arn = arn"),
                Is.EqualTo(new[] { "shop-dns|Resources: {}|Api|AWS::Route53::RecordSet|api.example.com" }));
            Assert.That(Stored("SELECT * FROM bucket_probes"), Is.EqualTo(new[] { "www.example.com|noSuchBucket" }));
            Assert.That(Stored("SELECT * FROM gaps"), Is.EqualTo(new[] { "111111111111|*|route53|ListHostedZones|AccessDenied" }));
        });
    }

    [Test]
    public async Task Save_Records_AreStoredColumnByColumn()
    {
        await Store.Save(Acme.Inventory, [], None);
        Assert.That(
            Stored("SELECT resource_id, ttl, resource_records, alias_zone_id, alias_dns_name, alias_evaluate_target_health, set_identifier, routing_policy, routing_value, health_check_id FROM records ORDER BY name"),
            Is.EqualTo(new[]
            {
                "Z2/api.example.com/A/blue||[]|Z35SXDOTRQ7X7K|lb-1.us-east-1.elb.amazonaws.com|1|blue|weighted|10|hc-1",
                """Z2/example.com/TXT|60|["\"Größe <1> 'x'\"","\"二\""]|||||||""",
                """Z2/www.example.com/CNAME|300|["www.example.com.s3-website-us-east-1.amazonaws.com"]|||||||""",
            }));
    }

    [Test]
    public async Task Save_Findings_AreStoredColumnByColumn()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www), Acme.Held(Acme.Api)], None);
        Assert.That(
            Stored("SELECT resource_id, severity, owner_kind, owner, route, refusal_code, refusal_message, details ->> '$.owned.owner.chain[0].kind' FROM findings ORDER BY target"),
            Is.EqualTo(new[]
            {
                "Z2/api.example.com/A/blue|critical|unknown||hold|UnknownOwner|Nothing proves who owns it.|trailActor",
                "Z2/www.example.com/CNAME|critical|terraform|acme/shop|pullRequest|||source",
            }));
        Assert.That(
            Stored("SELECT count(*) FROM findings f JOIN records r USING (account_id, resource_id)"),
            Is.EqualTo(new[] { "2" }), "a finding leads to its record");
    }

    [Test]
    public async Task Save_NothingNew_ChangesNoRowButItsOwn()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www, "zone", "type"), Acme.Held(Acme.Api)], None);
        Look.WatchRows(Path);

        await Store.Save(Acme.Inventory.DaysLater(1), [Acme.Held(Acme.Api), Acme.ByPullRequest(Acme.Www, "type", "zone")], None);

        Assert.That(Look.Watched(Path), Is.EqualTo(new[] { "INSERT sweeps" }));
    }

    [Test]
    public async Task Save_OneRecordDiffersOneIsGoneOneIsNew_WritesThoseThree()
    {
        await Store.Save(Acme.Inventory.With(Acme.Www, Acme.Api, Acme.Txt), [], None);
        Look.WatchRows(Path);

        await Store.Save(Acme.Inventory.With(Acme.Www with { Ttl = 60 }, Acme.Txt, Acme.Txt with { Type = "SPF" }), [], None);

        Assert.That(Look.Watched(Path), Is.EquivalentTo(new[] { "DELETE records", "UPDATE records", "INSERT records", "DELETE record_targets", "INSERT sweeps" }));
    }

    [Test]
    public async Task Save_ValueBecomesNull_IsADifference()
    {
        await Store.Save(Acme.Inventory, [], None);
        await Store.Save(Acme.Inventory with { Accounts = [new Account("222222222222", "shop", null)] }, [], None);
        Assert.That(Stored("SELECT account_id, coalesce(admin_email, 'nobody') FROM accounts"), Is.EqualTo(new[] { "222222222222|nobody" }));
    }

    [Test]
    public async Task Save_StackIsGone_ItsResourcesAreToo()
    {
        await Store.Save(Acme.Inventory, [], None);
        await Store.Save(Acme.Inventory with { Stacks = [] }, [], None);
        Assert.That(Stored("SELECT * FROM stack_resources"), Is.Empty);
    }

    [Test]
    public async Task Save_SameThingListedTwice_IsStoredOnce()
    {
        // Pages of an AWS listing overlap when something changes in between.
        await Store.Save(Acme.Inventory.With(Acme.Www, Acme.Www with { Ttl = 60 }), [], None);
        Assert.That(Stored("SELECT ttl FROM records"), Is.EqualTo(new[] { "60" }));
    }

    [Test]
    public async Task Save_FindingNotSeenInACompleteSweep_IsClosed()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [], None);
        Assert.That(Stored(Findings), Is.EqualTo(new[] { $"bucket www.example.com|closed|{Day(23)}|{Day(24)}|{Day(24)}|0" }));
    }

    [Test]
    public async Task Save_FindingNotSeenInASweepWithGaps_StaysOpen()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1).WithGap(), [], None);
        Assert.That(Stored(Findings), Is.EqualTo(new[] { $"bucket www.example.com|open|{Day(23)}|{Day(23)}||0" }));
    }

    [Test]
    public async Task Save_ClosedFindingSeenAgain_IsReopenedAndCounted()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [], None);
        await Store.Save(Acme.Inventory.DaysLater(2).WithGap(), [Acme.ByPullRequest(Acme.Www)], None);
        Assert.That(Stored(Findings), Is.EqualTo(new[] { $"bucket www.example.com|open|{Day(23)}|{Day(25)}||1" }));
    }

    [Test]
    public async Task Save_ClosedFindingStaysAway_KeepsTheDateItWasClosed()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [], None);
        await Store.Save(Acme.Inventory.DaysLater(2), [], None);
        Assert.That(Stored(Findings), Is.EqualTo(new[] { $"bucket www.example.com|closed|{Day(23)}|{Day(24)}|{Day(24)}|0" }));
    }

    [Test]
    public async Task Save_FindingHasAnotherOwner_ChangesButKeepsFirstSeen()
    {
        await Store.Save(Acme.Inventory, [Acme.Held(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [Acme.ByPullRequest(Acme.Www)], None);
        Assert.That(Stored(Findings), Is.EqualTo(new[] { $"bucket www.example.com|open|{Day(23)}|{Day(24)}||0" }));
        Assert.That(Stored("SELECT route, coalesce(refusal_code, 'none') FROM findings"), Is.EqualTo(new[] { "pullRequest|none" }));
    }

    /// <summary>A scan does not look for owners; it must not wipe out what the last plan found.</summary>
    [Test]
    public async Task Save_ScanAfterPlan_KeepsWhatThePlanDecided()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [Acme.Scanned(Acme.Www)], None);
        Assert.That(
            Stored("SELECT owner_kind, owner, route, refusal_code, last_changed FROM findings"),
            Is.EqualTo(new[] { "terraform|acme/shop|pullRequest||2026-11-23T09:00:00.0000000Z" }));
    }

    [Test]
    public async Task Save_PlanAfterScan_FillsInTheOwner()
    {
        await Store.Save(Acme.Inventory, [Acme.Scanned(Acme.Www)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [Acme.ByPullRequest(Acme.Www)], None);
        Assert.That(Stored("SELECT owner_kind, route FROM findings"), Is.EqualTo(new[] { "terraform|pullRequest" }));
    }

    [Test]
    public async Task Save_Sweep_CountsWhatItDid()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www), Acme.Held(Acme.Api)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [Acme.Held(Acme.Txt)], None);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Store.Save(Acme.Inventory.DaysLater(2).WithGap(), [Acme.Held(Acme.Api), Acme.Held(Acme.Txt)], None);
        Assert.That(
            Stored("SELECT sweep_id, collected_at, saved_at, accounts, zones, records, gaps, findings, findings_new, findings_reopened, findings_closed FROM sweeps"),
            Is.EqualTo(new[]
            {
                $"1|{Day(23)}|{Day(23)}|2|1|3|0|2|2|0|0",
                $"2|{Day(24)}|{Day(23)}|2|1|3|0|1|1|0|2",
                $"3|{Day(25)}|2026-11-23T09:05:00.0000000Z|2|1|3|1|2|0|1|0",
            }));
    }

    [Test]
    public async Task Save_Cancelled_StopsAndCanBeTriedAgain()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        Assert.That(() => Store.Save(Acme.Inventory, [], cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        await Store.Save(Acme.Inventory, [], None);
        Assert.That(Stored("SELECT records FROM sweeps"), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task Save_FailsAtItsLastStatement_LeavesTheLastSweepWhole()
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);
        Look.Meddle(Path, "CREATE TRIGGER full BEFORE INSERT ON sweeps BEGIN SELECT raise(ABORT, 'no room'); END");

        Assert.That(() => Store.Save(Acme.Inventory.With(), [], None), Throws.Exception);

        Assert.That(Stored("SELECT count(*) FROM records"), Is.EqualTo(new[] { "3" }));
        Assert.That(Stored("SELECT status FROM findings"), Is.EqualTo(new[] { "open" }));
        Look.Meddle(Path, "DROP TRIGGER full");
        await Store.Save(Acme.Inventory.With(), [], None);
        Assert.That(Stored("SELECT count(*) FROM records"), Is.EqualTo(new[] { "0" }), "and the store can be used further");
    }

    private static string Day(int day) => $"2026-11-{day}T09:00:00.0000000Z";
}
