using System.Collections.Immutable;
using System.Text;
using Fixer.Adapters.Git;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Testing;
using LibGit2Sharp;

namespace Fixer.Adapters.Tests.Git;

/// <summary>Publishing Fixer's branch: one commit, the same every time, and never over somebody else's work.</summary>
sealed class GitBranchesTests
{
    private const string Branch = "fixer/dns-dangling-record/0123456789abcdef";
    private const string Source = "# keep\r\none\r\ntwo\r\n";

    private TemporaryFolder folder = null!;
    private BareRepository repository = null!;
    private string head = null!;
    private GitBranches branches = null!;

    [SetUp]
    public void GivenARepository()
    {
        folder = new TemporaryFolder();
        repository = new BareRepository(folder.File("dns.git"));
        head = repository.Commit("main", "alice", (git, tree) =>
        {
            tree.Add("dns/main.tf", BareRepository.Blob(git, Encoding.UTF8.GetBytes(Source)), Mode.ExecutableFile);
            tree.Add("dns/other.tf", BareRepository.Blob(git, [0xEF, 0xBB, 0xBF, 0xFF, 13, 10]), Mode.NonExecutableFile);
            tree.Add("link", BareRepository.Blob(git, "dns/main.tf"u8.ToArray()), Mode.SymbolicLink);
        });
        branches = On(repository.Path);
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Publish_NewBranch_IsOneCommitThatChangesOnlyTheEditedBytes()
    {
        var commit = await Publish();

        Assert.Multiple(() =>
        {
            Assert.That(repository.Head(Branch), Is.EqualTo(commit));
            Assert.That(repository.Head("main"), Is.EqualTo(head));
            Assert.That(Encoding.UTF8.GetString(repository.Read(commit, "dns/main.tf")), Is.EqualTo("# keep\r\ntwo\r\n"));
            Assert.That(repository.Read(commit, "dns/other.tf"), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF, 0xFF, 13, 10 }));
            Assert.That(repository.Use(git => git.Lookup<Commit>(commit)["dns/main.tf"].Mode), Is.EqualTo(Mode.ExecutableFile));
            Assert.That(repository.Use(git => git.Lookup<Commit>(commit)["link"].Mode), Is.EqualTo(Mode.SymbolicLink));
            Assert.That(repository.Use(git => git.Lookup<Commit>(commit).Parents.Single().Sha), Is.EqualTo(head));
            Assert.That(repository.Use(git => git.Lookup<Commit>(commit).Message), Is.EqualTo("fix(dns): remove one\n"));
        });
    }

    [Test]
    public async Task Publish_SameArgumentsOnAnotherMachine_MakeTheSameCommit()
    {
        var first = await Publish();
        repository.Do(git => git.Refs.Remove("refs/heads/" + Branch));

        var second = await Publish(by: new GitBranches([new GitRemote("acme/dns", repository.Path)], folder.File("elsewhere"), GitIdentity.Fixer));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Publish_Again_ChangesNothing()
    {
        var first = await Publish();
        var written = File.GetLastWriteTimeUtc(Path.Combine(repository.Path, "refs/heads", Branch));

        var second = await Publish();

        Assert.Multiple(() =>
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(File.GetLastWriteTimeUtc(Path.Combine(repository.Path, "refs/heads", Branch)), Is.EqualTo(written));
        });
    }

    [Test]
    public async Task Publish_BaseMovedOn_IsRefusedNamingBothCommits()
    {
        var now = repository.Commit("main", "alice", ("new.tf", "x"));

        var refusal = await Refusal(() => Publish());
        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
            Assert.That(refusal.Message, Does.Contain(head).And.Contain(now));
            Assert.That(repository.Head(Branch), Is.Null);
        });
    }

    [Test]
    public async Task Publish_BaseMovedOnAfterItWasPublished_IsANoOp()
    {
        var first = await Publish();
        repository.Commit("main", "alice", ("new.tf", "x"));

        Assert.That(await Publish(), Is.EqualTo(first));
    }

    [Test]
    public async Task Publish_BaseThatNeverExisted_IsRefused() =>
        Assert.That((await Refusal(() => Publish(baseCommit: new string('1', 40)))).Code, Is.EqualTo(RefusalCode.PreconditionMoved));

    [Test]
    public async Task Publish_FixersOlderCommit_IsReplacedByOneOnTheNewBase()
    {
        await Publish();
        var now = repository.Commit("main", "alice", ("new.tf", "x"));

        var commit = await Publish(baseCommit: now);

        Assert.Multiple(() =>
        {
            Assert.That(repository.Head(Branch), Is.EqualTo(commit));
            Assert.That(repository.Use(git => git.Lookup<Commit>(commit).Parents.Single().Sha), Is.EqualTo(now));
        });
    }

    [Test]
    public async Task Publish_MergedBranch_IsReplaced()
    {
        var first = await Publish();
        repository.Do(git => git.Refs.Add("refs/heads/main", new ObjectId(first), allowOverwrite: true));
        var now = repository.Commit("main", "alice", ("dns/main.tf", Source));

        Assert.That(await Publish(baseCommit: now), Is.EqualTo(repository.Head(Branch)));
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
        var now = repository.Commit("main", "alice", ("new.tf", "x"));

        var refusal = await Refusal(() => Publish(baseCommit: now));

        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code, Is.EqualTo(RefusalCode.HumanEditedBranch));
            Assert.That(refusal.Message, Does.Contain(theirs));
            Assert.That(repository.Head(Branch), Is.EqualTo(theirs));
        });
    }

    [Test]
    public async Task Publish_FromManyAtOnce_MakesOneCommit()
    {
        var commits = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Publish(
            by: new GitBranches([new GitRemote("acme/dns", repository.Path)], folder.File("cache" + (i % 2)), GitIdentity.Fixer)))));

        Assert.That(commits.Distinct().Single(), Is.EqualTo(repository.Head(Branch)));
    }

    [Test]
    public async Task Push_BranchThatChangedSinceItWasSeen_LosesTheLease()
    {
        await Publish();
        using var cached = await CachedRepository.Open(folder.File("cache"), new GitRemote("acme/dns", repository.Path), 1 << 30, CancellationToken.None);
        var ours = cached.FetchDefault(cached.ListHeads(), CancellationToken.None);
        var theirs = repository.Head(Branch);

        Assert.Multiple(() =>
        {
            Assert.That(cached.Push(ours, Branch, seen: null, CancellationToken.None), Is.Not.Null);
            Assert.That(cached.Push(ours, Branch, seen: head, CancellationToken.None), Does.Contain("changed"));
            Assert.That(cached.Push(ours, "fixer/new", seen: head, CancellationToken.None), Does.Contain("changed"));
            Assert.That(repository.Head(Branch), Is.EqualTo(theirs));
            Assert.That(repository.Head("fixer/new"), Is.Null);
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
        repository.Do(git =>
        {
            git.Refs.Add("refs/heads/" + Branch, new ObjectId(head));
            git.Refs.Add("HEAD", "refs/heads/" + Branch, allowOverwrite: true);
        });

        Assert.That((await Refusal(() => Publish())).Code, Is.EqualTo(RefusalCode.HumanEditedBranch));
        Assert.That(repository.Head(Branch), Is.EqualTo(head));
    }

    [TestCase("nowhere.tf")]
    [TestCase("dns")]
    [TestCase("link")]
    public void Publish_EditOfSomethingThatIsNoFile_IsADefect(string path) =>
        Assert.That(async () => await Publish(edits: [new FileEdit(path, [new TextEdit(new TextSpan(0, 0), "x")])]), Throws.ArgumentException);

    [Test]
    public void Publish_UnreachableOrUnknownRepository_IsUnavailable()
    {
        Assert.That(async () => await Publish(by: On(folder.File("nowhere.git"))), Throws.InstanceOf<RepositoryUnavailableException>());
        Assert.That(async () => await Publish(repository: "acme/unknown"), Throws.InstanceOf<RepositoryUnavailableException>());
    }

    [Test]
    public void Publish_RemoteThatCannotBeWritten_IsUnavailable()
    {
        // A folder where the reference's file must go: the remote takes the objects and cannot take the update.
        Directory.CreateDirectory(Path.Combine(repository.Path, "refs/heads", Branch, "in-the-way"));
        File.WriteAllText(Path.Combine(repository.Path, "refs/heads", Branch, "in-the-way", "x.lock"), "");

        Assert.That(async () => await Publish(), Throws.InstanceOf<RepositoryUnavailableException>());
    }

    [Test]
    public async Task Publish_HooksInBothRepositories_DoNotRun()
    {
        foreach (var hooks in new[] { Path.Combine(repository.Path, "hooks"), folder.File("cache/acme/dns.git/hooks") })
            Hooks.Plant(hooks, folder.File("ran"));

        await Publish();

        Assert.That(File.Exists(folder.File("ran")), Is.False);
    }

    [Test]
    public async Task Publish_LineEndingConversionConfigured_ConvertsNothing()
    {
        using (var cached = await CachedRepository.Open(folder.File("cache"), new GitRemote("acme/dns", repository.Path), 1 << 30, CancellationToken.None))
            cached.Git.Config.Set("core.autocrlf", "input");

        Assert.That(Encoding.UTF8.GetString(repository.Read(await Publish(), "dns/main.tf")), Is.EqualTo("# keep\r\ntwo\r\n"));
    }

    [Test]
    public async Task Publish_Result_IsSoundInTheEyesOfGit()
    {
        await Publish();

        Assert.Multiple(() =>
        {
            GitCommandLine.Run(repository.Path, "fsck", "--strict", "--full");
            Assert.That(GitCommandLine.Run(repository.Path, "diff", "--numstat", "main", Branch), Is.EqualTo("0\t1\tdns/main.tf\n"));
            Assert.That(GitCommandLine.Run(repository.Path, "diff", "--summary", "main", Branch), Is.Empty);
            Assert.That(GitCommandLine.Run(repository.Path, "log", "-1", "--format=%an <%ae> %cn <%ce> %aI %cI", Branch).TrimEnd(), Is.EqualTo(
                "Fixer <fixer@users.noreply.invalid> Fixer <fixer@users.noreply.invalid> 2026-11-23T09:00:00+00:00 2026-11-23T09:00:00+00:00"));
        });
    }

    private string Meddle(string what) => repository.Use(git =>
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

    private static async Task<Refusal> Refusal(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (BranchRefusedException refused)
        {
            return refused.Refusal;
        }

        throw new AssertionException("It was not refused.");
    }

    private GitBranches On(string url) => new([new GitRemote("acme/dns", url)], folder.File("cache"), GitIdentity.Fixer);

    private Task<string> Publish(
        string? baseCommit = null,
        GitBranches? by = null,
        string branch = Branch,
        string repository = "acme/dns",
        ImmutableArray<FileEdit>? edits = null)
    {
        var one = Source.IndexOf("one", StringComparison.Ordinal);
        edits ??= [new FileEdit("dns/main.tf", [new TextEdit(new TextSpan(one, one + 5), "")])];
        return (by ?? branches).Publish(
            repository, baseCommit ?? head, branch, edits.Value, "fix(dns): remove one", FixedClock.AtStory().GetUtcNow(), CancellationToken.None);
    }
}
