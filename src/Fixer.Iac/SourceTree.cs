using System.Collections.Immutable;

namespace Fixer.Iac;

/// <summary>The files of one repository at one commit.</summary>
/// <param name="Repository">The repository's name, <c>owner/name</c>.</param>
/// <param name="Commit">The commit's full object id, in hexadecimal.</param>
/// <param name="Files">Content by path; paths are relative to the repository's root and use <c>/</c>. Content is hostile.</param>
public sealed record SourceTree(string Repository, string Commit, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>Files that were not read although they may hold code: too large, not text, links. What they declare is not known.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>Every file that is there and was not read, of any kind: too large, or not text.</summary>
    public ImmutableSortedSet<string> Unread { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Symbolic links and submodules: what they lead to, or what is below them, is not known.</summary>
    public ImmutableSortedSet<string> Links { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The folder of <paramref name="path"/>, without a trailing slash; empty for the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>The last part of <paramref name="path"/>.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The path of what is called <paramref name="name"/> in <paramref name="folder"/>.</summary>
    public static string PathOf(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
