using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Ownership;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Tests.Changes;

/// <summary>What is applied is what was planned: whoever can edit a plan file must not be able to choose what Fixer deletes.</summary>
public sealed class PlanFileTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly Plan Plan = OfEveryKind();
    private static readonly string Text = PlanFile.Write(Plan, Key);

    [Test]
    public void Read_WhatWasWritten_IsTheSamePlan()
    {
        var read = PlanFile.Read(Text, Key);
        Assert.Multiple(() =>
        {
            Assert.That(read.Tampered, Is.Empty);
            Assert.That(Json(read.Plan), Is.EqualTo(Json(Plan)));
            Assert.That(read.Plan.Changes.Select(c => c.GetType()), Is.EqualTo(new[] { typeof(PullRequestChange), typeof(ApiChange), typeof(Handoff) }));
            Assert.That(PlanFile.Write(read.Plan, Key), Is.EqualTo(Text), "writing it again gives the same bytes");
        });
    }

    /// <summary>Every value anywhere inside a signed item, one at a time.</summary>
    [Test]
    public void Read_AnyFieldOfAChangedItem_IsTampered()
    {
        var paths = Leaves(JsonNode.Parse(Text)!["items"]!).Select(n => n.GetPath()).Where(p => !p.EndsWith(".signature", StringComparison.Ordinal)).ToArray();
        Assert.That(paths, Has.Length.GreaterThan(80), "the walk must reach the fields, or it proves nothing");
        Assert.Multiple(() =>
        {
            foreach (var path in paths)
            {
                var document = JsonNode.Parse(Text)!;
                Edit(Leaves(document["items"]!).Single(n => n.GetPath() == path));
                Assert.That(Accepted(document.ToJsonString()).All(Items(Plan).Contains), path);
            }
        });
    }

    [Test]
    public void Read_EditedItem_IsRefusedByItselfAndByName()
    {
        var edited = PlanFile.Read(Text.Replace("\"hand.example.com\"", "\"shop.example.com\"", StringComparison.Ordinal), Key);
        Assert.Multiple(() =>
        {
            Assert.That(edited.Tampered.Select(t => t.Change.Id), Is.EqualTo(new[] { "hand-1" }));
            Assert.That(edited.Tampered[0].Refusal.Code, Is.EqualTo(RefusalCode.PlanEdited));
            Assert.That(edited.Plan.Changes.Select(c => c.Id), Is.EqualTo(new[] { "code-1", "stack-1" }), "the others stand");
        });
    }

    [Test]
    public void Read_ItemTakenOut_IsSimplyNotApplied()
    {
        var document = JsonNode.Parse(Text)!;
        document["items"]!.AsArray().RemoveAt(0);
        var read = PlanFile.Read(document.ToJsonString(), Key);
        Assert.Multiple(() =>
        {
            Assert.That(read.Tampered, Is.Empty);
            Assert.That(read.Plan.Changes.Select(c => c.Id), Is.EqualTo(new[] { "hand-1", "stack-1" }));
        });
    }

    /// <summary>Nothing about a finding that is not touched may be made up either: its lines go into mails.</summary>
    [Test]
    public void Read_ItemWithoutChange_CannotBeMadeUp()
    {
        var document = JsonNode.Parse(Text)!;
        document["items"]![0]!["item"]!["change"] = null;
        document["items"]![3]!["item"]!["fix"]!["owned"]!["finding"]!["title"] = "Call this number";
        var read = PlanFile.Read(document.ToJsonString(), Key);
        Assert.Multiple(() =>
        {
            Assert.That(read.Plan.Items.Select(i => i.Change?.Id), Is.EqualTo(new[] { "hand-1", "stack-1" }));
            Assert.That(read.Tampered, Is.Empty, "there is no change to refuse");
        });
    }

    [Test]
    public void Read_ItemOfAnotherPlan_IsTampered()
    {
        var other = JsonNode.Parse(PlanFile.Write(Plan with { Id = "other" }, Key))!;
        other["id"] = Plan.Id;
        Assert.That(PlanFile.Read(other.ToJsonString(), Key).Plan.Items, Is.Empty, "a signature holds in its own plan only");
    }

    [Test]
    public void Read_SignaturesExchanged_IsTampered()
    {
        var document = JsonNode.Parse(Text)!;
        var (first, second) = (document["items"]![0]!, document["items"]![1]!);
        (first["signature"], second["signature"]) = (second["signature"]!.DeepClone(), first["signature"]!.DeepClone());
        Assert.That(PlanFile.Read(document.ToJsonString(), Key).Tampered, Has.Length.EqualTo(2));
    }

    [Test]
    public void Read_AnotherStoresKey_AcceptsNothing()
    {
        byte[] other = [.. Key.Select(b => (byte)(b ^ 1))];
        var read = PlanFile.Read(Text, other);
        Assert.Multiple(() =>
        {
            Assert.That(read.Plan.Items, Is.Empty);
            Assert.That(read.Tampered, Has.Length.EqualTo(3));
        });
    }

    [TestCase("", TestName = "nothing")]
    [TestCase("hello", TestName = "not JSON")]
    [TestCase("null", TestName = "null")]
    [TestCase("[]", TestName = "a list")]
    [TestCase("{}", TestName = "no version")]
    [TestCase("{\"version\": \"1\"}", TestName = "a version that is a text")]
    [TestCase("{\"version\": 1.5}", TestName = "a version that is no whole number")]
    [TestCase("{\"version\": null}", TestName = "a version that is null")]
    [TestCase("{\"version\": 2, \"shape\": \"of the future\"}", TestName = "another version")]
    [TestCase("{\"version\": 1}", TestName = "nothing but a version")]
    [TestCase("{\"version\": 1, \"id\": null, \"createdAt\": \"2026-11-23T09:00:00Z\", \"examined\": 0, \"items\": [], \"gaps\": []}", TestName = "null where a text belongs")]
    [TestCase("{\"version\": 1, \"id\": \"\\ud800\", \"createdAt\": \"2026-11-23T09:00:00Z\", \"examined\": 0, \"items\": [], \"gaps\": []}", TestName = "half a character")]
    public void Read_WhatIsNoPlan_SaysSo(string text) => Assert.That(() => PlanFile.Read(text, Key), Throws.TypeOf<PlanFileException>());

    [Test]
    public void Read_AnotherVersion_NamesBothVersions() =>
        Assert.That(() => PlanFile.Read("{\"version\": 2}", Key), Throws.TypeOf<PlanFileException>().With.Message.Contains("version 2").And.Message.Contains("version 1"));

    [TestCase("\"kind\": \"api\",", "", TestName = "a change of no kind")]
    [TestCase("\"kind\": \"api\"", "\"kind\": \"shell\"", TestName = "a change of a kind that does not exist")]
    [TestCase("\"kind\": \"api\"", "\"kind\": \"handoff\"", TestName = "a change of another kind")]
    [TestCase("\"step\": \"deleteRecordSet\",", "", TestName = "a step of no kind")]
    [TestCase("\"step\": \"deleteRecordSet\"", "\"step\": \"deleteZone\"", TestName = "a step that does not exist")]
    [TestCase("\"examined\"", "\"extra\": 1, \"examined\"", TestName = "a member nobody reads")]
    public void Read_DocumentOfAnotherShape_IsNoPlanAndNoCrash(string written, string instead)
    {
        Assert.That(Text, Does.Contain(written));
        var text = Text.Replace(written, instead, StringComparison.Ordinal);
        Assert.That(() => PlanFile.Read(text, Key), Throws.TypeOf<PlanFileException>());
    }

    /// <summary>One character changed, added or taken out, anywhere: an error, a refusal, or the very same item.</summary>
    [Test]
    public void Read_AnyOneCharacterOff_NeverAcceptsAnItemThatWasNotPlanned()
    {
        var planned = Items(Plan);
        Gen.Select(Gen.Int[0, Text.Length - 1], Gen.OneOf(Gen.Char["0123456789abcZ.-*\"\\/{}[]:, \n\u0000é"], Gen.Char), Gen.Int[0, 2]).Sample(
            (at, character, how) =>
            {
                var text = how switch
                {
                    0 => Text[..at] + character + Text[(at + 1)..],
                    1 => Text[..at] + character + Text[at..],
                    _ => Text[..at] + Text[(at + 1)..],
                };
                try
                {
                    return Accepted(text).All(planned.Contains);
                }
                catch (PlanFileException)
                {
                    return true;
                }
            },
            iter: 4000);
    }

    private static string[] Accepted(string text)
    {
        try
        {
            return Items(PlanFile.Read(text, Key).Plan);
        }
        catch (PlanFileException)
        {
            return [];
        }
    }

    private static string[] Items(Plan plan) => [.. plan.Items.Select(i => JsonSerializer.Serialize(i, Fixer.Json.Compact))];

    private static string Json(Plan plan) => JsonSerializer.Serialize(plan, Fixer.Json.Compact);

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject map => map.Where(m => m.Value is not null).SelectMany(m => Leaves(m.Value!)),
        JsonArray list => list.Where(i => i is not null).SelectMany(i => Leaves(i!)),
        _ => [node],
    };

    private static void Edit(JsonNode leaf) => leaf.ReplaceWith(leaf.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create(leaf.GetValue<long>() + 1),
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        _ => JsonValue.Create(leaf.GetValue<string>() + "x"),
    });

    private static Plan OfEveryKind()
    {
        var code = A.Record("code.example.com", "CNAME", "t");
        var hand = A.Record("hand.example.com", "A", "52.0.0.1").Weighted("blue");
        var alias = A.Alias("alias.example.com", "A", "s3-website-us-east-1.amazonaws.com");
        var stack = A.Record("stack.example.com", "CNAME", "t");
        var held = A.Record("held.example.com", "CNAME", "t");
        var text = new PullRequestText(
            "fix(dns): remove", "It is gone.", "Anybody.", "Critical", ["fact"], [new Evidence(EvidenceKind.Source, "s", "w")], "aws_route53_record.www", "main.tf:1", "-x\n",
            new EditProof(2, 1, ["aws_route53_record.www"], [], [], true, []), "destroys it", ["note"]);
        return new Plan("plan-1", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), 5,
        [
            Item(code, OwnerKind.Terraform, Route.PullRequest, new PullRequestChange(
                "code-1", A.Finding(code).Fingerprint, "dns-dangling-record", code.Resource, "acme/dns", "c0ffee", [new FileEdit("main.tf", [new TextEdit(new TextSpan(3, 9), "é'\"\n")])], text)),
            Item(hand, OwnerKind.Person, Route.Api, new ApiChange("hand-1", A.Finding(hand).Fingerprint, "dns-dangling-record", hand.Resource, [new DeleteRecordSet(hand), new CreateRecordSet(alias), .. A.StepsOfEveryKind(hand)])),
            Item(stack, OwnerKind.CloudFormation, Route.Handoff, new Handoff("stack-1", A.Finding(stack).Fingerprint, "dns-dangling-record", stack.Resource, "t", "o", "r", "q")),
            new PlanItem(new PlannedFix(held.OwnedBy(OwnerKind.Unknown), Route.Hold, new Refusal(RefusalCode.UnknownOwner, "Nobody.")), null),
        ], [A.Gap("s3")]);
    }

    private static PlanItem Item(Fixer.Inventory.RecordSet record, OwnerKind kind, Route route, Change change) => new(new PlannedFix(record.OwnedBy(kind), route), change);
}
