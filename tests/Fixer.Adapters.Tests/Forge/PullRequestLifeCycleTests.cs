using System.Collections.Immutable;
using System.Text;
using Fixer.Adapters.Embedded;
using Fixer.Adapters.Git;
using Fixer.Adapters.Tests.Git;
using Fixer.Changes;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Forge;

/// <summary>The life of a pull request, played on a real repository by Fixer on one side and people on the other.</summary>
sealed class PullRequestLifeCycleTests
{
    private const string Dns = "acme/dns";
    private const string Branch = "fixer/dns-dangling-record/0123456789abcdef";

    private TemporaryFolder folder = null!;
    private FixedClock clock = null!;
    private EmbeddedForge forge = null!;
    private string initial = null!;

    [SetUp]
    public void GivenAForgeWithARepository()
    {
        folder = new TemporaryFolder();
        clock = FixedClock.AtStory();
        forge = new EmbeddedForge(folder.File("forge"), clock);
        initial = GivenRepository(Dns);
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task OpenedAndMerged_TheDefaultBranchHasTheFix()
    {
        await WhenFixerPublishes();
        var pull = await WhenFixerOpens();
        await ThenItIs(PullRequestState.Open, by: "");

        var merged = await forge.Merge(Dns, pull.Number, "alice", default);

        await ThenItIs(PullRequestState.Merged, by: "alice");
        var tree = await ThenTheDefaultBranchReads("one\nthree\n");
        Assert.Multiple(() =>
        {
            Assert.That(merged.State, Is.EqualTo(PullRequestState.Merged));
            Assert.That(tree.Commit, Is.Not.EqualTo(initial));
            Assert.That(GitCommandLine.Run(PathOf(Dns), "fsck", "--strict"), Is.Empty);
        });
    }

    [Test]
    public async Task MergedTwice_IsMergedOnce()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        await forge.Merge(Dns, 1, "alice", default);
        var first = await ThenTheDefaultBranchReads("one\nthree\n");

        await forge.Merge(Dns, 1, "bob", default);

        Assert.That((await ThenTheDefaultBranchReads("one\nthree\n")).Commit, Is.EqualTo(first.Commit));
        await ThenItIs(PullRequestState.Merged, by: "alice");
    }

    [Test]
    public async Task MergedJustBeforeACrash_IsNotMergedAgain()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        var open = await File.ReadAllBytesAsync(folder.File("forge/acme/dns.pulls/1.json"));
        await forge.Merge(Dns, 1, "alice", default);
        var first = await ThenTheDefaultBranchReads("one\nthree\n");
        await File.WriteAllBytesAsync(folder.File("forge/acme/dns.pulls/1.json"), open);

        await forge.Merge(Dns, 1, "alice", default);

        Assert.That((await ThenTheDefaultBranchReads("one\nthree\n")).Commit, Is.EqualTo(first.Commit));
        await ThenItIs(PullRequestState.Merged, by: "alice");
    }

    [Test]
    public async Task MergedAfterTheTeamWorkedElsewhereInTheFile_KeepsBoth()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        WhenTheTeamCommits(("other.tf", "other\n"));

        await forge.Merge(Dns, 1, "alice", default);

        var tree = await ThenTheDefaultBranchReads("one\nthree\n");
        Assert.That(tree.Files.Keys, Does.Contain("other.tf"));
    }

    [Test]
    public async Task MergedAgainstAConflict_IsRefusedAndStaysOpen()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        WhenTheTeamCommits(("main.tf", "one\nchanged\nthree\n"));

        Assert.That(async () => await forge.Merge(Dns, 1, "alice", default), Throws.InstanceOf<UnmergeableException>().With.Message.Contains("main.tf"));

        await ThenItIs(PullRequestState.Open, by: "");
        await ThenTheDefaultBranchReads("one\nchanged\nthree\n");
    }

    [Test]
    public async Task ClosedByATeam_IsRememberedWithTheirWords()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        clock.Advance(TimeSpan.FromDays(1));

        await forge.Close(Dns, 1, "We still need it.", "alice", default);
        await forge.Close(Dns, 1, "Moot.", default);

        var pull = await ThenItIs(PullRequestState.Closed, by: "alice");
        Assert.That(pull.Comment, Is.EqualTo("We still need it."));
        Assert.That(async () => await forge.Merge(Dns, 1, "bob", default), Throws.InstanceOf<UnmergeableException>());
        Assert.That(await File.ReadAllTextAsync(folder.File("forge/acme/dns.pulls/1.json")), Does.Contain("\"closedAt\": \"2026-11-24T09:00:00+00:00\"").And.Contain("\"state\": \"closed\""));
    }

    [Test]
    public async Task ClosedByFixer_CarriesFixersName()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();

        await forge.Close(Dns, 1, "The record is gone.", default);

        await ThenItIs(PullRequestState.Closed, by: PullRequest.FixerLogin);
    }

    [Test]
    public async Task OpenedTwice_IsADefectUntilTheFirstIsClosed()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        Assert.That(async () => await WhenFixerOpens(), Throws.InvalidOperationException.With.Message.Contains("acme/dns#1"));

        await forge.Close(Dns, 1, "", "alice", default);
        var second = await WhenFixerOpens();

        var all = await forge.List(Dns, default);
        Assert.Multiple(() =>
        {
            Assert.That(second.Reference, Is.EqualTo("acme/dns#2"));
            Assert.That(all.Select(p => (p.Number, p.State)), Is.EqualTo(new[] { (1, PullRequestState.Closed), (2, PullRequestState.Open) }));
        });
        await ThenItIs(PullRequestState.Open, by: "");
    }

    [Test]
    public async Task OpenedByManyAtOnce_ExistsOnce()
    {
        await WhenFixerPublishes();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await new EmbeddedForge(folder.File("forge"), clock).Open(Dns, Branch, "t", "b", default);
                return 1;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        })));

        Assert.That(outcomes.Sum(), Is.EqualTo(1));
        Assert.That(await forge.List(Dns, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Open_TitleOrBodyBeyondTheLimit_IsADefect()
    {
        await WhenFixerPublishes();

        Assert.That(async () => await forge.Open(Dns, Branch, "t", new string('x', EmbeddedForge.MaxBody + 1), default), Throws.ArgumentException);
        Assert.That(async () => await forge.Open(Dns, Branch, new string('x', 257), "b", default), Throws.ArgumentException);
        Assert.That(async () => await forge.Open(Dns, Branch, " ", "b", default), Throws.ArgumentException);
        Assert.That((await forge.Open(Dns, Branch, "t", new string('x', EmbeddedForge.MaxBody), default)).Number, Is.EqualTo(1));
    }

    [Test]
    public void Open_BranchThatDoesNotExist_IsADefect() =>
        Assert.That(async () => await WhenFixerOpens(), Throws.InvalidOperationException.With.Message.Contains(Branch));

    [Test]
    public async Task FindByBranch_NothingThere_IsNull() => Assert.That(await forge.FindByBranch(Dns, Branch, default), Is.Null);

    [Test]
    public void UnknownRepository_IsUnavailableAndAnUnsafeNameADefect()
    {
        Assert.That(async () => await forge.List("acme/unknown", default), Throws.InstanceOf<RepositoryUnavailableException>());
        foreach (var name in new[] { "acme/..", "../acme", "/acme/dns", "acme", "acme/d ns", "a/b/c" })
        {
            Assert.That(async () => await forge.List(name, default), Throws.ArgumentException);
            Assert.That(() => GivenRepository(name), Throws.ArgumentException);
        }
    }

    [Test]
    public void CreateRepository_AgainAndElsewhere_IsTheSameCommit()
    {
        var elsewhere = new EmbeddedForge(folder.File("elsewhere"), clock);

        var again = GivenRepository(Dns);
        var other = elsewhere.CreateRepository(Dns, Files(("main.tf", "one\ntwo\nthree\n")), new GitIdentity("alice", "alice@example.com"), BareRepository.Day);

        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(initial));
            Assert.That(other, Is.EqualTo(initial));
            Assert.That(GitCommandLine.Run(PathOf(Dns), "symbolic-ref", "HEAD").TrimEnd(), Is.EqualTo("refs/heads/main"));
        });
    }

    [Test]
    public void Remotes_ListsRepositoriesByNameAndNothingElse()
    {
        GivenRepository("acme/app.v2");
        GivenRepository("Beta/x");
        Directory.CreateDirectory(folder.File("forge/acme/dns.pulls"));
        File.WriteAllText(folder.File("forge/notes.txt"), "");

        Assert.That(forge.Remotes().Select(r => r.Name), Is.EqualTo(new[] { "Beta/x", "acme/app.v2", "acme/dns" }));
    }

    [Test]
    public async Task DamagedFile_IsNamed()
    {
        await WhenFixerPublishes();
        await WhenFixerOpens();
        await File.WriteAllTextAsync(folder.File("forge/acme/dns.pulls/1.json"), "{");

        Assert.That(async () => await forge.List(Dns, default), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("1.json"));
    }

    private string GivenRepository(string name) =>
        forge.CreateRepository(name, Files(("main.tf", "one\ntwo\nthree\n")), new GitIdentity("alice", "alice@example.com"), BareRepository.Day);

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(params (string Path, string Content)[] files) =>
        files.ToDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Content));

    private async Task WhenFixerPublishes()
    {
        ImmutableArray<FileEdit> edits = [new FileEdit("main.tf", [new TextEdit(new TextSpan(4, 8), "")])];
        await new GitBranches(forge.Remotes(), folder.File("cache"), GitIdentity.Fixer).Publish(Dns, initial, Branch, edits, "fix: two", clock.GetUtcNow(), default);
    }

    private Task<PullRequest> WhenFixerOpens() => forge.Open(Dns, Branch, "fix: remove two", "Because.", default);

    private void WhenTheTeamCommits(params (string, string)[] files) => BareRepository.At(PathOf(Dns)).Commit("main", "alice", files);

    private async Task<PullRequest> ThenItIs(PullRequestState state, string by)
    {
        var pull = await forge.FindByBranch(Dns, Branch, default);
        Assert.That((pull?.State, pull?.ClosedBy), Is.EqualTo((state, by)));
        return pull!;
    }

    private async Task<SourceTree> ThenTheDefaultBranchReads(string content)
    {
        var readings = await new GitRepositories(forge.Remotes(), folder.File("cache")).ReadAll(default);
        var tree = readings.Trees.Single();
        Assert.That(Encoding.UTF8.GetString(tree.Files["main.tf"].Span), Is.EqualTo(content));
        return tree;
    }

    private string PathOf(string name) => forge.Remotes().Single(r => r.Name == name).Url;
}
