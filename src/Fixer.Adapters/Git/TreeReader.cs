using System.Collections.Immutable;
using Fixer.Iac;
using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>
/// Reads the text files of one commit straight from the object database. The tree was written by strangers: links are not followed,
/// submodules not entered, paths that could lead elsewhere not taken, and every quantity is limited.
/// </summary>
internal sealed class TreeReader(Repository git, GitLimits limits, CancellationToken cancellation)
{
    // Where git itself looks for a NUL to tell binary from text.
    private const int BinaryProbe = 8000;
    private static readonly string[] CodeExtensions = [".tf", ".tf.json", ".tfvars", ".hcl", ".yaml", ".yml", ".json", ".template", ".csv"];

    private readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Builder files =
        ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    private readonly ImmutableArray<string>.Builder leftOut = ImmutableArray.CreateBuilder<string>();

    private readonly ImmutableSortedSet<string>.Builder unread = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);

    private readonly ImmutableSortedSet<string>.Builder links = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);

    private int entries;
    private long bytes;

    public SourceTree Read(string repository, Commit commit)
    {
        Visit(commit.Tree, "", 0);
        return new SourceTree(repository, commit.Sha, files.ToImmutable())
        {
            LeftOut = leftOut.ToImmutable(),
            Unread = unread.ToImmutable(),
            Links = links.ToImmutable(),
        };
    }

    private void Visit(Tree tree, string folder, int depth)
    {
        if (depth > limits.MaxDepth)
            throw new UnreadableRepositoryException($"Folders are nested deeper than {limits.MaxDepth}, the limit.");
        foreach (var entry in tree)
        {
            cancellation.ThrowIfCancellationRequested();
            if (++entries > limits.MaxEntries)
                throw new UnreadableRepositoryException($"There are more than {limits.MaxEntries} files and folders, the limit.");
            if (!IsSafeName(entry.Name))
                continue;
            var path = folder + entry.Name;
            if (entry.Mode == Mode.Directory)
                Visit(entry.Target as Tree ?? throw new UnreadableRepositoryException($"Folder {path} is missing or no tree."), path + "/", depth + 1);
            else if (IsFile(entry.Mode))
                Add(path, entry);
            else if (entry.Mode is Mode.SymbolicLink or Mode.GitLink)
                LeaveOut(path, links);
        }
    }

    private void Add(string path, TreeEntry entry)
    {
        // The header only: asking the blob itself for its size would load all of it.
        var header = git.ObjectDatabase.RetrieveObjectMetadata(entry.Target.Id);
        if (header.Type != ObjectType.Blob)
            throw new UnreadableRepositoryException($"The tree is malformed: {path} is no file.");
        if (header.Size > limits.MaxFileBytes)
        {
            LeaveOut(path, unread);
            return;
        }

        if ((bytes += header.Size) > limits.MaxTotalBytes)
            throw new UnreadableRepositoryException($"The files have more than {limits.MaxTotalBytes} bytes, the limit.");
        var content = new byte[header.Size];
        var blob = (Blob)entry.Target;
        using (var stream = blob.GetContentStream())
            stream.ReadExactly(content);
        if (content.AsSpan(0, Math.Min(content.Length, BinaryProbe)).Contains((byte)0))
        {
            LeaveOut(path, unread);
            return;
        }

        // git never writes a name twice; which of the two is meant is anybody's guess.
        if (!files.TryAdd(path, content))
            throw new UnreadableRepositoryException($"The tree is malformed: {path} is in it twice.");
    }

    private void LeaveOut(string path, ImmutableSortedSet<string>.Builder kind)
    {
        kind.Add(path);

        // Only what Terraform or CloudFormation would read: a picture hides no declaration.
        if (CodeExtensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            leftOut.Add(path);
    }

    internal static bool IsFile(Mode mode) => mode is Mode.NonExecutableFile or Mode.ExecutableFile or Mode.NonExecutableGroupWritableFile;

    internal static bool IsSafeName(string name) =>
        name.Length > 0
        && name is not ("." or "..")
        && !name.Equals(".git", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("git~1", StringComparison.OrdinalIgnoreCase)
        && !name.Any(c => c is '/' or '\\' or '\uFFFD' || char.IsControl(c));
}
