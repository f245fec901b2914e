using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac.Terraform.Plans;

namespace Fixer.EndToEnd.Tests;

/// <summary>What the pipeline makes of Terraform's opinion; Terraform itself is in <see cref="DanglingRecordTests"/>.</summary>
public sealed class DifferentialPlanTests
{
    private Story story = null!;

    [SetUp]
    public void SetUp() => story = new Story();

    [TearDown]
    public void TearDown() => story.Dispose();

    /// <summary>The opinion is part of what was approved; that nobody asks again must not look like a change of mind.</summary>
    [Test]
    public async Task Apply_PlanWithTerraformsConsent_IsCarriedOutAndThePullRequestShowsIt()
    {
        var plan = await Plan(new Opinion(d => new(2, 3, d.Deletes, [], [])));
        await File.WriteAllTextAsync(story.PlanPath, await Written(plan));

        var report = await story.Apply();

        Assert.That(report.Changes.Select(c => c.State), Is.All.EqualTo(AppliedState.Done));
        await using var session = await story.Open();
        var pull = (await session.Forge.List("acme/web-infrastructure", default)).Single();
        Assert.That(pull.Body, Does.Contain("| terraform plan | base 2 changes, head 3; the difference is: delete aws\\_route53\\_record.assets (in .) |"));
    }

    [Test]
    public async Task Plan_TerraformSeesMore_IsHeldAndTheOthersAreNot()
    {
        var plan = await Plan(new Opinion(d => new(2, 4, d.Deletes, [], ["aws_eip.nat: no change at the base, delete at the head"])));

        var refusals = plan.Items.Where(i => i.Change is null).Select(i => i.Fix.Refusal!).ToArray();
        Assert.That(refusals.Select(r => r.Code), Is.Not.Empty.And.All.EqualTo(RefusalCode.ProofFailed));
        Assert.That(refusals.Select(r => r.Message), Has.All.Contains("aws_eip.nat: no change at the base, delete at the head").And.Some.StartsWith("acme/web-infrastructure at "));
        Assert.That(plan.Changes.Select(c => c.GetType()), Is.EquivalentTo(new[] { typeof(PullRequestChange), typeof(ApiChange) }), "CloudFormation's, and what was made by hand");
    }

    [Test]
    public async Task Plan_TerraformCannotPlan_IsHeld()
    {
        var plan = await Plan(new Opinion(_ => null));

        Assert.That(plan.Items.Where(i => i.Change is null).Select(i => i.Fix.Refusal!.Code), Is.Not.Empty.And.All.EqualTo(RefusalCode.TerraformPlanFailed));
    }

    private async Task<Plan> Plan(Opinion opinion)
    {
        await using var session = await story.Open();
        return await new Pipeline(session.Ports with { DifferentialPlan = opinion }, Playbooks.All.Playbooks, session.Configuration.Settings, story.Clock).Plan(Scope.Everything, default);
    }

    private async Task<string> Written(Plan plan)
    {
        await using var session = await story.Open();
        return PlanFile.Write(plan, await session.Store.PlanKey(default));
    }

    private sealed class Opinion(Func<PlannedDeployment, PlanComparison?> of) : IDifferentialPlan
    {
        public Task<ImmutableArray<DeploymentAnswer>> Of(PullRequestChange change, ImmutableArray<PlannedDeployment> deployments, CancellationToken cancellation) =>
            Task.FromResult<ImmutableArray<DeploymentAnswer>>([.. deployments.Select(d => new DeploymentAnswer(d, of(d), of(d) is null ? "No credentials." : null))]);
    }
}
