using Fixer.Adapters.Git;
using LibGit2Sharp;

namespace Fixer.Adapters.Embedded;

/// <summary>What a forge's server does inside one of its bare repositories.</summary>
internal static class ForgeRepository
{
    private const string Heads = "refs/heads/";

    /// <summary>Makes a bare repository with one commit on <c>main</c>. The same arguments make the same commit.</summary>
    public static void Create(string path, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files, GitIdentity author, DateTimeOffset date)
    {
        // Made aside and moved into place, so that a crash leaves no half repository behind.
        var unfinished = path + ".unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Repository.Init(unfinished, isBare: true);
        using (var git = new Repository(unfinished))
        {
            var tree = new TreeDefinition();
            foreach (var (file, content) in files)
            {
                using var stream = new MemoryStream(content.ToArray());
                tree.Add(file, git.ObjectDatabase.CreateBlob(stream), Mode.NonExecutableFile);
            }

            var signature = author.At(date);
            var commit = git.ObjectDatabase.CreateCommit(signature, signature, "Initial commit\n", git.ObjectDatabase.CreateTree(tree), [], prettifyMessage: false);
            git.Refs.Add(Heads + "main", commit.Id);
            git.Refs.Add("HEAD", Heads + "main", allowOverwrite: true);
        }

        Directory.Move(unfinished, path);
    }

    public static string DefaultHead(string path)
    {
        using var git = new Repository(path);
        return git.Head.Tip.Sha;
    }

    /// <summary>The branch's head; null when there is no such branch.</summary>
    public static string? HeadOf(string path, string branch)
    {
        using var git = new Repository(path);
        return (git.Refs[Heads + branch] as DirectReference)?.TargetIdentifier;
    }

    /// <summary>Merges a branch into the default branch by a merge commit; one that is contained already is left as it is. Returns the branch's head.</summary>
    /// <exception cref="UnmergeableException">The branch is gone or conflicts.</exception>
    public static string Merge(string path, string branch, string title, GitIdentity by, DateTimeOffset date)
    {
        using var git = new Repository(path);
        var ours = git.Head.Tip;
        if ((git.Refs[Heads + branch] as DirectReference)?.Target is not Commit theirs)
            throw new UnmergeableException($"Branch {branch} does not exist any more.");
        if (git.ObjectDatabase.FindMergeBase(ours, theirs) is not { } common)
            throw new UnmergeableException($"Branch {branch} has no history in common with {git.Head.FriendlyName}.");
        // Merged before: by git, or by a call that died before it could write that down.
        if (common.Id == theirs.Id)
            return theirs.Sha;

        var merge = git.ObjectDatabase.MergeCommits(ours, theirs, new MergeTreeOptions { SkipReuc = true });
        if (merge.Status == MergeTreeStatus.Conflicts)
        {
            var files = merge.Conflicts.Select(c => (c.Ours ?? c.Theirs ?? c.Ancestor).Path).Order(StringComparer.Ordinal);
            throw new UnmergeableException($"Branch {branch} conflicts with {git.Head.FriendlyName} in {string.Join(", ", files)}.");
        }

        var signature = by.At(date);
        var commit = git.ObjectDatabase.CreateCommit(signature, signature, $"Merge branch '{branch}'\n\n{title.ReplaceLineEndings(" ")}\n", merge.Tree, [ours, theirs], prettifyMessage: false);
        git.Refs.Add(git.Head.CanonicalName, commit.Id, allowOverwrite: true);
        return theirs.Sha;
    }
}
