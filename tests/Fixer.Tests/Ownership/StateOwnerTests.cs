using Fixer.Findings;
using Fixer.Iac.Terraform.State;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.OwnershipStory;

namespace Fixer.Tests.Ownership;

/// <summary>A state is the strongest evidence that Terraform has a record, and the backend says whose state it is.</summary>
public class StateOwnerTests
{
    private const string Backend = "terraform {\n  backend \"s3\" {\n    bucket = \"states\"\n    key = \"web.tfstate\"\n  }\n}\n";

    private const string Computed = """
        data "aws_ssm_parameter" "zone" {
          name = "/zone"
        }

        resource "aws_route53_record" "www" {
          zone_id = data.aws_ssm_parameter.zone.value
          name    = "www.example.com"
          type    = "CNAME"
          records = ["target.example.net"]
        }

        """;

    private static RecordSet Record => A.Record("www.example.com", "CNAME", "target.example.net");

    [Test]
    public void Of_StateOfARootThatDoesNotTellItsZone_IsItsRepository()
    {
        var owner = Given(Record).AndTerraform("acme/web", Backend + Computed).AndState("aws_route53_record.www").WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, null, "the state settles what the source leaves open");
        Assert.That(owner.Source?.Repository, Is.EqualTo("acme/web"));
        Assert.That(owner.Chain.Select(e => e.Kind).Take(2), Is.EqualTo(new[] { EvidenceKind.TerraformState, EvidenceKind.Source }));
    }

    [Test]
    public void Of_SameCodeWithoutAState_IsLeftAlone() =>
        Given(Record).AndTerraform("acme/web", Backend + Computed).AndTrail(A.Person()).WhenOwnerIsDecided()
            .ThenNothingMayBeChanged("the code may declare it, and nothing proves that it does");

    [Test]
    public void Of_StateThatNoRepositoryNames_IsTerraformsWithoutSource() =>
        Given(Record).AndTerraform("acme/web", Backend.Replace("web.tfstate", "other.tfstate", StringComparison.Ordinal) + Computed).AndState("aws_route53_record.www").AndTrail(A.Person()).WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Terraform, RefusalCode.SourceNotFound, "Terraform has it, and nobody knows where");

    [Test]
    public void Of_StateWhoseRootDeclaresItNoMore_IsTerraformsWithoutSource()
    {
        var owner = Given(Record).AndTerraform("acme/web", Backend).AndState("aws_route53_record.www").WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, RefusalCode.SourceNotFound, "the next apply destroys it");
        Assert.That(owner.Obstacle!.Message, Does.Contain("acme/web"));
    }

    [Test]
    public void Of_StateWhoseRootDeclaresAnotherRecordThere_IsTerraformsWithoutSource() =>
        Given(Record).AndTerraform("acme/web", Backend + Computed.Replace("www.example.com", "shop.example.com", StringComparison.Ordinal)).AndState("aws_route53_record.www").WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Terraform, RefusalCode.SourceNotFound, "the code was changed, and not applied yet");

    [Test]
    public void Of_StateInAFile_GoesWithTheCodeThatDeclaresExactlyIt()
    {
        var exact = Computed.Replace("data.aws_ssm_parameter.zone.value", "\"Z1EXAMPLE\"", StringComparison.Ordinal);
        Given(Record).AndTerraform("acme/web", exact).AndState("aws_route53_record.www", bucket: null).WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Terraform, null, "one owner, with two kinds of evidence");
    }

    [Test]
    public void Of_StateUnderAnotherAddressThanTheCode_IsAConflict()
    {
        var exact = Computed.Replace("data.aws_ssm_parameter.zone.value", "\"Z1EXAMPLE\"", StringComparison.Ordinal);
        Given(Record).AndTerraform("acme/web", exact).AndState("aws_route53_record.elsewhere", bucket: null).WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Conflict, RefusalCode.ConflictingOwners, "somebody else's Terraform has it too");
    }

    [Test]
    public void Of_TwoStates_IsAConflict() =>
        Given(Record).AndState("aws_route53_record.www").AndState("aws_route53_record.www", key: "other.tfstate").WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Conflict, RefusalCode.ConflictingOwners, "two root modules manage one record");

    [Test]
    public void Of_StateOfOneWorkspace_IsTheRecordOfThatWorkspace()
    {
        var owner = Given(Record)
            .AndTerraform("acme/web", Backend + Computed.Replace("\"www.example.com\"", "terraform.workspace == \"prod\" ? \"www.example.com\" : \"${terraform.workspace}.example.com\"", StringComparison.Ordinal))
            .AndState("aws_route53_record.www", key: "env:/prod/web.tfstate")
            .AndState(A.State(A.Record("dev.example.com", "CNAME", "target.example.net"), "aws_route53_record.www", key: "env:/dev/web.tfstate"))
            .WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, null, "the other workspace has another record at the same address");
        Assert.That(owner.Source!.Declaration.Deployment!.Options.Workspace, Is.EqualTo("prod"));
    }

    [Test]
    public void Of_PersonWroteItWhileAStateCannotBeRead_IsLeftAlone() =>
        Given(Record).AndTrail(A.Person()).AndUnreadableState("s3://states/web.tfstate").WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "that state may hold it");

    [Test]
    public void Of_PersonWroteItWhileAStateIsCutInHalf_IsLeftAlone()
    {
        var half = TerraformState.Read(new MemoryStream("""{"version":4,"resources":["""u8.ToArray()), "s3://states/web.tfstate");
        Given(Record).AndTrail(A.Person()).AndState(new LocatedState(new StateLocation("states", "web.tfstate"), half)).WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Person, RefusalCode.SourcesIncomplete, "the other half may hold it");
    }

    [Test]
    public void Of_StateCommittedBesideTheCode_IsRead()
    {
        var state = """
            {"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x","outputs":{},"resources":[
              {"mode":"managed","type":"aws_route53_record","name":"www","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[
                {"attributes":{"zone_id":"Z1EXAMPLE","name":"www.example.com","type":"CNAME","set_identifier":""}}]}]}
            """;
        Given(Record).AndRepository("acme/web", ("dns/main.tf", Computed), ("dns/terraform.tfstate", state)).WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Terraform, null, "the state is where a root module without a backend keeps it");
    }

    private static readonly (string, string)[] Units =
    [
        ("modules/dns/main.tf", "variable \"name\" {\n  type = string\n}\n" + Computed.Replace("\"www.example.com\"", "var.name", StringComparison.Ordinal)),
        ("live/root.hcl", "remote_state {\n  backend = \"s3\"\n  config = {\n    bucket = \"states\"\n    key = \"${path_relative_to_include()}/terraform.tfstate\"\n  }\n}\n"),
        ("live/dev/terragrunt.hcl", Unit("www.example.com")),
        ("live/prod/terragrunt.hcl", Unit("shop.example.com")),
    ];

    private static string Unit(string name) =>
        $"include \"root\" {{\n  path = find_in_parent_folders(\"root.hcl\")\n}}\nterraform {{\n  source = \"../..//modules/dns\"\n}}\ninputs = {{\n  name = \"{name}\"\n}}\n";

    [Test]
    public void Of_StateOfATerragruntUnit_IsWhatThatUnitDeclares()
    {
        var owner = Given(Record).AndRepository("acme/web", Units).AndState("aws_route53_record.www", key: "dev/terraform.tfstate").WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, null, "the key is where the unit lies below the file that it includes");
        Assert.That(owner.Source!.Declaration.Deployment!.Home, Is.EqualTo("live/dev"));
    }

    [Test]
    public void Of_StateOfAnotherTerragruntUnit_IsNotDeclaredThere()
    {
        var owner = Given(Record).AndRepository("acme/web", Units).AndState("aws_route53_record.www", key: "prod/terraform.tfstate").WhenOwnerIsDecided();
        owner.ThenIs(OwnerKind.Terraform, RefusalCode.SourceNotFound, "the unit that has the state declares another record at that address");
        Assert.That(owner.Obstacle!.Message, Does.Contain("acme/web live/prod"));
    }

    [Test]
    public void Of_TwoTerragruntUnitsThatDeclareIt_IsAConflict() =>
        Given(Record).AndRepository("acme/web", [.. Units.Select(u => (u.Item1, u.Item2.Replace("shop.example.com", "www.example.com", StringComparison.Ordinal).Replace("data.aws_ssm_parameter.zone.value", "\"Z1EXAMPLE\"", StringComparison.Ordinal)))]).WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Conflict, RefusalCode.ConflictingOwners, "each has a state of its own");

    [Test]
    public void Of_StateThatAPartialBackendMayMean_IsItsRepository() =>
        Given(Record).AndRepository("acme/web", ("main.tf", "terraform {\n  backend \"s3\" {}\n}\n" + Computed), ("dev.tfbackend", "bucket = \"states\"\nkey = \"dev\"\n"), ("prod.tfbackend", "bucket = \"states\"\nkey = \"prod\"\n"))
            .AndState("aws_route53_record.www", key: "prod").WhenOwnerIsDecided()
            .ThenIs(OwnerKind.Terraform, null, "one of the files that complete the backend names the state");
}
