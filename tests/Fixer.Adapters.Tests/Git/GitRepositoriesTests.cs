using System.Text;
using Fixer.Adapters.Git;
using Fixer.Iac;
using Fixer.Ownership;
using Fixer.Testing;
using LibGit2Sharp;

namespace Fixer.Adapters.Tests.Git;

/// <summary>Reading repositories, friendly and hostile.</summary>
sealed class GitRepositoriesTests
{
    private TemporaryFolder folder = null!;
    private BareRepository repository = null!;

    [SetUp]
    public void GivenARepository()
    {
        folder = new TemporaryFolder();
        repository = new BareRepository(folder.File("dns.git"));
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task ReadAll_NewCommits_AreFetchedIntoTheSameCopy()
    {
        var first = repository.Commit("main", "alice", ("dns/main.tf", "one\r\n"));
        var before = TreeOf(await ReadAll());
        var second = repository.Commit("main", "alice", ("dns/main.tf", "two\r\n"));

        var after = TreeOf(await ReadAll());

        Assert.Multiple(() =>
        {
            Assert.That((before.Commit, Text(before, "dns/main.tf")), Is.EqualTo((first, "one\r\n")));
            Assert.That((after.Commit, Text(after, "dns/main.tf")), Is.EqualTo((second, "two\r\n")));
        });
    }

    [TestCase("main")]
    [TestCase("trunk")]
    [TestCase("release/2026")]
    public async Task ReadAll_DefaultBranch_IsWhatHeadSays(string name)
    {
        var other = new BareRepository(folder.File("other.git"), name);
        other.Commit("aaa", "alice", ("a.tf", "wrong"));
        var head = other.Commit(name, "alice", ("a.tf", "right"));

        Assert.That(TreeOf(await ReadAll(("acme/other", other.Path))).Commit, Is.EqualTo(head));
    }

    [Test]
    public async Task ReadAll_DefaultBranchChanged_FollowsIt()
    {
        repository.Commit("main", "alice", ("a.tf", "old"));
        await ReadAll();
        // main and main/next cannot exist side by side: a copy that kept branches under their names would trip over it.
        repository.Do(git =>
        {
            git.Refs.Add("HEAD", "refs/heads/main/next", allowOverwrite: true);
            git.Refs.Remove("refs/heads/main");
        });
        var head = repository.Commit("main/next", "alice", ("a.tf", "new"));

        Assert.That(TreeOf(await ReadAll()).Commit, Is.EqualTo(head));
    }

    [Test]
    public async Task ReadAll_DetachedHead_IsResolvedOnlyWithoutDoubt()
    {
        var head = repository.Commit("trunk", "alice", ("a.tf", "x"));
        repository.Do(git => git.Refs.Add("HEAD", new ObjectId(head), allowOverwrite: true));

        Assert.That(TreeOf(await ReadAll()).Commit, Is.EqualTo(head));

        repository.Do(git => git.Refs.Add("refs/heads/twin", new ObjectId(head)));

        Assert.That((await ReadAll()).Failures.Single().Reason, Does.Contain("default branch is unknown"));
    }

    [Test]
    public async Task ReadAll_RewrittenHistory_IsReadAsItIsNow()
    {
        repository.Commit("main", "alice", ("a.tf", "x"), ("secret.tf", "y"));
        await ReadAll();
        var head = repository.CommitRawTree("main", ("100644", "a.tf", "rewritten"));

        var tree = TreeOf(await ReadAll());

        Assert.That((tree.Commit, string.Join(' ', tree.Files.Keys)), Is.EqualTo((head, "a.tf")));
    }

    [Test]
    public async Task ReadAll_LinksSubmodulesBinariesAndHugeFiles_AreLeftOut()
    {
        repository.Commit("main", "mallory", (git, tree) =>
        {
            var text = BareRepository.Blob(git, "text"u8.ToArray());
            tree.Add("kept.tf", text, Mode.NonExecutableFile);
            tree.Add("run.sh", text, Mode.ExecutableFile);
            tree.Add("link.tf", BareRepository.Blob(git, "/etc/passwd"u8.ToArray()), Mode.SymbolicLink);
            tree.AddGitLink("module", new ObjectId("1234567890123456789012345678901234567890"));
            tree.Add("image.png", BareRepository.Blob(git, [1, 2, 0, 3]), Mode.NonExecutableFile);
            tree.Add("huge.tf", BareRepository.Blob(git, new byte[101].Select(_ => (byte)'x').ToArray()), Mode.NonExecutableFile);
            tree.Add("limit.tf", BareRepository.Blob(git, new byte[100].Select(_ => (byte)'x').ToArray()), Mode.NonExecutableFile);
        });

        var readings = await ReadAll(new GitLimits { MaxFileBytes = 100 });

        var read = TreeOf(readings);
        Assert.That(read.Files.Keys, Is.EqualTo(new[] { "kept.tf", "limit.tf", "run.sh" }));
        Assert.That(read.Unread, Is.EqualTo(new[] { "huge.tf", "image.png" }));
        Assert.That(read.Links, Is.EqualTo(new[] { "link.tf", "module" }));
    }

    [TestCase("..")]
    [TestCase(".")]
    [TestCase(".git")]
    [TestCase(".GIT")]
    [TestCase("../../outside.tf")]
    [TestCase("/etc/outside.tf")]
    [TestCase("C:\\outside.tf")]
    [TestCase("line\nbreak.tf")]
    public async Task ReadAll_NameThatCouldLeadElsewhere_IsLeftOut(string name)
    {
        repository.CommitRawTree("main", ("100644", name, "bad"), ("100644", "kept.tf", "good"));

        var readings = await ReadAll();

        // Either git refuses the whole tree, or only the good file is taken.
        var taken = readings.Trees.SelectMany(t => t.Files.Keys).ToList();
        Assert.That(taken, Is.EqualTo(new[] { "kept.tf" }).Or.Empty);
        Assert.That(readings.Trees.Length + readings.Failures.Length, Is.EqualTo(1));
    }

    [Test]
    public async Task ReadAll_SameNameTwice_IsAFailure()
    {
        repository.CommitRawTree("main", ("100644", "a.tf", "one"), ("100644", "a.tf", "two"));

        Assert.That((await ReadAll()).Failures.Single().Reason, Does.Contain("malformed"));
    }

    [Test]
    public async Task ReadAll_MoreThanTheLimits_IsAFailure()
    {
        repository.Commit("main", "alice", ("a/b/c.tf", "12345"), ("d.tf", "12345"));

        var reasons = new List<string>();
        foreach (var limits in new[] { new GitLimits { MaxEntries = 3 }, new GitLimits { MaxTotalBytes = 9 }, new GitLimits { MaxDepth = 1 } })
            reasons.Add((await ReadAll(limits)).Failures.Single().Reason);

        Assert.That(reasons, Has.All.Contain("the limit"));
    }

    [Test]
    public async Task ReadAll_UnreadableRepositories_AreFailuresAndTheOthersGoOn()
    {
        var head = repository.Commit("main", "alice", ("a.tf", "x"));
        _ = new BareRepository(folder.File("empty.git"));
        var broken = new BareRepository(folder.File("broken.git"));
        broken.Commit("main", "alice", ("a.tf", "y"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(broken.Path, "objects"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
            File.WriteAllText(file, "garbage");
        }

        var readings = await ReadAll(
            ("acme/missing", folder.File("nowhere.git")),
            ("acme/empty", folder.File("empty.git")),
            ("acme/dns", repository.Path),
            ("acme/broken", broken.Path));

        Assert.Multiple(() =>
        {
            Assert.That(readings.Trees.Single().Commit, Is.EqualTo(head));
            Assert.That(readings.Failures.Select(f => f.Repository), Is.EqualTo(new[] { "acme/missing", "acme/empty", "acme/broken" }));
            Assert.That(readings.Failures.Select(f => f.Reason), Has.None.Empty);
            Assert.That(readings.Failures[1].Reason, Does.Contain("no commit"));
        });
    }

    [Test]
    public async Task ReadAll_BrokenCopy_HealsItself()
    {
        var head = repository.Commit("main", "alice", ("a.tf", "x"));
        await ReadAll();
        foreach (var file in Directory.EnumerateFiles(folder.File("cache/acme/dns.git/objects"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
            File.WriteAllText(file, "");
        }

        Assert.That(TreeOf(await ReadAll()).Commit, Is.EqualTo(head));

        Directory.Delete(folder.File("cache/acme/dns.git/refs"), recursive: true);

        Assert.That(TreeOf(await ReadAll()).Commit, Is.EqualTo(head));
    }

    [Test]
    public async Task ReadAll_UserInfoInTheUrl_IsInNoMessageAndNoFile()
    {
        repository.Commit("main", "alice", ("a.tf", "x"));
        var readings = await ReadAll(
            ("acme/readable", $"file://bot:hunter2-token@localhost{repository.Path}"),
            ("acme/unreachable", "http://bot:hunter2-token@127.0.0.1:9/acme/secret.git"));

        Assert.Multiple(() =>
        {
            Assert.That(readings.Trees.Select(t => t.Repository), Is.EqualTo(new[] { "acme/readable" }));
            Assert.That(readings.Failures.Single().Reason, Is.Not.Empty.And.Not.Contain("hunter2"));
            foreach (var file in Directory.EnumerateFiles(folder.File("cache"), "*", SearchOption.AllDirectories))
                Assert.That(File.ReadAllText(file), Does.Not.Contain("hunter2"), file);
        });
    }

    [TestCase("https://bot:s3cret@example.com/acme/dns.git", "https://example.com/acme/dns.git")]
    [TestCase("https://s3cret@example.com", "https://example.com")]
    [TestCase("https://bot:s3cret%40x@example.com:8443/a@b.git", "https://example.com:8443/a@b.git")]
    [TestCase("https://example.com/a@b.git", "https://example.com/a@b.git")]
    [TestCase("/srv/git/a@b.git", "/srv/git/a@b.git")]
    public void GitRemote_UserInfo_IsNotShown(string url, string shown)
    {
        var remote = new GitRemote("acme/dns", url);

        Assert.Multiple(() =>
        {
            Assert.That(remote.Url, Is.EqualTo(shown));
            Assert.That(remote.ToString(), Does.Not.Contain("s3cret"));
            Assert.That(remote.Redact($"could not\nread {url}"), Does.Not.Contain("s3cret").And.Not.Contain("\n"));
            Assert.That(remote.Credentials is null, Is.EqualTo(url == shown));
        });
    }

    [Test]
    public async Task ReadAll_HooksInBothRepositories_DoNotRun()
    {
        repository.Commit("main", "mallory", ("a.tf", "x"));
        await ReadAll();
        foreach (var hooks in new[] { Path.Combine(repository.Path, "hooks"), folder.File("cache/acme/dns.git/hooks") })
            Hooks.Plant(hooks, folder.File("ran"));

        await ReadAll();

        Assert.That(File.Exists(folder.File("ran")), Is.False);
    }

    [Test]
    public async Task ReadAll_TwoReadersAtOnce_ShareTheCopy()
    {
        var head = repository.Commit("main", "alice", ("a.tf", "x"));

        var readings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReadAll())));

        Assert.That(readings.Select(r => TreeOf(r).Commit), Is.All.EqualTo(head));
    }

    [Test]
    public void ReadAll_Cancelled_Stops()
    {
        repository.Commit("main", "alice", ("a.tf", "x"));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(
            async () => await new GitRepositories([new GitRemote("acme/dns", repository.Path)], folder.File("cache")).ReadAll(cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("acme")]
    [TestCase("acme/../etc")]
    [TestCase("../etc")]
    [TestCase("acme/..")]
    [TestCase("/etc/passwd")]
    [TestCase("acme/a b")]
    [TestCase("acme/.git")]
    [TestCase("acme/")]
    [TestCase("")]
    public void GitRemote_NameThatIsNoRepositoryName_IsRefused(string name) =>
        Assert.That(() => new GitRemote(name, repository.Path), Throws.ArgumentException);

    private Task<RepositoryReadings> ReadAll(params (string Name, string Url)[] remotes) => ReadAll(new GitLimits(), remotes);

    private Task<RepositoryReadings> ReadAll(GitLimits limits, params (string Name, string Url)[] remotes)
    {
        if (remotes.Length == 0)
            remotes = [("acme/dns", repository.Path)];
        return new GitRepositories(remotes.Select(r => new GitRemote(r.Name, r.Url)), folder.File("cache"), limits).ReadAll(CancellationToken.None);
    }

    private static SourceTree TreeOf(RepositoryReadings readings)
    {
        Assert.That(readings.Failures, Is.Empty);
        return readings.Trees.Single();
    }

    private static string Text(SourceTree tree, string path) => Encoding.UTF8.GetString(tree.Files[path].Span);
}
