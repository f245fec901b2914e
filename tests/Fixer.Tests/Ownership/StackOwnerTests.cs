using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.OwnershipStory;

namespace Fixer.Tests.Ownership;

/// <summary>A stack names its record sets by name alone. Which of several records of a name it means is where deleting the wrong one begins.</summary>
public sealed class StackOwnerTests
{
    private const string Template = """
        Resources:
          Www:
            Type: AWS::Route53::RecordSet
            Properties:
              HostedZoneName: example.com.
              Name: www.example.com.
              Type: CNAME
              TTL: 300
              ResourceRecords: [assets.s3.amazonaws.com]
        """;

    private const string Group = """
        Parameters:
          Zone: { Type: String }
        Resources:
          Records:
            Type: AWS::Route53::RecordSetGroup
            Properties:
              HostedZoneId: !Ref Zone
              RecordSets:
                - { Name: www.example.com, Type: CNAME, TTL: 300, ResourceRecords: [assets.s3.amazonaws.com] }
                - { Name: api.example.com, Type: CNAME, TTL: 300, ResourceRecords: [api.example.net] }
        """;

    private static readonly RecordSet Www = A.Record("www.example.com", "CNAME", "assets.s3.amazonaws.com");

    [Test]
    public void StackWhoseTemplateIsInARepository_OwnsIt()
    {
        var owner = Given(Www).AndStack("shop-dns", Template, ("Www", "www.example.com")).AndRepository("acme/shop", ("dns.yaml", Template)).AndTrail(A.Person()).WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.CloudFormation, null, "a stack is the strongest evidence there is");
        Assert.Multiple(() =>
        {
            Assert.That(owner.Source?.Repository, Is.EqualTo("acme/shop"));
            Assert.That(owner.Source?.Declaration.Address, Is.EqualTo("Www"));
            Assert.That(owner.Chain.Select(e => e.Kind), Is.EqualTo(new[] { EvidenceKind.CloudFormationStack, EvidenceKind.Source, EvidenceKind.TrailActor }));
        });
    }

    [Test]
    public void StackWhoseTemplateIsNowhere_IsHandedOff() => Given(Www)
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourceNotFound, "the API would only be reverted");

    /// <summary>What is in the repository is not what was deployed: removing a line of it does not say what the next deployment does.</summary>
    [Test]
    public void StackDeployedFromAnotherVersionOfTheTemplate_IsHandedOff() => Given(Www)
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .AndRepository("acme/shop", ("dns.yaml", Template.Replace("300", "60", StringComparison.Ordinal)))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourceNotFound, "the contents differ");

    [Test]
    public void StackWhoseTemplateMayBeInAnUnreadableRepository_SaysSo() => Given(Www)
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .AndUnreadableRepository("acme/secret")
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.RepositoryUnavailable, "the template may be there");

    [Test]
    public void TemplateThatLiesInTwoRepositories_IsAConflict() => Given(Www)
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .AndRepository("acme/shop", ("dns.yaml", Template))
        .AndRepository("acme/fork", ("dns.yaml", Template))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.ConflictingOwners, "nobody knows which one is deployed");

    [TestCase("\n", TestName = "the same bytes")]
    [TestCase("\r\n", TestName = "deployed from Windows, with other line endings")]
    public void TemplateOfTwoStacks_MustNotBeEditedForOne(string newLine)
    {
        var second = A.Stack("shop-dns-2", Template.Replace("\n", newLine, StringComparison.Ordinal), ("Www", "www.example.org")) with { AccountId = A.OtherTeam };
        Given(Www).AndStack("shop-dns", Template, ("Www", "www.example.com")).AndStack(second).AndRepository("acme/shop", ("dns.yaml", Template))
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.CloudFormation, RefusalCode.SharedByManyInstances, "the edit would reach the other stack too");
    }

    [Test]
    public void StackAndTerraform_AreAConflict() => Given(Www)
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .AndRepository("acme/shop", ("dns.yaml", Template))
        .AndTerraform("acme/dns", "resource \"aws_route53_record\" \"www\" {\n  zone_id = \"Z1EXAMPLE\"\n  name = \"www\"\n  type = \"CNAME\"\n  records = [\"assets.s3.amazonaws.com\"]\n}\n")
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Conflict, RefusalCode.ConflictingOwners, "both would create it again");

    [Test]
    public void StackDeployedWithAnotherTarget_MustBeDeployedFirst() => Given(Www with { Values = ["old.s3.amazonaws.com"] })
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .AndRepository("acme/shop", ("dns.yaml", Template))
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourceDiffers, "somebody changed it by hand");

    /// <summary>The physical ids of www A and www AAAA are the same text.</summary>
    [Test]
    public void RecordOfAnotherTypeWithTheSameName_IsNotTheStacks() => Given(A.Record("www.example.com", "AAAA", "2600:1f18::1"), Www)
        .AndStack("shop-dns", Template, ("Www", "www.example.com"))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, null, "the template says CNAME");

    [Test]
    public void TemplateThatDoesNotTellTheType_IsInDoubtWhileTheNameHasTwo()
    {
        var template = Template.Replace("Type: CNAME", "Type: !Ref RecordType", StringComparison.Ordinal);
        var (a, aaaa) = (A.Record("www.example.com", "A", "52.0.0.1"), A.Record("www.example.com", "AAAA", "2600:1f18::1"));
        Given(a, aaaa).AndStack("shop-dns", template, ("Www", "www.example.com")).AndRepository("acme/shop", ("dns.yaml", template)).AndTrail(A.Person())
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourcesIncomplete, "the stack may manage the other one");
    }

    [Test]
    public void TemplateThatDoesNotTellTheZone_IsInDoubtWhileTwoZonesHaveTheName()
    {
        var template = Template.Replace("HostedZoneName: example.com.", "HostedZoneId: !Ref Zone", StringComparison.Ordinal);
        var inside = Www.In(A.Zone(id: "Z2PRIVATE", isPrivate: true));
        Given(Www, inside).AndStack("shop-dns", template, ("Www", "www.example.com")).AndRepository("acme/shop", ("dns.yaml", template)).AndTrail(A.Person())
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourcesIncomplete, "the stack may manage the private one");
    }

    [Test]
    public void TemplateThatDoesNotTellTheZone_OwnsTheOnlyRecordOfThatName()
    {
        var template = Template.Replace("HostedZoneName: example.com.", "HostedZoneId: !Ref Zone", StringComparison.Ordinal);
        Given(Www).AndStack("shop-dns", template, ("Www", "www.example.com")).AndRepository("acme/shop", ("dns.yaml", template))
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.CloudFormation, null, "a stack manages records of its own account, and there is one");
    }

    [Test]
    public void TemplateThatDoesNotTellTheZone_IsInDoubtWhileZonesAreUnread()
    {
        var template = Template.Replace("HostedZoneName: example.com.", "HostedZoneId: !Ref Zone", StringComparison.Ordinal);
        Given(Www).AndStack("shop-dns", template, ("Www", "www.example.com")).AndRepository("acme/shop", ("dns.yaml", template)).AndGap(A.Gap("route53"))
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourcesIncomplete, "another www.example.com may be in the zone that was not read");
    }

    [Test]
    public void WeightedSiblings_AreToldApartBySetIdentifier()
    {
        var template = Template + "\n      SetIdentifier: blue\n      Weight: 1\n";
        var story = Given(Www.Weighted("green"), Www.Weighted("blue")).AndStack("shop-dns", template, ("Www", "www.example.com")).AndTrail(A.Person());
        story.WhenOwnerIsDecided().ThenIs(OwnerKind.Person, null, "the stack manages blue");
    }

    [Test]
    public void ItemOfAGroup_IsOwnedByItsStack()
    {
        var owner = Given(Www).AndStackWithGroup("shop-dns", Group, "Records").AndRepository("acme/shop", ("dns.yaml", Group)).WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.CloudFormation, null, "the group lists it");
        Assert.That(owner.Source?.Declaration.Address, Is.EqualTo("Records[0]"));
    }

    /// <summary>A group shows no names among the stack's resources. The template of a stack counts even where no repository holds it.</summary>
    [Test]
    public void ItemOfAGroupWithoutSource_IsNeverCalledHandMade() => Given(Www)
        .AndStackWithGroup("shop-dns", Group, "Records")
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourceNotFound, "the stack owns it, wherever its template is kept");

    [TestCase("Name: www.example.com", "Name: !Sub 'www.${Domain}'", TestName = "an item whose name is computed")]
    [TestCase("RecordSets:", "RecordSets: !FindInMap [A, B, C]\n      Ignored:", TestName = "a group whose list is computed")]
    [TestCase("Resources:", "Resources: {{{", TestName = "a template that cannot be read")]
    public void GroupThatMayHoldIt_KeepsItFromBeingCalledHandMade(string written, string instead) => Given(Www)
        .AndStackWithGroup("shop-dns", Group.Replace(written, instead, StringComparison.Ordinal), "Records")
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "the stack may manage it");

    [Test]
    public void GroupOfOtherRecords_DoesNotStandInTheWay() => Given(A.Record("old.example.com", "CNAME", "assets.s3.amazonaws.com"))
        .AndStackWithGroup("shop-dns", Group, "Records")
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, null, "all its names are known");

    [Test]
    public void StackOfAnotherAccount_CannotManageIt() => Given(Www)
        .AndStack(A.Stack("shop-dns", Template, ("Www", "www.example.com")) with { AccountId = A.OtherTeam })
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, null, "a stack manages its own account");

    [Test]
    public void StackThatListsItWithATemplateThatCannotBeRead_OwnsIt() => Given(Www)
        .AndStack("shop-dns", "Resources: {{{", ("Www", "www.example.com."))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.CloudFormation, RefusalCode.SourceNotFound, "CloudFormation itself says so");
}
