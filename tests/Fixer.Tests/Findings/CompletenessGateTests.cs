using CsCheck;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Testing;

namespace Fixer.Tests.Findings;

/// <summary>What Fixer could not look at may be where the bucket is. Without this gate an outage of one API call deletes records.</summary>
public sealed class CompletenessGateTests
{
    private static readonly RecordSet Record = A.Alias("www.example.com", "A", "s3-website-us-east-1.amazonaws.com");

    [Test]
    public void Check_NoGap_LetsTheFindingPass() => Assert.That(CompletenessGate.Check(A.Finding(Record), An.Inventory(Record)).Blocked, Is.Null);

    [TestCase("s3", A.Team, TestName = "S3 of the record's own account")]
    [TestCase("s3", A.OtherTeam, TestName = "S3 of any other account: buckets are looked for in all of them")]
    [TestCase("*", A.OtherTeam, TestName = "A whole account")]
    public void Check_GapThatCouldHoldTheTarget_Blocks(string service, string account)
    {
        var blocked = CompletenessGate.Check(A.Finding(Record), An.Inventory(Record).With(A.Gap(service, account))).Blocked;
        Assert.Multiple(() =>
        {
            Assert.That(blocked?.Code, Is.EqualTo(RefusalCode.InventoryIncomplete));
            Assert.That(blocked?.Message, Does.Contain("bucket www.example.com").And.Contain($"{account}/us-east-1 {service}:List failed with AccessDenied"), "it says what and where");
        });
    }

    [TestCase("ec2")]
    [TestCase("cloudformation")]
    [TestCase("route53")]
    [TestCase("s3control", Description = "begins like s3 and is another service")]
    public void Check_GapInAServiceTheVerdictDoesNotRestOn_DoesNotBlock(string service) =>
        Assert.That(CompletenessGate.Check(A.Finding(Record), An.Inventory(Record).With(A.Gap(service))).Blocked, Is.Null);

    [Test]
    public void Check_FindingThatRestsOnNoAbsence_IsNeverBlocked()
    {
        var seen = A.Finding(Record) with { ReliesOnAbsenceIn = [] };
        Assert.That(CompletenessGate.Check(seen, An.Inventory(Record).With(A.Gap("*"))).Blocked, Is.Null);
    }

    /// <summary>The first reason is the one an operator can act on; the gate must neither replace nor lift it.</summary>
    [Test]
    public void Check_FindingBlockedAlready_KeepsItsReason()
    {
        var reason = new Refusal(RefusalCode.InventoryIncomplete, "S3 gave no answer.");
        var blocked = A.Finding(Record, blocked: reason);
        Assert.Multiple(() =>
        {
            Assert.That(CompletenessGate.Check(blocked, An.Inventory(Record)).Blocked, Is.SameAs(reason));
            Assert.That(CompletenessGate.Check(blocked, An.Inventory(Record).With(A.Gap("s3"))).Blocked, Is.SameAs(reason));
        });
    }

    [Test]
    public void Check_ManyGaps_NamesThreeAndCountsTheRest()
    {
        var gaps = Enumerable.Range(1, 5).Select(i => A.Gap("s3", region: $"us-east-{i}")).ToArray();
        Assert.That(CompletenessGate.Check(A.Finding(Record), An.Inventory(Record).With(gaps)).Blocked?.Message, Does.Contain("us-east-3").And.Not.Contain("us-east-4").And.Contain("and 2 more"));
    }

    [Test]
    public void Check_AnyGaps_BlocksExactlyWhenOneConcernsTheVerdict() =>
        Gen.Select(Gen.OneOf("s3", "ec2", "*", "cloudformation", "route53").Array[0, 5], Gen.OneOf("s3", "ec2").Array[0, 2], Gen.OneOf(A.Team, A.OtherTeam))
            .Sample((services, relies, account) =>
            {
                var finding = A.Finding(Record) with { ReliesOnAbsenceIn = [.. relies] };
                var inventory = An.Inventory(Record).With([.. services.Select(s => A.Gap(s, account))]);
                var concerned = relies.Length > 0 && services.Any(s => s == "*" || relies.Contains(s));
                return (CompletenessGate.Check(finding, inventory).Blocked?.Code == RefusalCode.InventoryIncomplete) == concerned;
            });
}
