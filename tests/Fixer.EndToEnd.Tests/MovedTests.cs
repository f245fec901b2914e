using System.Text;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Inventory;
using LibGit2Sharp;

namespace Fixer.EndToEnd.Tests;

/// <summary>Between plan and apply days may pass. What has moved is dropped, saying why; the rest is done.</summary>
public sealed class MovedTests
{
    [Test]
    public async Task Apply_RecordChangedSince_IsRefused()
    {
        using var story = new Story();
        await story.MakePlan();
        Edit(story, r => r.Name == "old-assets.example.net" ? r with { Ttl = 60 } : r);

        var report = await story.Apply();

        Assert.That(Of<ApiChange>(report).Refusal?.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
        Assert.That(story.Read().Zones.SelectMany(z => z.Records).Any(r => r.Name == "old-assets.example.net"));
    }

    /// <summary>The record may change between apply's own check and the call: the call itself compares.</summary>
    [Test]
    public async Task Delete_RecordChangedAMomentAgo_IsRefused()
    {
        using var story = new Story();
        var delete = (await story.MakePlan()).Changes.OfType<ApiChange>().Single().Steps[0];
        Edit(story, r => r.Name == "old-assets.example.net" ? r with { Values = ["in-use.example.org"] } : r);
        await using var session = await story.Open();

        var refused = await Assert.ThrowsAsync<StepRefusedException>(() => session.Ports.Api.Run("dns-dangling-record", delete, default));

        Assert.That(refused!.Refusal.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
        Assert.That(story.Read().Zones.SelectMany(z => z.Records).Any(r => r.Name == "old-assets.example.net"));
    }

    /// <summary>Somebody created the bucket again: nothing dangles any more, and every pending change is void.</summary>
    [Test]
    public async Task Apply_BucketIsBack_NothingIsTouched()
    {
        using var story = new Story();
        await story.MakePlan();
        story.Change(o => o with { Buckets = o.Buckets.Add(new Bucket("222222222222", "us-east-1", "assets.example.com")) });
        var organization = Path.Combine(story.Folder, "organization.json");
        var before = await File.ReadAllTextAsync(organization);

        var report = await story.Apply();

        Assert.That(report.Changes.Select(c => c.Refusal?.Code), Is.All.EqualTo(RefusalCode.PreconditionMoved));
        Assert.That(await File.ReadAllTextAsync(organization), Is.EqualTo(before));
        Assert.That(Directory.EnumerateDirectories(Path.Combine(story.Folder, "repositories"), "fixer", SearchOption.AllDirectories), Is.Empty, "no branch");
        Assert.That(Directory.EnumerateFiles(story.Folder, "1.json", SearchOption.AllDirectories), Is.Empty, "no pull request");
    }

    [Test]
    public async Task Apply_BaseCommitMoved_IsRefusedNamingBothCommits()
    {
        using var story = new Story();
        var planned = (await story.MakePlan()).Changes.OfType<PullRequestChange>().Single(c => c.Repository == "acme/web-infrastructure");
        var head = Commit(story, "acme/web-infrastructure", "main", "somebody else", "OTHER.md", "hello");

        var report = await story.Apply();

        var refused = report.Changes.Single(c => c.Change.Id == planned.Id);
        Assert.That(refused.Refusal?.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
        Assert.That(refused.Note, Does.Contain(planned.BaseCommit).And.Contain(head));
        Assert.That(report.Changes.Count(c => c.State == AppliedState.Done), Is.EqualTo(4), "the others are not affected");
    }

    /// <summary>A branch that a person pushed to is theirs.</summary>
    [Test]
    public async Task Apply_SomebodyPushedToTheBranch_HandsOff()
    {
        using var story = new Story();
        var planned = (await story.MakePlan()).Changes.OfType<PullRequestChange>().Single(c => c.Repository == "acme/web-infrastructure");
        var theirs = Commit(story, planned.Repository, planned.Branch, "riley", "notes.txt", "mine");

        var report = await story.Apply();

        Assert.That(report.Changes.Single(c => c.Change.Id == planned.Id).Refusal?.Code, Is.EqualTo(RefusalCode.HumanEditedBranch));
        using var git = new Repository(Path.Combine(story.Folder, "repositories", planned.Repository + ".git"));
        Assert.That(git.Branches[planned.Branch].Tip.Sha, Is.EqualTo(theirs));
    }

    [Test]
    public async Task Apply_PlanEdited_OnlyTheEditedStepIsRefused()
    {
        using var story = new Story();
        await story.MakePlan();
        var text = await File.ReadAllTextAsync(story.PlanPath);
        await File.WriteAllTextAsync(story.PlanPath, text.Replace("assets.example.com.s3.amazonaws.com\"", "www.example.com\"", StringComparison.Ordinal));

        var (code, output, _) = await story.Run("apply", story.PlanPath, "--yes", "--config", story.Config);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("PlanEdited").And.Contain("4 done, 0 done before, 1 refused, 0 failed."));
    }

    [TestCase("{\"version\": 99}", "version 99")]
    [TestCase("{\"version\": 1, \"id\": ", "line 1")]
    [TestCase("[]", "not a plan file")]
    [TestCase("", "line 1")]
    public async Task Apply_NotAPlan_SaysWhatIsWrong(string content, string expected)
    {
        using var story = new Story();
        await File.WriteAllTextAsync(story.PlanPath, content);

        var (code, output, error) = await story.Run("apply", story.PlanPath, "--yes", "--config", story.Config);

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.StartWith("error: ").And.Contain(expected));
    }

    private static AppliedChange Of<T>(ApplyReport report) => report.Changes.Single(c => c.Change is T);

    private static void Edit(Story story, Func<RecordSet, RecordSet> edit) =>
        story.Change(o => o with { Zones = [.. o.Zones.Select(z => z with { Records = [.. z.Records.Select(edit)] })] });

    private static string Commit(Story story, string repository, string branch, string author, string path, string content)
    {
        using var git = new Repository(Path.Combine(story.Folder, "repositories", repository + ".git"));
        var parent = git.Branches["main"].Tip;
        var blob = git.ObjectDatabase.CreateBlob(new MemoryStream(Encoding.UTF8.GetBytes(content)));
        var tree = git.ObjectDatabase.CreateTree(TreeDefinition.From(parent).Add(path, blob, Mode.NonExecutableFile));
        var who = new Signature(author, $"{author}@example.com", story.Clock.GetUtcNow());
        var commit = git.ObjectDatabase.CreateCommit(who, who, $"by {author}", tree, [parent], prettifyMessage: false);
        git.Refs.Add($"refs/heads/{branch}", commit.Id, allowOverwrite: true);
        return commit.Sha;
    }
}
