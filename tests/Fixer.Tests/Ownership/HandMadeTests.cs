using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.OwnershipStory;

namespace Fixer.Tests.Ownership;

/// <summary>"By hand" is the only verdict that deletes through the API. It needs positive evidence, and nothing unread that could say otherwise.</summary>
public sealed class HandMadeTests
{
    private static readonly RecordSet Www = A.Record("www.example.com", "CNAME", "assets.s3.amazonaws.com");

    [Test]
    public void PersonAndNoCode_MadeItByHand()
    {
        var owner = Given(Www).AndTrail(A.Person("jo@example.com")).WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Person, null, "a person wrote it, and no code speaks of it");
        Assert.That(owner.Name, Is.EqualTo("jo@example.com"));
    }

    [Test]
    public void NoEventAtAll_IsUnknown() => Given(Www).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "CloudTrail keeps 90 days; silence says nothing");

    [Test]
    public void OnlyReads_AreNoEvidence() => Given(Www).AndTrail(A.Person() with { ReadOnly = true, EventName = "ListResourceRecordSets" }).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "looking is not making");

    [Test]
    public void PersonAfterAutomation_IsNotHandMade() => Given(Www).AndTrail(A.Pipeline(day: 1), A.Person(day: 2)).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "a person mended what a pipeline made");

    [Test]
    public void AutomationAfterAPerson_IsCodeThatWasNotFound() => Given(Www).AndTrail(A.Person(day: 1), A.Pipeline(day: 2)).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.SourceNotFound, "somebody imported it");

    [Test]
    public void EventsInAnyOrder_AreJudgedByTheirTime() => Given(Www).AndTrail(A.Pipeline(day: 2), A.Person(day: 1)).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.SourceNotFound, "the pipeline was last");

    [Test]
    public void TrailThatCouldNotBeRead_IsUnknown() => Given(Www).AndTrail(A.Person()).AndTrailGap().WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "the missing part may name a pipeline");

    [Test]
    public void PersonWhoChangedIt_DidNotMakeIt() => Given(Www).AndTrail(A.Person()).AndTrailSince(2026, 8, 25).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "CloudTrail keeps 90 days: a pipeline may have made it before");

    [Test]
    public void PersonWhoCreatedIt_MadeItByHand() => Given(Www).AndTrail(A.Person(day: 2), A.Person(day: 1) with { Creates = true }).AndTrailSince(2026, 8, 25).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, null, "the beginning is in the answer");

    [Test]
    public void PersonRunningTerraform_IsNotHandMade() => Given(Www).AndTrail(A.Person() with { UserAgent = "APN/1.0 HashiCorp/1.0 Terraform/1.11.4" }).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Unknown, RefusalCode.UnknownOwner, "there is code on somebody's laptop");

    [Test]
    public void RepositoryThatCannotBeRead_StandsInTheWay() => Given(Www).AndTrail(A.Person()).AndUnreadableRepository("acme/secret").WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "it may declare the record");

    [TestCase("cloudformation")]
    [TestCase("*")]
    public void StacksThatCouldNotBeRead_StandInTheWay(string service) => Given(Www).AndTrail(A.Person()).AndGap(A.Gap(service)).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "a stack may manage the record");

    [Test]
    public void FileThatWasNotRead_StandsInTheWay() => Given(Www).AndTrail(A.Person()).AndRepositoryWithout("acme/infra", "huge.tf.json").WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "it may declare the record");

    [Test]
    public void StacksOfAnotherAccountThatCouldNotBeRead_DoNot() => Given(Www).AndTrail(A.Person()).AndGap(A.Gap("cloudformation", A.OtherTeam)).WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, null, "they cannot manage it");

    // Each is a way in which code declares the record without being understood.
    [TestCase("main.tf", "locals { hosts = [\"www.example.com\"] }", TestName = "the whole name in Terraform")]
    [TestCase("main.tf", "module \"dns\" {\n  source = \"acme/dns/aws\"\n  zone = \"example.com\"\n  hosts = [\"www\"]\n}", TestName = "label and zone handed to a registry module")]
    [TestCase("main.tf", "module \"dns\" {\n  source = \"acme/dns/aws\"\n  zone_id = \"Z1EXAMPLE\"\n  hosts = [\"www\"]\n}", TestName = "label and zone id handed to a registry module")]
    [TestCase("main.tf.json", "{\"x\": \"WWW.EXAMPLE.COM\"}", TestName = "Terraform's JSON, other case")]
    [TestCase("main.tofu", "host = \"www.example.com\"", TestName = "OpenTofu's own ending")]
    [TestCase("prod.tfvars", "host = \"www.example.com\"", TestName = "values without configuration beside them")]
    [TestCase("script.py", "boto3.client('route53').change('www.example.com')", TestName = "a script that calls Route 53")]
    [TestCase("play.yml", "- amazon.aws.route53: { record: www.example.com }", TestName = "Ansible")]
    [TestCase("ingress.yaml", "external-dns.alpha.kubernetes.io/hostname: www.example.com", TestName = "external-dns")]
    [TestCase("dnsconfig.js", "D('example.com', CNAME('www', 'x'))", TestName = "DNSControl")]
    [TestCase("zone.yaml", "Resources:\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties: { Name: www.example.com, Type: !If [X, CNAME, A] }", TestName = "a template that no stack was deployed from")]
    public void CodeThatMentionsIt_StandsInTheWay(string path, string content) => Given(Www)
        .AndRepository("acme/infra", ("README.md", "hello"), (path, content))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "a mention makes no owner, but no hand-made record either");

    [Test]
    public void DataFileBesideTerraform_StandsInTheWay() => Given(Www)
        .AndRepository("acme/infra", ("dns/main.tf", "locals { data = yamldecode(file(\"data/records.yaml\")) }"), ("dns/data/records.yaml", "zone: example.com\nrecords:\n- www\n"))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "Terraform reads records from data files");

    /// <summary>Name and zone meet only in the program: CDK keeps the domain in bin/ and the host in lib/.</summary>
    [Test]
    public void ProgramThatPutsTheNameTogether_StandsInTheWay() => Given(A.Record("www.dev.example.com", "CNAME", "x"))
        .AndRepository("acme/app", ("cdk.json", "{}"), ("bin/app.ts", "new Dns({ domain: 'example.com' })"), ("lib/dns.ts", "recordName: 'www' + '.' + env"))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "the parts are there");

    /// <summary>Nothing of the name is in the module, and only the zone is in the repository.</summary>
    [Test]
    public void ModuleThatTakesZoneAndName_StandsInTheWayWhereTheRepositorySpeaksOfTheZone()
    {
        const string Module = "variable \"zone_id\" {}\nvariable \"host\" {}\nresource \"aws_route53_record\" \"this\" {\n  zone_id = var.zone_id\n  name = var.host\n  type = \"CNAME\"\n  records = [\"x\"]\n}\n";
        Given(Www).AndRepository("acme/infra", ("modules/record/main.tf", Module), ("live/prod/zones.yaml", "domain: example.com")).AndTrail(A.Person())
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "the module may be called with this name");
        Given(Www).AndRepository("acme/modules", ("modules/record/main.tf", Module)).AndTrail(A.Person())
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Person, null, "a library of modules speaks of no record at all");
        Given(A.Record("www.example.com", "A", "52.0.0.1")).AndRepository("acme/infra", ("modules/record/main.tf", Module), ("live/prod/zones.yaml", "domain: example.com")).AndTrail(A.Person())
            .WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Person, null, "the module makes CNAMEs");
    }

    [TestCase("README.md", "www.example.com is our shop. We use route53.", TestName = "prose")]
    [TestCase("app.js", "fetch('https://www.example.com')", TestName = "an application in a repository without infrastructure")]
    [TestCase("main.tf", "locals { x = [\"example.com\", \"wwwx\", \"xwww\", \"www-2\", \"my_www\"] }", TestName = "the label as a part of other words")]
    [TestCase("main.tf", "locals { x = [\"www\", \"other.org\"] }", TestName = "the label alone")]
    [TestCase("main.tf", "locals { x = \"www-example.com\" }", TestName = "a name that only looks alike")]
    public void TextThatDeclaresNothing_DoesNotStandInTheWay(string path, string content) => Given(Www)
        .AndRepository("acme/infra", (path, content))
        .AndTrail(A.Person())
        .WhenOwnerIsDecided()
        .ThenIs(OwnerKind.Person, null, "otherwise nothing would ever be hand-made");
}
