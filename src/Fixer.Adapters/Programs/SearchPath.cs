namespace Fixer.Adapters.Programs;

/// <summary>Looks for programs. A relative folder does not count: it would be looked up in a repository's code.</summary>
internal static class SearchPath
{
    /// <summary>The program of this name; null if it is in none of the folders.</summary>
    /// <param name="folders">Folders as in <c>PATH</c>.</param>
    /// <param name="name">The name, without <c>.exe</c>.</param>
    public static string? Find(string? folders, string name) => (folders ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
