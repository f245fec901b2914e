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

/// <summary>A repository on a real remote and a fix to publish in it.</summary>
abstract class PublishFixture
{
    protected const string Branch = "fixer/dns-dangling-record/0123456789abcdef";
    protected const string Source = "# keep\r\none\r\ntwo\r\n";

    private GitBranches branches = null!;

    protected TemporaryFolder Folder { get; private set; } = null!;
    protected BareRepository Repository { get; private set; } = null!;
    protected string Head { get; private set; } = null!;

    [SetUp]
    public void GivenARepository()
    {
        Folder = new TemporaryFolder();
        Repository = new BareRepository(Folder.File("dns.git"));
        Head = Repository.Commit("main", "alice", (git, tree) =>
        {
            tree.Add("dns/main.tf", BareRepository.Blob(git, Encoding.UTF8.GetBytes(Source)), Mode.ExecutableFile);
            tree.Add("dns/other.tf", BareRepository.Blob(git, [0xEF, 0xBB, 0xBF, 0xFF, 13, 10]), Mode.NonExecutableFile);
            tree.Add("link", BareRepository.Blob(git, "dns/main.tf"u8.ToArray()), Mode.SymbolicLink);
        });
        branches = On(Repository.Path);
    }

    [TearDown]
    public void Clean() => Folder.Dispose();

    protected static async Task<Refusal> Refusal(Func<Task> action)
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

    protected GitBranches On(string url) => new([new GitRemote("acme/dns", url)], Folder.File("cache"), GitIdentity.Fixer);

    protected Task<string> Publish(
        string? baseCommit = null,
        GitBranches? by = null,
        string branch = Branch,
        string repository = "acme/dns",
        ImmutableArray<FileEdit>? edits = null)
    {
        var one = Source.IndexOf("one", StringComparison.Ordinal);
        edits ??= [new FileEdit("dns/main.tf", [new TextEdit(new TextSpan(one, one + 5), "")])];
        return (by ?? branches).Publish(
            repository, baseCommit ?? Head, branch, edits.Value, "fix(dns): remove one", FixedClock.AtStory().GetUtcNow(), CancellationToken.None);
    }
}
