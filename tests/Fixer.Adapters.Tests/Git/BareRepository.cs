using System.Text;
using LibGit2Sharp;

namespace Fixer.Adapters.Tests.Git;

/// <summary>A real bare repository that a team works in.</summary>
sealed class BareRepository
{
    public static readonly DateTimeOffset Day = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public BareRepository(string path, string defaultBranch = "main")
    {
        Path = path;
        Repository.Init(path, isBare: true);
        Do(git => git.Refs.Add("HEAD", "refs/heads/" + defaultBranch, allowOverwrite: true));
    }

    private BareRepository(string path, bool _) => Path = path;

    public string Path { get; }

    /// <summary>One that is there already.</summary>
    public static BareRepository At(string path) => new(path, true);

    /// <summary>Commits the files on top of a branch, as somebody; returns the commit id.</summary>
    public string Commit(string branch, string who, params (string Path, string Content)[] files) =>
        Commit(branch, who, definition: (git, tree) =>
        {
            foreach (var (path, content) in files)
                tree.Add(path, Blob(git, Encoding.UTF8.GetBytes(content)), Mode.NonExecutableFile);
        });

    public string Commit(string branch, string who, Action<Repository, TreeDefinition> definition) => Use(git =>
    {
        var parent = git.Branches[branch]?.Tip;
        var tree = parent is null ? new TreeDefinition() : TreeDefinition.From(parent.Tree);
        definition(git, tree);
        return Point(git, branch, git.ObjectDatabase.CreateTree(tree), who, parent);
    });

    /// <summary>Commits a tree object that git itself would refuse to write.</summary>
    public string CommitRawTree(string branch, params (string Mode, string Name, string Content)[] entries) => Use(git =>
    {
        using var raw = new MemoryStream();
        foreach (var (mode, name, content) in entries)
        {
            raw.Write(Encoding.UTF8.GetBytes($"{mode} {name}\0"));
            raw.Write(Blob(git, Encoding.UTF8.GetBytes(content)).Id.RawId);
        }

        var id = git.ObjectDatabase.Write<Tree>(raw.ToArray());
        return Point(git, branch, git.Lookup<Tree>(id), "mallory", null);
    });

    public static Blob Blob(Repository git, byte[] content) => git.ObjectDatabase.CreateBlob(new MemoryStream(content));

    public string? Head(string branch) => Use(git => git.Branches[branch]?.Tip.Sha);

    public byte[] Read(string commit, string path) => Use(git =>
    {
        using var copy = new MemoryStream();
        ((Blob)git.Lookup<Commit>(commit)[path].Target).GetContentStream().CopyTo(copy);
        return copy.ToArray();
    });

    public T Use<T>(Func<Repository, T> use)
    {
        using var git = new Repository(Path);
        return use(git);
    }

    public void Do(Action<Repository> action) => Use(git =>
    {
        action(git);
        return true;
    });

    private static string Point(Repository git, string branch, Tree tree, string who, Commit? parent)
    {
        var signature = new Signature(who, who + "@example.com", Day);
        var commit = git.ObjectDatabase.CreateCommit(signature, signature, "A commit\n", tree, parent is null ? [] : [parent], prettifyMessage: false);
        git.Refs.Add("refs/heads/" + branch, commit.Id, allowOverwrite: true);
        return commit.Sha;
    }
}
