using CsCheck;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.OwnershipStory;

namespace Fixer.Tests.Ownership;

/// <summary>Whatever comes together: the API is open only for a record that a person made, with nothing that could say otherwise.</summary>
public sealed class OwnershipPropertyTests
{
    private const string Template = "Resources:\n  Www:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z1EXAMPLE\n      Name: www.example.com\n      Type: CNAME\n      ResourceRecords: [t]\n";

    private static readonly RecordSet Www = A.Record("www.example.com", "CNAME", "t");

    // Each adds one reason against "by hand".
    private static readonly (string Name, Func<OwnershipStory, OwnershipStory> Add)[] Reasons =
    [
        ("certain source", s => s.AndTerraform("acme/certain", "resource \"aws_route53_record\" \"r\" {\n  zone_id = \"Z1EXAMPLE\"\n  name = \"www\"\n  type = \"CNAME\"\n  records = [\"t\"]\n}\n")),
        ("possible source, zone unknown", s => s.AndTerraform("acme/zone", "resource \"aws_route53_record\" \"r\" {\n  zone_id = var.z\n  name = \"www\"\n  type = \"CNAME\"\n  records = [\"t\"]\n}\n")),
        ("possible source, name unknown", s => s.AndTerraform("acme/name", "resource \"aws_route53_record\" \"r\" {\n  zone_id = \"Z1EXAMPLE\"\n  name = var.n\n  type = \"CNAME\"\n  records = [\"t\"]\n}\n")),
        ("possible source, type unknown", s => s.AndTerraform("acme/type", "resource \"aws_route53_record\" \"r\" {\n  zone_id = \"Z1EXAMPLE\"\n  name = \"www\"\n  type = var.t\n  records = [\"t\"]\n}\n")),
        ("mention", s => s.AndTerraform("acme/mention", "# www.example.com\n")),
        ("template", s => s.AndRepository("acme/template", ("t.yaml", Template))),
        ("stack", s => s.AndStack("dns", Template, ("Www", "www.example.com"))),
        ("unreadable group", s => s.AndStackWithGroup("groups", "Resources: {}", "Group")),
        ("unreadable repository", s => s.AndUnreadableRepository("acme/secret")),
        ("unread file", s => s.AndRepositoryWithout("acme/huge", "huge.tf")),
        ("stack gap", s => s.AndGap(A.Gap("cloudformation"))),
        ("account gap", s => s.AndGap(A.Gap("*"))),
        ("trail gap", s => s.AndTrailGap()),
        ("automation", s => s.AndTrail(A.Person(day: 1), A.Pipeline(day: 2), A.Person(day: 3))),
        ("no events", s => s.AndTrail()),
    ];

    [Test]
    public void Of_AnyReasonAgainst_IsNeverAPersonWithoutObstacle() =>
        Gen.Int[0, Reasons.Length - 1].Array[1, 5].Sample(chosen =>
        {
            var story = chosen.Distinct().Aggregate(Given(Www).AndTrail(A.Person()), (s, i) => Reasons[i].Add(s));
            var owner = story.WhenOwnerIsDecided();
            return !(owner.Kind == OwnerKind.Person && owner.Obstacle is null) && owner.Chain.Length > 0;
        }, print: chosen => string.Join(", ", chosen.Distinct().Select(i => Reasons[i].Name)));

    /// <summary>The list above would prove nothing if the story without any of it were not "by hand".</summary>
    [Test]
    public void Of_NoReasonAgainst_IsAPerson() => Given(Www).AndTrail(A.Person()).WhenOwnerIsDecided().ThenIs(OwnerKind.Person, null, "nothing speaks against it");

    /// <summary>Hostile sources: whatever bytes a repository holds, there is a verdict, and no source is claimed that does not match.</summary>
    [Test]
    public void Of_AnySourceText_NeverThrowsAndNeverClaimsAnotherRecord() =>
        Gen.Select(
            Gen.OneOf("www", "www.example.com", "api", "*", "${var.x}", "www.example.com.example.com", ""),
            Gen.OneOf("\"Z1EXAMPLE\"", "\"Z2\"", "var.z", "data.aws_route53_zone.z.id", "\"\""),
            Gen.OneOf("CNAME", "A", "cname", "${var.t}"),
            Gen.String[0, 8])
            .Sample((name, zone, type, junk) =>
            {
                var owner = Given(Www).AndTrail(A.Person())
                    .AndTerraform("acme/dns", $"resource \"aws_route53_record\" \"r\" {{\n  zone_id = {zone}\n  name = \"{name}\"\n  type = \"{type}\"\n  records = [\"t\"]\n}}\n{junk}")
                    .WhenOwnerIsDecided();
                return owner.Source is not { Declaration: var declared } || (declared is { ZoneId: "Z1EXAMPLE", Type: "CNAME", Name: "www" or "www.example.com" });
            });
}
