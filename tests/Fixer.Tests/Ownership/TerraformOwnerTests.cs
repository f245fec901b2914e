using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.OwnershipStory;

namespace Fixer.Tests.Ownership;

/// <summary>When Terraform code is proof, and when it only looks like it. A wrong "yes" removes a living record from somebody's code.</summary>
public sealed class TerraformOwnerTests
{
    private const string Zone = """
        resource "aws_route53_zone" "main" {
          name = "example.com"
        }

        """;

    private static readonly RecordSet Www = A.Record("www.example.com", "CNAME", "assets.s3.amazonaws.com");

    private static string Record(string name, string type = "CNAME", string target = "assets.s3.amazonaws.com", string more = "", string zone = "aws_route53_zone.main.zone_id") => $$"""
        resource "aws_route53_record" "it" {
          zone_id = {{zone}}
          name    = "{{name}}"
          type    = "{{type}}"
          ttl     = 300
          records = ["{{target}}"]
          {{more}}
        }

        """;

    [TestCase("www", TestName = "name relative to the zone")]
    [TestCase("www.example.com", TestName = "whole name")]
    [TestCase("WWW.Example.com.", TestName = "whole name, other case, final dot")]
    public void CodeThatEvaluatesToTheRecord_OwnsIt(string name)
    {
        var owner = Given(Www).AndTerraform("acme/dns", Zone + Record(name)).AndTrail(A.Person()).WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, null, "code is stronger than a person in CloudTrail");
        Assert.Multiple(() =>
        {
            Assert.That(owner.Source?.Repository, Is.EqualTo("acme/dns"));
            Assert.That(owner.Source?.Declaration.Address, Is.EqualTo("aws_route53_record.it"));
            Assert.That(owner.Chain.Select(e => e.Kind), Is.EqualTo(new[] { EvidenceKind.Source, EvidenceKind.TrailActor }), "strongest first, and CloudTrail is shown too");
            Assert.That(owner.Chain[0].Where, Is.EqualTo("acme/dns main.tf:4"));
        });
    }

    [Test]
    public void CodeWithTheZonesId_OwnsIt_EvenWhereTheNameIsNotUnique() => Given(Www)
        .AndZone(A.Zone(id: "Z2", account: A.OtherTeam))
        .AndTerraform("acme/dns", Record("www", zone: "\"Z1EXAMPLE\""))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Terraform, null, "an id names one zone");

    /// <summary>The classic slip: a whole name with the zone appended once more. Its owner's working record is the one that matches by label.</summary>
    [Test]
    public void RecordWithTheZoneTwice_IsNotOwnedByTheCodeOfTheRecordWithTheZoneOnce() =>
        Given(A.Record("www.example.com.example.com", "CNAME", "assets.s3.amazonaws.com"), Www)
            .AndTerraform("acme/dns", Zone + Record("www.example.com"))
            .AndTrail(A.Person())
            .WhenOwnerIsDecided()
            .ThenNothingMayBeChanged("the provider appends no zone to a name that ends in it, so that code declares www.example.com");

    [Test]
    public void NameThatEndsInTheZonesLetters_IsNoLabel() => Given(A.Record("notexample.com.example.com", "CNAME", "t"))
        .AndTerraform("acme/dns", Zone + Record("notexample.com", target: "t"))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "the provider compares letters, not labels");

    [TestCase("www2", "CNAME", "", TestName = "another name")]
    [TestCase("www", "A", "", TestName = "another type")]
    [TestCase("www", "CNAME", "set_identifier = \"blue\"", TestName = "a sibling with a set identifier")]
    public void CodeOfAnotherRecord_DoesNotOwnIt(string name, string type, string more) => Given(Www)
        .AndTerraform("acme/dns", Zone + Record(name, type, more: more))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "what is known must agree");

    [Test]
    public void CodeOfAnotherZone_DoesNotOwnIt() => Given(Www)
        .AndTerraform("acme/dns", Zone.Replace("example.com", "example.org", StringComparison.Ordinal) + Record("www"))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "www in example.org is another record");

    [Test]
    public void WeightedSiblings_AreToldApartBySetIdentifier()
    {
        var (blue, green) = (Www.Weighted("blue"), Www.Weighted("green"));
        var code = Zone + Record("www", more: "set_identifier = \"blue\"").Replace("\"it\"", "\"blue\"", StringComparison.Ordinal)
            + Record("www", more: "set_identifier = \"green\"").Replace("\"it\"", "\"green\"", StringComparison.Ordinal);
        var owner = Given(green, blue).AndTerraform("acme/dns", code).WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, null, "each sibling has its own declaration");
        Assert.That(owner.Source?.Declaration.Address, Is.EqualTo("aws_route53_record.green"));
    }

    [Test]
    public void TwoRepositoriesThatDeclareIt_AreAConflict() => Given(Www)
        .AndTerraform("acme/dns", Zone + Record("www"))
        .AndTerraform("acme/legacy", Zone + Record("www"))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Conflict, RefusalCode.ConflictingOwners, "one of them would create it again");

    [Test]
    public void CodeThatDeclaresAnotherTarget_MustBeAppliedFirst() => Given(Www)
        .AndTerraform("acme/dns", Zone + Record("www", target: "new-assets.s3.amazonaws.com"))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Terraform, RefusalCode.SourceDiffers, "the next apply repairs the record; removing the code would delete a record that works");

    [Test]
    public void TargetsInAnotherOrderOrCase_AreNotDrift() => Given(A.Record("www.example.com", "A", "52.0.0.1", "52.0.0.2"))
        .AndTerraform("acme/dns", Zone + Record("www", "A", "52.0.0.2\", \"52.0.0.1"))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Terraform, null, "records are a set");

    [TestCase(A.OtherTeam, false, TestName = "two public zones of that name, in two accounts")]
    [TestCase(A.Team, false, TestName = "two public zones of that name, in one account")]
    public void ZoneNameThatIsNotUnique_ProvesNothing(string account, bool isPrivate) => Given(Www)
        .AndZone(A.Zone(id: "Z2", account: account, isPrivate: isPrivate))
        .AndTerraform("acme/dns", Zone + Record("www"))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "the code may mean either zone");

    /// <summary>A data source without private_zone looks for public zones; with zone_id or vpc_id it takes either.</summary>
    [TestCase("private_zone = true", OwnerKind.Unknown, null, TestName = "code of the private zone does not own the public record")]
    [TestCase("private_zone = false", OwnerKind.Terraform, null, TestName = "code that says public owns it")]
    [TestCase("vpc_id = \"vpc-1\"", OwnerKind.Person, RefusalCode.SourcesIncomplete, TestName = "code that may mean either proves nothing")]
    public void PublicAndPrivateZoneOfOneName_AreToldApartOnlyWhereTheCodeSays(string argument, OwnerKind kind, RefusalCode? obstacle)
    {
        var code = $$"""
            data "aws_route53_zone" "main" {
              name = "example.com"
              {{argument}}
            }

            """ + Record("www", zone: "data.aws_route53_zone.main.zone_id");
        var story = Given(Www).AndZone(A.Zone(id: "Z2", isPrivate: true)).AndTerraform("acme/dns", code);
        if (kind == OwnerKind.Unknown)
            story.WhenOwnerIsDecided().ThenNothingMayBeChanged("it declares the private record; the mention alone keeps the public one");
        else
            story.AndTrail(A.Person()).WhenOwnerIsDecided().ThenIs(kind, obstacle, argument);
    }

    [Test]
    public void ZoneThatMayHideInAnUnreadAccount_ProvesNothing() => Given(Www)
        .AndGap(A.Gap("route53", A.OtherTeam))
        .AndTerraform("acme/dns", Zone + Record("www"))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "a second zone example.com may be where Fixer could not look");

    [Test]
    public void SyntaxErrorElsewhereInTheFile_DoesNotHideTheOwner() => Given(Www)
        .AndTerraform("acme/dns", Zone + Record("www") + "resource \"aws_s3_bucket\" {{{\n")
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Terraform, null, "the record's own block is whole; whether the file may be edited is the editor's decision");

    [Test]
    public void SyntaxErrorInTheRecordsOwnBlock_KeepsItFromBeingCalledHandMade() => Given(Www)
        .AndTerraform("acme/dns", Zone + "resource \"aws_route53_record\" \"it\" {\n  name = \"www\n")
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenNothingMayBeChanged("code that cannot be read still mentions it");
}
