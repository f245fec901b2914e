using Fixer.Adapters.Git;
using Fixer.Findings;
using LibGit2Sharp;

namespace Fixer.Adapters.Tests.Git;

/// <summary>What Fixer does not publish over: a base that moved, and anything somebody else made.</summary>
sealed class BranchGuardTests : PublishFixture
{
    [Test]
    public async Task Publish_BaseMovedOn_IsRefusedNamingBothCommits()
    {
        var now = Repository.Commit("main", "alice", ("new.tf", "x"));

        var refusal = await Refusal(() => Publish());
        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
            Assert.That(refusal.Message, Does.Contain(Head).And.Contain(now));
            Assert.That(Repository.Head(Branch), Is.Null);
        });
    }

    [Test]
    public async Task Publish_BaseMovedOnAfterItWasPublished_IsANoOp()
    {
        var first = await Publish();
        Repository.Commit("main", "alice", ("new.tf", "x"));

        Assert.That(await Publish(), Is.EqualTo(first));
    }

    [Test]
    public async Task Publish_BaseThatNeverExisted_IsRefused() =>
        Assert.That((await Refusal(() => Publish(baseCommit: new string('1', 40)))).Code, Is.EqualTo(RefusalCode.PreconditionMoved));

    [Test]
    public async Task Publish_FixersOlderCommit_IsReplacedByOneOnTheNewBase()
    {
        await Publish();
        var now = Repository.Commit("main", "alice", ("new.tf", "x"));

        var commit = await Publish(baseCommit: now);

        Assert.Multiple(() =>
        {
            Assert.That(Repository.Head(Branch), Is.EqualTo(commit));
            Assert.That(Repository.Use(git => git.Lookup<Commit>(commit).Parents.Single().Sha), Is.EqualTo(now));
        });
    }

    [Test]
    public async Task Publish_MergedBranch_IsReplaced()
    {
        var first = await Publish();
        Repository.Do(git => git.Refs.Add("refs/heads/main", new ObjectId(first), allowOverwrite: true));
        var now = Repository.Commit("main", "alice", ("dns/main.tf", Source));

        Assert.That(await Publish(baseCommit: now), Is.EqualTo(Repository.Head(Branch)));
    }

    [TestCase("on top of Fixer's")]
    [TestCase("instead of Fixer's")]
    [TestCase("amended")]
    [TestCase("two of Fixer's")]
    [TestCase("on unrelated history")]
    public async Task Publish_SomebodyElsesCommit_IsLeftAlone(string what)
    {
        await Publish();
        var theirs = Meddle(what);
        var now = Repository.Commit("main", "alice", ("new.tf", "x"));

        var refusal = await Refusal(() => Publish(baseCommit: now));

        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code, Is.EqualTo(RefusalCode.HumanEditedBranch));
            Assert.That(refusal.Message, Does.Contain(theirs));
            Assert.That(Repository.Head(Branch), Is.EqualTo(theirs));
        });
    }

    [Test]
    public async Task Publish_FromManyAtOnce_MakesOneCommit()
    {
        var commits = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Publish(
            by: new GitBranches([new GitRemote("acme/dns", Repository.Path)], Folder.File("cache" + (i % 2)), GitIdentity.Fixer)))));

        Assert.That(commits.Distinct().Single(), Is.EqualTo(Repository.Head(Branch)));
    }

    [Test]
    public async Task Push_BranchThatChangedSinceItWasSeen_LosesTheLease()
    {
        await Publish();
        using var cached = await CachedRepository.Open(Folder.File("cache"), new GitRemote("acme/dns", Repository.Path), 1 << 30, CancellationToken.None);
        var ours = cached.FetchDefault(cached.ListHeads(), CancellationToken.None);
        var theirs = Repository.Head(Branch);

        Assert.Multiple(() =>
        {
            Assert.That(cached.Push(ours, Branch, seen: null, CancellationToken.None), Is.Not.Null);
            Assert.That(cached.Push(ours, Branch, seen: Head, CancellationToken.None), Does.Contain("changed"));
            Assert.That(cached.Push(ours, "fixer/new", seen: Head, CancellationToken.None), Does.Contain("changed"));
            Assert.That(Repository.Head(Branch), Is.EqualTo(theirs));
            Assert.That(Repository.Head("fixer/new"), Is.Null);
            Assert.That(cached.Push(ours, Branch, seen: theirs, CancellationToken.None), Is.Null);
        });
    }

    [TestCase("main")]
    [TestCase("fixer/../main")]
    [TestCase("fixer/")]
    [TestCase("fixer/a:refs/heads/main")]
    [TestCase("fixer/a b")]
    [TestCase("refs/heads/fixer/a")]
    public void Publish_BranchThatIsNotFixers_IsADefect(string branch) =>
        Assert.That(async () => await Publish(branch: branch), Throws.ArgumentException);

    [Test]
    public async Task Publish_DefaultBranchUnderFixersPrefix_IsRefused()
    {
        Repository.Do(git =>
        {
            git.Refs.Add("refs/heads/" + Branch, new ObjectId(Head));
            git.Refs.Add("HEAD", "refs/heads/" + Branch, allowOverwrite: true);
        });

        Assert.That((await Refusal(() => Publish())).Code, Is.EqualTo(RefusalCode.HumanEditedBranch));
        Assert.That(Repository.Head(Branch), Is.EqualTo(Head));
    }

    private string Meddle(string what) => Repository.Use(git =>
    {
        var fixers = git.Branches[Branch].Tip;
        var alice = new Signature("alice", "alice@example.com", BareRepository.Day);
        var fixer = new Signature("Fixer", "fixer@users.noreply.invalid", BareRepository.Day);
        var commit = what switch
        {
            "on top of Fixer's" => Make(alice, alice, fixers),
            "instead of Fixer's" => Make(alice, alice, fixers.Parents.Single()),
            "amended" => Make(fixer, alice, fixers.Parents.Single()),
            "two of Fixer's" => Make(fixer, fixer, fixers),
            _ => Make(fixer, fixer),
        };
        git.Refs.Add("refs/heads/" + Branch, commit.Id, allowOverwrite: true);
        return commit.Sha;

        Commit Make(Signature author, Signature committer, params Commit[] parents) =>
            git.ObjectDatabase.CreateCommit(author, committer, "meddled\n", fixers.Tree, parents, prettifyMessage: false);
    });
}
