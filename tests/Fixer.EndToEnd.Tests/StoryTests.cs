using Fixer.Changes;
using Fixer.Findings;
using Fixer.Planning;

namespace Fixer.EndToEnd.Tests;

/// <summary>The story from a deleted bucket to a pull request, through every stage, with real git repositories and a real store.</summary>
public sealed class StoryTests
{
    private const string TerraformFinding = "assets.example.com/A";
    private const string CloudFormationFinding = "cdn.example.net/CNAME";
    private const string MapFinding = "img.example.org/CNAME";
    private const string ModuleFinding = "promo.example.org/CNAME";
    private const string HandmadeFinding = "old-assets.example.net/CNAME";

    [Test]
    public async Task Plan_NineRecords_FiveFindingsRoutedByOwner()
    {
        using var story = new Story();

        var plan = await story.MakePlan();

        Assert.That(plan.Examined, Is.EqualTo(9));
        Assert.That(
            plan.Items.ToDictionary(i => i.Fix.Owned.Finding.Resource.Id.Split('/', 2)[1], i => (i.Fix.Route, i.Change?.GetType())),
            Is.EquivalentTo(new Dictionary<string, (Route, Type?)>
            {
                [TerraformFinding] = (Route.PullRequest, typeof(PullRequestChange)),
                [MapFinding] = (Route.PullRequest, typeof(PullRequestChange)),
                [ModuleFinding] = (Route.PullRequest, typeof(PullRequestChange)),
                [CloudFormationFinding] = (Route.PullRequest, typeof(PullRequestChange)),
                [HandmadeFinding] = (Route.Api, typeof(ApiChange)),
            }));
    }

    /// <summary>Planning is a dry run: it must be safe to run it anywhere, any time.</summary>
    [Test]
    public async Task Plan_Always_TouchesNothing()
    {
        using var story = new Story();
        var before = await story.Snapshot();

        await story.MakePlan();

        Assert.That(await story.Snapshot(), Is.EqualTo(before));
    }

    /// <summary>The bucket of one lives in another account, the others point at somebody else's host.</summary>
    [Test]
    public async Task Apply_RecordsThatAreNotDangling_AreLeftAlone()
    {
        using var story = new Story();
        var before = story.Read().Zones.SelectMany(z => z.Records).ToArray();
        await story.MakePlan();

        await story.Apply();

        var gone = before.Except(story.Read().Zones.SelectMany(z => z.Records)).Select(r => r.Name);
        Assert.That(gone, Is.EqualTo(new[] { "old-assets.example.net" }));
    }

    [TestCase("acme/web-infrastructure", "records.tf", "# Style sheets and scripts of the 2021 shop.", "# --- nothing below this line is DNS ---")]
    [TestCase("acme/labs-platform", "cloudformation/dns.yaml", "  # CDN origin of the spring campaign (2023).", "  Topic:      # alerts of the labs")]
    public async Task Apply_Branch_RemovesExactlyTheRecordsLines(string repository, string path, string first, string next)
    {
        using var story = new Story();
        await story.MakePlan();
        await story.Apply();

        using var git = new LibGit2Sharp.Repository(Path.Combine(story.Folder, "repositories", repository + ".git"));
        var branch = git.Branches.Single(b => b.FriendlyName.StartsWith("fixer/", StringComparison.Ordinal));
        var before = Text(git.Branches["main"].Tip, path);
        var after = Text(branch.Tip, path);

        var start = before.IndexOf(first, StringComparison.Ordinal);
        var end = before.IndexOf(next, StringComparison.Ordinal);
        Assert.That(after, Is.EqualTo(before[..start] + before[end..]), "every byte outside the record's own lines is the same");
        Assert.That(git.Diff.Compare<LibGit2Sharp.TreeChanges>(git.Branches["main"].Tip.Tree, branch.Tip.Tree).Select(c => c.Path), Is.EqualTo(new[] { path }), "no other file is touched");
        Assert.That(branch.Tip.Parents, Is.EqualTo(new[] { git.Branches["main"].Tip }), "exactly one commit on the base");
    }

    /// <summary>An element of a list and an entry of a map in one file: each pull request takes its own, and leaves the other's.</summary>
    [TestCase("promo", """
            {
              name    = "promo" # spring campaign, ask marketing
              type    = "CNAME"
              ttl     = 60
              records = ["assets.example.com.s3-website-us-east-1.amazonaws.com"]
            },

        """)]
    [TestCase("img", """
            "img"  = "assets.example.com.s3-website-us-east-1.amazonaws.com"

        """)]
    public async Task Apply_BranchesOfOneRepository_EachRemovesItsOwnLines(string record, string lines)
    {
        using var story = new Story();
        var change = (await story.MakePlan()).Changes.OfType<PullRequestChange>().Single(c => c.Resource.Id.Contains($"/{record}.example.org/", StringComparison.Ordinal));
        await story.Apply();

        using var git = new LibGit2Sharp.Repository(Path.Combine(story.Folder, "repositories", "acme/dns.git"));
        const string path = "zones/example.org/main.tf";
        var before = Text(git.Branches["main"].Tip, path);

        Assert.That(before, Does.Contain(lines));
        Assert.That(Text(git.Branches[change.Branch].Tip, path), Is.EqualTo(before.Replace(lines, "", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Apply_Again_DoesNothing()
    {
        using var story = new Story();
        await story.MakePlan();
        await story.Apply();
        var once = await story.Snapshot();

        var again = await story.Apply();

        Assert.That(await story.Snapshot(), Is.EqualTo(once));
        Assert.That(again.Changes.Select(c => c.State), Is.All.EqualTo(AppliedState.Already));
    }

    /// <summary>Two operators, or a schedule and an operator: everything happens once, and nobody is thrown out.</summary>
    [Test]
    public async Task Apply_TwiceAtTheSameTime_DoesEverythingOnce()
    {
        using var story = new Story();
        await story.MakePlan();

        var reports = await Task.WhenAll(story.Apply(), story.Apply());

        Assert.That(reports.SelectMany(r => r.Changes).Count(c => c.State == AppliedState.Done), Is.EqualTo(5));
        Assert.That(reports.SelectMany(r => r.Changes).Count(c => c.State == AppliedState.Already), Is.EqualTo(5));
        Assert.That(Directory.EnumerateFiles(Path.Combine(story.Folder, "repositories"), "*.json", SearchOption.AllDirectories).Count(), Is.EqualTo(4));
    }

    /// <summary>A run a week later must not open the pull requests again, nor write the same mail again.</summary>
    [Test]
    public async Task Plan_AWeekLater_WaitsForTheTeams()
    {
        using var story = new Story();
        await story.MakePlan();
        await story.Apply();
        story.Clock.Advance(TimeSpan.FromDays(7));

        var plan = await story.MakePlan();

        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Items.Select(i => i.Fix.Refusal!.Code), Is.EqualTo(Enumerable.Repeat(RefusalCode.PullRequestOpen, 4)));
    }

    [Test]
    public async Task Undo_ApiChange_RestoresTheRecordExactlyAndStaysUndone()
    {
        using var story = new Story();
        var before = story.Read().Zones.SelectMany(z => z.Records).Single(r => r.Name == "old-assets.example.net");
        var change = (await story.MakePlan()).Changes.OfType<ApiChange>().Single();
        await story.Apply();

        await story.Undo(change.Id);

        Assert.That(story.Read().Zones.SelectMany(z => z.Records), Does.Contain(before));
        var next = await story.MakePlan();
        Assert.That(next.Items.Single(i => i.Fix.Owned.Finding.Fingerprint == change.Fingerprint).Fix.Refusal?.Code, Is.EqualTo(RefusalCode.UndoneByOperator), "what an operator undid is not done again behind their back");
    }

    /// <summary>The undo must not overwrite what somebody created at that name in the meantime.</summary>
    [Test]
    public async Task Undo_NameTakenByAnotherRecord_IsRefused()
    {
        using var story = new Story();
        var change = (await story.MakePlan()).Changes.OfType<ApiChange>().Single();
        await story.Apply();
        var other = ((DeleteRecordSet)change.Steps[0]).Record with { Values = ["somewhere.else.example.org"] };
        story.Change(o => o with { Zones = [.. o.Zones.Select(z => z.Zone.Id == other.ZoneId ? z with { Records = z.Records.Add(other) } : z)] });

        var undone = await story.Undo(change.Id);

        Assert.That(undone!.Refusal?.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
        Assert.That(story.Read().Zones.SelectMany(z => z.Records), Does.Contain(other));
    }

    [Test]
    public async Task Undo_OpenPullRequest_ClosesItWithAComment()
    {
        using var story = new Story();
        var change = (await story.MakePlan()).Changes.OfType<PullRequestChange>().First();
        await story.Apply();

        await story.Undo(change.Id);

        await using var session = await story.Open();
        var pull = (await session.Forge.FindByBranch(change.Repository, change.Branch, default))!;
        Assert.That((pull.State, pull.ClosedBy), Is.EqualTo((PullRequestState.Closed, PullRequest.FixerLogin)));
        Assert.That(pull.Comment, Does.Contain(change.Id));
    }

    private static string Text(LibGit2Sharp.Commit commit, string path) => ((LibGit2Sharp.Blob)commit[path].Target).GetContentText();
}
