using System.Collections.Immutable;
using Fixer.Iac.Checking;

namespace Fixer.Cli;

/// <summary>The files of a folder on disk. No symbolic link is followed: what it leads to is either in the folder anyway or not part of it.</summary>
/// <param name="Files">Paths relative to the folder, with slashes, sorted.</param>
/// <param name="Problems">What could not be looked into.</param>
internal sealed record CodeFolder(ImmutableArray<string> Files, ImmutableArray<CheckDiagnostic> Problems)
{
    // What tools have put there is not this repository's code.
    private static readonly string[] Skipped = [".terraform", ".git", "node_modules"];

    /// <summary>Finds all files, at any depth, whose path is <paramref name="wanted"/>.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be read.</exception>
    public static CodeFolder Walk(string folder, Func<string, bool> wanted, CancellationToken cancellation)
    {
        var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var (files, problems) = (new List<string>(), new List<CheckDiagnostic>());
        var open = new Stack<(DirectoryInfo Folder, string Path)>([(root, "")]);
        while (open.TryPop(out var current))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in Entries(current.Folder, current.Path, problems))
            {
                var path = current.Path + entry.Name;
                if (entry.LinkTarget is not null)
                {
                    if ((entry is DirectoryInfo || wanted(path)) && LeadsOut(entry, root))
                        problems.Add(CheckDiagnostic.LeadsOut(path));
                }
                else if (entry is not DirectoryInfo inner)
                {
                    if (wanted(path))
                        files.Add(path);
                }
                else if (!Skipped.Contains(inner.Name, StringComparer.Ordinal))
                    open.Push((inner, path + "/"));
            }
        }

        return new CodeFolder([.. files.Order(StringComparer.Ordinal)], [.. problems]);
    }

    private static FileSystemInfo[] Entries(DirectoryInfo folder, string path, List<CheckDiagnostic> problems)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception e) when (path.Length > 0 && e is IOException or UnauthorizedAccessException)
        {
            problems.Add(CheckDiagnostic.Unreadable(path.TrimEnd('/'), e.Message));
            return [];
        }
    }

    private static bool LeadsOut(FileSystemInfo link, DirectoryInfo root)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is { } target
                && target.FullName != root.FullName
                && !target.FullName.StartsWith(root.FullName.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // a circle leads nowhere
        }
    }
}
