using System.Text.Json;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Plans;
using Fixer.Iac.Terraform.Roots;
using Fixer.Inventory;

namespace Fixer.Tests.Changes;

/// <summary>What becomes of a change when Terraform was asked too.</summary>
public sealed class DifferentialVerdictTests
{
    private static readonly PlannedDeployment Root = In("dns", "stage") with { Deletes = ["aws_route53_record.x"] };

    private static readonly PlanComparison Exact = new(3, 4, ["aws_route53_record.x"], [], []);

    private static readonly PullRequestChange Change = new("c-1", "c", "dns-dangling-record", new ResourceId("1", "global", "t", "i"), "acme/dns", "c0ffee", [], new PullRequestText(
        "t", "p", "r", "Critical", [], [], "aws_route53_record.x", "dns/main.tf:1", "-x\n", new EditProof(2, 1, ["aws_route53_record.x"], [], [], true, []), "n", []));

    [Test]
    public void Of_ExactlyTheDelete_IsTheChangeAndSaysSo()
    {
        var result = DifferentialVerdict.Of(Change, [new(Root, Exact, null), new(In("dns", "prod"), new(2, 2, [], [], []), null)]);

        var change = (PullRequestChange)result.Change!;
        Assert.That(change.Text.TerraformPlans!.Compared.Select(c => c.Summary), Is.EqualTo(new[]
        {
            "base 3 changes, head 4; the difference is: delete aws_route53_record.x (in dns in workspace stage with dns/stage.tfvars)",
            "base 2 changes, head 2; the difference is: none (in dns in workspace prod with dns/stage.tfvars)",
        }));
        Assert.That(Text(change with { Text = change.Text with { TerraformPlans = null } }), Is.EqualTo(Text(Change)));
    }

    [Test]
    public void Of_OneDeploymentThatDiffersOtherwise_IsRefusedAndSaysHow()
    {
        var others = Enumerable.Range(1, 7).Select(i => $"aws_eip.e{i}: no change at the base, update at the head");

        var refusal = DifferentialVerdict.Of(Change, [new(Root, Exact, null), new(In("", "stage") with { Deletes = Root.Deletes }, Exact with { Deviations = [.. others] }, null)]).Refusal!;

        Assert.That(refusal.Code, Is.EqualTo(RefusalCode.ProofFailed));
        Assert.That(refusal.Message, Does.StartWith("acme/dns at c0ffee, . in workspace stage with dns/stage.tfvars: terraform plans something else than to delete aws_route53_record.x: aws_eip.e1: no change at the base")
            .And.Contain("aws_eip.e5").And.Not.Contain("aws_eip.e6").And.Contain("; and 2 more."));
    }

    [Test]
    public void Of_PlanThatCouldNotBeMade_IsRefusedWithTheReason()
    {
        var refusal = DifferentialVerdict.Of(Change, [new(Root, null, "terraform init failed: Error: no credentials.")]).Refusal!;

        Assert.That((refusal.Code, refusal.Message), Is.EqualTo((RefusalCode.TerraformPlanFailed,
            "acme/dns at c0ffee, dns in workspace stage with dns/stage.tfvars: terraform could not plan. terraform init failed: Error: no credentials. Make that work, or plan without --with-terraform.")));
    }

    /// <summary>Without the state the base creates what the head lacks: the same difference, and no proof of anything.</summary>
    [Test]
    public void Of_StateWithoutTheRecord_IsRefusedAsNotPlanned()
    {
        var refusal = DifferentialVerdict.Of(Change, [new(Root, new(5, 4, [], ["aws_route53_record.x"], []), null)]).Refusal!;

        Assert.That(refusal.Code, Is.EqualTo(RefusalCode.TerraformPlanFailed));
        Assert.That(refusal.Message, Does.Contain("the state that terraform finds does not have aws_route53_record.x"));
    }

    [Test]
    public void Change_WithoutTerraform_IsWrittenAsBeforeThereWasSuchAnOpinion() =>
        Assert.That(Text(Change), Does.Not.Contain("terraformPlans"));

    /// <summary>The record goes in its own workspace; of each other one, once, nothing may.</summary>
    [Test]
    public void Deployments_OtherWorkspacesOfTheRoot_AreToBePlannedTooAndNothingIsToGo()
    {
        var (own, other) = (Record(Root.Root), Record(In("dns", "prod").Root));

        var deployments = PlannedDeployment.Of(own, [own, own, other, other, Record(In("elsewhere", "prod").Root), Record(In("dns", null).Root), own with { Deployment = null }], ["aws_route53_record.x"]);

        Assert.That(deployments.Select(d => $"{d.Root}: {string.Join(", ", d.Deletes)}"), Is.EqualTo(new[]
        {
            "dns in workspace stage with dns/stage.tfvars: aws_route53_record.x",
            "dns in workspace prod with dns/stage.tfvars: ",
        }));
    }

    private static PlannedDeployment In(string folder, string? workspace) => new(new RootDeployment(folder, new RootOptions { Workspace = workspace, VarFiles = ["dns/stage.tfvars"] }), []);

    private static DeclaredRecord Record(RootDeployment deployment) =>
        new(SourceKind.Terraform, "aws_route53_record.x", new SourceLocation("dns/main.tf", 1, 3), "example.com", null, false, "x.example.com", "CNAME", null, [], []) { Deployment = deployment };

    private static string Text(Change change) => JsonSerializer.Serialize(change, Json.Compact);
}
