using System.Text;
using Fixer.Adapters.Git;
using Fixer.Changes;
using Fixer.Hcl;
using Fixer.Iac;
using LibGit2Sharp;

namespace Fixer.Adapters.Tests.Git;

/// <summary>Publishing Fixer's branch: one commit, the same every time, that changes the edited bytes alone.</summary>
sealed class GitBranchesTests : PublishFixture
{
    [Test]
    public async Task Publish_NewBranch_IsOneCommitThatChangesOnlyTheEditedBytes()
    {
        var commit = await Publish();

        Assert.Multiple(() =>
        {
            Assert.That(Repository.Head(Branch), Is.EqualTo(commit));
            Assert.That(Repository.Head("main"), Is.EqualTo(Head));
            Assert.That(Encoding.UTF8.GetString(Repository.Read(commit, "dns/main.tf")), Is.EqualTo("# keep\r\ntwo\r\n"));
            Assert.That(Repository.Read(commit, "dns/other.tf"), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF, 0xFF, 13, 10 }));
            Assert.That(Repository.Use(git => git.Lookup<Commit>(commit)["dns/main.tf"].Mode), Is.EqualTo(Mode.ExecutableFile));
            Assert.That(Repository.Use(git => git.Lookup<Commit>(commit)["link"].Mode), Is.EqualTo(Mode.SymbolicLink));
            Assert.That(Repository.Use(git => git.Lookup<Commit>(commit).Parents.Single().Sha), Is.EqualTo(Head));
            Assert.That(Repository.Use(git => git.Lookup<Commit>(commit).Message), Is.EqualTo("fix(dns): remove one\n"));
        });
    }

    [Test]
    public async Task Publish_SameArgumentsOnAnotherMachine_MakeTheSameCommit()
    {
        var first = await Publish();
        Repository.Do(git => git.Refs.Remove("refs/heads/" + Branch));

        var second = await Publish(by: new GitBranches([new GitRemote("acme/dns", Repository.Path)], Folder.File("elsewhere"), GitIdentity.Fixer));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Publish_Again_ChangesNothing()
    {
        var first = await Publish();
        var written = File.GetLastWriteTimeUtc(Path.Combine(Repository.Path, "refs/heads", Branch));

        var second = await Publish();

        Assert.Multiple(() =>
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(File.GetLastWriteTimeUtc(Path.Combine(Repository.Path, "refs/heads", Branch)), Is.EqualTo(written));
        });
    }

    [TestCase("nowhere.tf")]
    [TestCase("dns")]
    [TestCase("link")]
    public void Publish_EditOfSomethingThatIsNoFile_IsADefect(string path) =>
        Assert.That(async () => await Publish(edits: [new FileEdit(path, [new TextEdit(new TextSpan(0, 0), "x")])]), Throws.ArgumentException);

    [Test]
    public void Publish_UnreachableOrUnknownRepository_IsUnavailable()
    {
        Assert.That(async () => await Publish(by: On(Folder.File("nowhere.git"))), Throws.InstanceOf<RepositoryUnavailableException>());
        Assert.That(async () => await Publish(repository: "acme/unknown"), Throws.InstanceOf<RepositoryUnavailableException>());
    }

    [Test]
    public void Publish_RemoteThatCannotBeWritten_IsUnavailable()
    {
        // A folder where the reference's file must go: the remote takes the objects and cannot take the update.
        Directory.CreateDirectory(Path.Combine(Repository.Path, "refs/heads", Branch, "in-the-way"));
        File.WriteAllText(Path.Combine(Repository.Path, "refs/heads", Branch, "in-the-way", "x.lock"), "");

        Assert.That(async () => await Publish(), Throws.InstanceOf<RepositoryUnavailableException>());
    }

    [Test]
    public async Task Publish_HooksInBothRepositories_DoNotRun()
    {
        foreach (var hooks in new[] { Path.Combine(Repository.Path, "hooks"), Folder.File("cache/acme/dns.git/hooks") })
            Hooks.Plant(hooks, Folder.File("ran"));

        await Publish();

        Assert.That(File.Exists(Folder.File("ran")), Is.False);
    }

    [Test]
    public async Task Publish_LineEndingConversionConfigured_ConvertsNothing()
    {
        using (var cached = await CachedRepository.Open(Folder.File("cache"), new GitRemote("acme/dns", Repository.Path), 1 << 30, CancellationToken.None))
            cached.Git.Config.Set("core.autocrlf", "input");

        Assert.That(Encoding.UTF8.GetString(Repository.Read(await Publish(), "dns/main.tf")), Is.EqualTo("# keep\r\ntwo\r\n"));
    }

    [Test]
    public async Task Publish_Result_IsSoundInTheEyesOfGit()
    {
        await Publish();

        Assert.Multiple(() =>
        {
            GitCommandLine.Run(Repository.Path, "fsck", "--strict", "--full");
            Assert.That(GitCommandLine.Run(Repository.Path, "diff", "--numstat", "main", Branch), Is.EqualTo("0\t1\tdns/main.tf\n"));
            Assert.That(GitCommandLine.Run(Repository.Path, "diff", "--summary", "main", Branch), Is.Empty);
            Assert.That(GitCommandLine.Run(Repository.Path, "log", "-1", "--format=%an <%ae> %cn <%ce> %aI %cI", Branch).TrimEnd(), Is.EqualTo(
                "Fixer <fixer@users.noreply.invalid> Fixer <fixer@users.noreply.invalid> 2026-11-23T09:00:00+00:00 2026-11-23T09:00:00+00:00"));
        });
    }
}
