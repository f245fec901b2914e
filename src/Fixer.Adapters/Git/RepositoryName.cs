using System.Buffers;

namespace Fixer.Adapters.Git;

/// <summary>The rule for repository names, which become folders: <c>owner/name</c> of letters, digits, dot, underscore and hyphen.</summary>
public static class RepositoryName
{
    private const int MaxPart = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>Whether <paramref name="name"/> follows the rule, and so cannot lead out of the folder it is put in.</summary>
    public static bool IsValid(string name) =>
        name.Split('/') is [var owner, var repository] && IsPart(owner) && IsPart(repository);

    /// <summary>Returns <paramref name="name"/> when it follows the rule.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static string Check(string name) => IsValid(name)
        ? name
        : throw new ArgumentException($"'{name}' is not a repository name; it must be owner/name of letters, digits, '.', '_' and '-'.", nameof(name));

    private static bool IsPart(string part) =>
        part.Length is > 0 and <= MaxPart
        && !part.AsSpan().ContainsAnyExcept(Allowed)
        && part is not ("." or "..")
        && !part.Equals(".git", StringComparison.OrdinalIgnoreCase);
}
