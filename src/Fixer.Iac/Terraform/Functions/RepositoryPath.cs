namespace Fixer.Iac.Terraform.Functions;

/// <summary>Paths within a repository: relative to its root, with slashes, without dots.</summary>
static class RepositoryPath
{
    /// <summary>
    /// Where a path leads that is written in a configuration. Null if it leads out of the repository, or if that depends on the machine:
    /// absolute, with a home folder, with a backslash.
    /// </summary>
    /// <param name="folder">The folder that relative paths start in; empty for the root.</param>
    /// <param name="path">The path as written.</param>
    public static string? Resolve(string folder, string path) =>
        path is ['/' or '~', ..] || path.Contains('\\', StringComparison.Ordinal) ? null : Join(folder, path);

    /// <summary>A path below a folder, without dots; null if it leads out of the repository.</summary>
    public static string? Join(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        }

        return string.Join('/', parts);
    }

    /// <summary>How to get to <paramref name="path"/> from <paramref name="folder"/>.</summary>
    public static string Relative(string folder, string path)
    {
        var (from, to) = (Parts(folder), Parts(path));
        var common = 0;
        while (common < from.Length && common < to.Length && from[common] == to[common])
            common++;
        return string.Join('/', [.. Enumerable.Repeat("..", from.Length - common), .. to[common..]]);
    }

    /// <summary>The folders that a path lies in, the innermost first, without the root.</summary>
    public static IEnumerable<string> Above(string path)
    {
        for (var folder = SourceTree.FolderOf(path); folder.Length > 0; folder = SourceTree.FolderOf(folder))
            yield return folder;
    }

    static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
