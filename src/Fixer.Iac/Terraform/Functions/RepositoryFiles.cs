using System.Collections.Concurrent;
using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>What there is at a path.</summary>
enum PathKind
{
    /// <summary>A file whose content is known.</summary>
    File,

    /// <summary>A file whose content is not known.</summary>
    UnreadFile,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A symbolic link or a submodule, or something below one.</summary>
    Unclear,
}

/// <summary>The files of a repository as Terraform's functions see them. Safe for threads.</summary>
sealed class RepositoryFiles(SourceTree tree)
{
    readonly ConcurrentDictionary<string, DataFile> opened = new(StringComparer.Ordinal);

    readonly HashSet<string> folders = [.. tree.Files.Keys.Concat(tree.Unread).Concat(tree.Links).SelectMany(RepositoryPath.Above)];

    readonly HashSet<string> unclear = [.. tree.Links, .. tree.LeftOut.Where(p => !tree.Unread.Contains(p))];

    /// <summary>Every file that is there for certain.</summary>
    public IEnumerable<string> Paths => tree.Files.Keys.Concat(tree.Unread);

    /// <summary>What may be files or folders of files.</summary>
    public IEnumerable<string> Unclear => unclear;

    public PathKind KindOf(string path)
    {
        if (tree.Files.ContainsKey(path))
            return PathKind.File;
        if (tree.Unread.Contains(path))
            return PathKind.UnreadFile;
        if (RepositoryPath.Above(path).Prepend(path).Any(unclear.Contains))
            return PathKind.Unclear;
        return path.Length == 0 || folders.Contains(path) ? PathKind.Folder : PathKind.Missing;
    }

    /// <summary>A file whose content is known.</summary>
    public DataFile Open(string path) => opened.GetOrAdd(path, p => new DataFile(p, tree.Files[p]));

    /// <summary>The file that a string is the whole content of, unchanged; null if it is of none.</summary>
    public DataFile? ContentOf(HclValue text) =>
        text.Origin.Alone is [DataNode { IsWholeFile: true } node, ..]
        && opened.GetValueOrDefault(node.Text.Path) is { } file
        && ReferenceEquals(file.Whole, node)
        && file.Text!.AsString() == text.AsString()
            ? file
            : null;
}
