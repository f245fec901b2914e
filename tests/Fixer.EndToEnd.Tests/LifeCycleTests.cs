using Fixer.Adapters.Embedded.Organization;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Verification;

namespace Fixer.EndToEnd.Tests;

/// <summary>A pull request from open to verified, and the ways it can end otherwise. Merged, applied and verified are three different things.</summary>
public sealed class LifeCycleTests
{
    private const string Repository = "acme/web-infrastructure";

    [Test]
    public async Task Merged_NotApplied_IsItsOwnState()
    {
        using var story = await Applied();
        await using var session = await story.Open();
        await session.Forge.Merge(Repository, 1, "riley", default);

        var verdict = (await session.Pipeline.Verify(default)).Single(v => v.Entry.Outcome == $"{Repository}#1").Verdict;
        var plan = await session.Pipeline.Plan(Scope.Everything, default);

        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictKind.NotYet, $"{Repository}#1 is merged, and not applied yet.")));
        Assert.That(Refusal(plan, "assets.example.com"), Is.EqualTo(RefusalCode.MergedNotApplied));
    }

    [Test]
    public async Task Merged_AndApplied_IsVerified()
    {
        using var story = await Applied();
        await using var session = await story.Open();
        await session.Forge.Merge(Repository, 1, "riley", default);
        var tree = (await session.Ports.Repositories.ReadAll(default)).Trees.Single(t => t.Repository == Repository);

        var destroyed = new EmbeddedPipeline(new OrganizationFile(session.Configuration.OrganizationFile), story.Clock).Deploy(tree);

        Assert.That(destroyed, Is.EqualTo(new[] { "aws_route53_record.assets" }));
        Assert.That((await session.Pipeline.Verify(default)).Single(v => v.Entry.Outcome == $"{Repository}#1").Verdict.Kind, Is.EqualTo(VerdictKind.Fixed));
        Assert.That((await ((ILedger)session.Store).All(default)).Single(e => e.Resource.Id.Contains("/assets.", StringComparison.Ordinal)).State, Is.EqualTo(LedgerState.Verified));
    }

    /// <summary>A team that says no is not asked again every night.</summary>
    [Test]
    public async Task ClosedByItsTeam_IsRememberedWithItsReason()
    {
        using var story = await Applied();
        await using var session = await story.Open();
        await session.Forge.Close(Repository, 1, "The bucket comes back on Monday.", "riley", default);

        var plan = await session.Pipeline.Plan(Scope.Everything, default);

        var refusal = plan.Items.Single(i => i.Fix.Owned.Finding.Title.StartsWith("assets.", StringComparison.Ordinal)).Fix.Refusal!;
        Assert.That(refusal.Code, Is.EqualTo(RefusalCode.RejectedByOwner));
        Assert.That(refusal.Message, Does.Contain("The bucket comes back on Monday."));
    }

    /// <summary>The store may be lost; the forge still knows that a pull request is open.</summary>
    [Test]
    public async Task StoreLost_OpenPullRequestIsFoundAgain()
    {
        using var story = await Applied();
        foreach (var file in Directory.EnumerateFiles(story.Folder, "fixer.db*"))
            File.Delete(file);

        var plan = await story.MakePlan();

        Assert.That(Refusal(plan, "assets.example.com"), Is.EqualTo(RefusalCode.PullRequestOpen));
        Assert.That(Refusal(plan, "cdn.example.net"), Is.EqualTo(RefusalCode.PullRequestOpen));
    }

    /// <summary>After it was verified, the same record dangling again is a regression and gets a new attempt, not silence.</summary>
    [Test]
    public async Task BackAfterVerification_IsRegressedAndPlannedAgain()
    {
        using var story = await Applied();
        var record = story.Read().Zones.SelectMany(z => z.Records).Single(r => r.Name == "cdn.example.net");
        await using var session = await story.Open();
        var change = (await ((IJournal)session.Store).All(default)).Select(e => e.Change).OfType<ApiChange>().Single();
        await session.Pipeline.Verify(default);
        var back = ((DeleteRecordSet)change.Steps[0]).Record;
        story.Change(o => o with { Zones = [.. o.Zones.Select(z => z.Zone.Id == record.ZoneId ? z with { Records = z.Records.Add(back) } : z)] });

        var verdict = (await session.Pipeline.Verify(default)).Single(v => v.Entry.Change.Id == change.Id).Verdict;

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Regressed));
    }

    private static async Task<Story> Applied()
    {
        var story = new Story();
        await story.MakePlan();
        await story.Apply();
        return story;
    }

    private static RefusalCode? Refusal(Plan plan, string name) =>
        plan.Items.Single(i => i.Fix.Owned.Finding.Title.StartsWith(name, StringComparison.Ordinal)).Fix.Refusal?.Code;
}
