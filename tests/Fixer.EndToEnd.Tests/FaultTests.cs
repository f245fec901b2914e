using System.Collections.Immutable;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Planning;

namespace Fixer.EndToEnd.Tests;

/// <summary>What happens when AWS, a repository or a role does not do what it should. The answer is never a guess and never a crash.</summary>
public sealed class FaultTests
{
    private const string Labs = "333333333333";

    /// <summary>The classic accident: a role that is missing in one account makes everything in that account look deleted.</summary>
    [TestCase("sts:AssumeRole")]
    [TestCase("s3:ListAllMyBuckets")]
    public async Task Scan_OneAccountUnreadable_NothingDangles(string operation)
    {
        using var story = new Story();
        story.Change(o => o with { Faults = [new Fault("111111111111", "*", operation, FaultKind.AccessDenied)] });

        var plan = await story.MakePlan();

        Assert.That(plan.Items, Has.Length.EqualTo(5));
        Assert.That(plan.Items.Select(i => (i.Fix.Route, i.Fix.Refusal?.Code)), Is.All.EqualTo((Route.Hold, RefusalCode.InventoryIncomplete)));
        Assert.That(plan.Items[0].Fix.Refusal!.Message, Does.Contain("111111111111"), "the operator must see which account to repair");
    }

    [Test]
    public async Task Scan_AccountWithTheRecordsUnreadable_OtherAccountsAreStillScanned()
    {
        using var story = new Story();
        story.Change(o => o with { Faults = [new Fault(Labs, "*", "route53:ListHostedZones", FaultKind.AccessDenied)] });

        var plan = await story.MakePlan();

        Assert.That(plan.Items.Select(i => i.Fix.Owned.Finding.Resource.AccountId).Distinct(), Is.EqualTo(new[] { "222222222222" }));
        Assert.That(plan.Gaps.Single().ToString(), Is.EqualTo($"{Labs}/global route53:ListHostedZones failed with AccessDenied"));
    }

    [Test]
    public async Task Scan_S3GivesNoAnswer_IsIncompleteNotDangling()
    {
        using var story = new Story();
        story.Change(o => o with { Faults = [new Fault("anonymous", "*", "s3:HeadBucket", FaultKind.Unavailable)] });

        var plan = await story.MakePlan();

        Assert.That(plan.Items.Select(i => i.Fix.Refusal?.Code), Is.All.EqualTo(RefusalCode.InventoryIncomplete));
    }

    [Test]
    public async Task Scan_ThrottledForAWhile_Waits()
    {
        using var story = new Story();
        story.Change(o => o with { Faults = [new Fault("*", "*", "route53:ListResourceRecordSets", FaultKind.Throttled, Times: 2)] });

        var plan = await story.MakePlan();

        Assert.That((plan.Gaps.Length, plan.Changes.Count()), Is.EqualTo((0, 5)));
    }

    /// <summary>With one account's stacks unread, a record there may belong to a stack: a person's event is not enough.</summary>
    [Test]
    public async Task Plan_StacksUnreadable_HandmadeRecordIsHeld()
    {
        using var story = new Story();
        story.Change(o => o with { Faults = [new Fault(Labs, "eu-west-2", "cloudformation:ListStacks", FaultKind.AccessDenied)] });

        var plan = await story.MakePlan();

        Assert.That(Item(plan, "old-assets").Fix.Refusal?.Code, Is.EqualTo(RefusalCode.SourcesIncomplete));
    }

    [Test]
    public async Task Plan_RepositoryGone_IsAHandoffNotACrash()
    {
        using var story = new Story();
        Directory.Delete(Path.Combine(story.Folder, "repositories", "acme", "labs-platform.git", "refs"), recursive: true);

        var plan = await story.MakePlan();

        Assert.That(Item(plan, "cdn.").Change, Is.InstanceOf<Handoff>());
        Assert.That(Item(plan, "cdn.").Fix.Route, Is.EqualTo(Route.Handoff));
        Assert.That(Item(plan, "old-assets").Fix.Refusal?.Code, Is.EqualTo(RefusalCode.SourcesIncomplete), "the unread repository may declare it");
        Assert.That(Item(plan, "assets.").Change, Is.InstanceOf<PullRequestChange>(), "the other repository is not affected");
    }

    /// <summary>The same for Terraform, where only CloudTrail says that a tool wrote the record.</summary>
    [Test]
    public async Task Plan_TerraformRepositoryGone_IsAHandoffNotACrash()
    {
        using var story = new Story();
        Directory.Delete(Path.Combine(story.Folder, "repositories", "acme", "web-infrastructure.git", "refs"), recursive: true);

        var plan = await story.MakePlan();

        Assert.That(Item(plan, "assets.").Change, Is.InstanceOf<Handoff>());
        Assert.That(((Handoff)Item(plan, "assets.").Change!).Reason, Does.Contain("acme/web-infrastructure"));
    }

    /// <summary>A Terraform file that is a link is not followed, so what it declares is not known.</summary>
    [Test]
    public async Task Plan_CodeFileThatIsALink_HandmadeRecordIsHeld()
    {
        using var story = new Story();
        using (var git = new LibGit2Sharp.Repository(Path.Combine(story.Folder, "repositories", "acme", "web-infrastructure.git")))
        {
            var head = git.Branches["main"].Tip;
            var target = git.ObjectDatabase.CreateBlob(new MemoryStream("../elsewhere/dns.tf"u8.ToArray()));
            var tree = git.ObjectDatabase.CreateTree(LibGit2Sharp.TreeDefinition.From(head).Add("linked.tf", target, LibGit2Sharp.Mode.SymbolicLink));
            var who = new LibGit2Sharp.Signature("riley", "riley@example.com", story.Clock.GetUtcNow());
            git.Refs.UpdateTarget(git.Refs["refs/heads/main"], git.ObjectDatabase.CreateCommit(who, who, "link", tree, [head], prettifyMessage: false).Id);
        }

        var plan = await story.MakePlan();

        Assert.That(Item(plan, "old-assets").Fix.Refusal?.Code, Is.EqualTo(RefusalCode.SourcesIncomplete));
        Assert.That(Item(plan, "old-assets").Fix.Refusal!.Message, Does.Contain("linked.tf"));
    }

    [Test]
    public async Task Apply_Handoff_WritesToTheAccountsAdminOnce()
    {
        using var story = new Story();
        Directory.Delete(Path.Combine(story.Folder, "repositories", "acme", "labs-platform.git", "refs"), recursive: true);
        await story.MakePlan();

        await story.Apply();
        await story.Apply();

        var mail = Directory.EnumerateFiles(Path.Combine(story.Folder, "mails"), "handoff-*.eml").Single();
        Assert.That(await File.ReadAllTextAsync(mail), Does.Contain("To: labs-admin@example.com"));
    }

    /// <summary>A role that allows less than the playbook declares: one clear refusal, the other changes go on.</summary>
    [Test]
    public async Task Apply_RoleLacksThePermission_IsRefusedByNameAndTheRestGoesOn()
    {
        using var story = new Story();
        await story.MakePlan();
        story.Change(o => o with { Faults = [new Fault(Labs, "*", "route53:ChangeResourceRecordSets", FaultKind.AccessDenied)] });

        var report = await story.Apply();

        var refused = report.Changes.Single(c => c.Change is ApiChange);
        Assert.That(refused.Refusal?.Code, Is.EqualTo(RefusalCode.AccessDenied));
        Assert.That(refused.Note, Does.Contain("fixer-playbook-dns-dangling-record").And.Contain("route53:ChangeResourceRecordSets").And.Contain(Labs));
        Assert.That(report.Changes.Count(c => c.State == AppliedState.Done), Is.EqualTo(4));
    }

    [Test]
    public async Task Apply_AwsKeepsFailing_StaysBegunAndTheNextRunFinishes()
    {
        using var story = new Story();
        await story.MakePlan();
        story.Change(o => o with { Faults = [new Fault(Labs, "*", "route53:ChangeResourceRecordSets", FaultKind.Unavailable)] });
        var first = await story.Apply();
        story.Change(o => o with { Faults = ImmutableArray<Fault>.Empty });

        var second = await story.Apply();

        Assert.That(first.Changes.Single(c => c.Change is ApiChange).State, Is.EqualTo(AppliedState.Failed));
        Assert.That(second.Changes.Single(c => c.Change is ApiChange).State, Is.EqualTo(AppliedState.Done));
    }

    /// <summary>The repository is deleted while its pull request waits: how it stands cannot be asked, so nothing new is tried.</summary>
    [Test]
    public async Task Plan_RepositoryOfAnOpenPullRequestIsGone_IsHeldByName()
    {
        using var story = new Story();
        await story.MakePlan();
        await story.Apply();
        Directory.Delete(Path.Combine(story.Folder, "repositories", "acme", "labs-platform.git"), recursive: true);

        var plan = await story.MakePlan();
        var (verified, _, _) = await story.Run("verify", "--config", story.Config);

        Assert.That(Item(plan, "cdn.").Fix.Refusal?.Code, Is.EqualTo(RefusalCode.RepositoryUnavailable));
        Assert.That(verified, Is.EqualTo(2));
    }

    /// <summary>AWS fails while a run resumes: that change waits, the others are done.</summary>
    [Test]
    public async Task Apply_AwsFailsWhileResuming_OnlyThatChangeWaits()
    {
        using var story = new Story();
        await story.MakePlan();
        story.Change(o => o with { Faults = [new Fault(Labs, "*", "route53:ChangeResourceRecordSets", FaultKind.Unavailable)] });
        await story.Apply();
        story.Change(o => o with
        {
            Faults = [new Fault(Labs, "*", "route53:ListResourceRecordSets", FaultKind.Unavailable)], // the record cannot be seen at all
        });

        var report = await story.Apply();

        Assert.That(report.Changes.Single(c => c.Change is ApiChange).State, Is.EqualTo(AppliedState.Failed));
    }

    [Test]
    public async Task Apply_ZoneCannotBeTagged_IsAWarning()
    {
        using var story = new Story();
        await story.MakePlan();
        story.Change(o => o with { Faults = [new Fault(Labs, "*", "route53:ChangeTagsForResource", FaultKind.AccessDenied)] });

        var report = await story.Apply();

        Assert.That(report.Changes.Select(c => c.State), Is.All.EqualTo(AppliedState.Done));
        Assert.That(report.Warnings.Single(), Does.Contain("Z0333LABS"));
    }

    /// <summary>The roles that are deployed allow what the playbook declares: the run must call that, all of it, and nothing else.</summary>
    [Test]
    public async Task WholeRun_Calls_AreExactlyThePermissionsDeclared()
    {
        using var story = new Story();
        var file = new OrganizationFile(Path.Combine(story.Folder, "organization.json"));
        var calls = new EmbeddedCalls(file, story.Clock);
        await using var session = await story.Open();
        var ports = session.Ports with
        {
            Inventory = new EmbeddedInventory(file, calls, story.Clock),
            Trail = new EmbeddedTrail(file, calls),
            Api = new EmbeddedApi(file, calls, story.Clock),
        };
        var pipeline = new Pipeline(ports, Playbooks.All.Playbooks, session.Configuration.Settings, story.Clock);
        await pipeline.Apply(await pipeline.Plan(Scope.Everything, default), default);

        var permissions = Playbooks.All.Playbooks.Single().Permissions;
        Assert.That(Made(calls, "fixer-security-auditor"), Is.EqualTo(permissions.Read));
        Assert.That(Made(calls, "fixer-security-tagger"), Is.EqualTo(permissions.Tag));
        Assert.That(Made(calls, "fixer-playbook-dns-dangling-record"), Is.EqualTo(permissions.Fix));
    }

    private static IEnumerable<string> Made(EmbeddedCalls calls, string role) =>
        calls.Made.Where(m => m.Role == role).Select(m => m.Operation).Order(StringComparer.Ordinal);

    private static PlanItem Item(Plan plan, string name) => plan.Items.Single(i => i.Fix.Owned.Finding.Title.StartsWith(name, StringComparison.Ordinal));
}
