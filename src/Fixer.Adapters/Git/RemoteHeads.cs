using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>The branches of a remote as it advertised them just now.</summary>
/// <param name="DefaultBranch">The branch that the remote's HEAD points to, without <c>refs/heads/</c>.</param>
/// <param name="Branches">Object ids by branch.</param>
internal sealed record RemoteHeads(string DefaultBranch, IReadOnlyDictionary<string, string> Branches)
{
    private const string Prefix = "refs/heads/";

    /// <summary>The default branch's head.</summary>
    public string DefaultHead => Branches[DefaultBranch];

    /// <exception cref="UnreadableRepositoryException">There is no default branch, or it has no commit.</exception>
    public static RemoteHeads From(IEnumerable<Reference> references)
    {
        var all = references.ToList();
        var branches = all.OfType<DirectReference>()
            .Where(r => r.CanonicalName.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(r => r.CanonicalName[Prefix.Length..], r => r.TargetIdentifier, StringComparer.Ordinal);
        if (branches.Count == 0)
            throw new UnreadableRepositoryException("The repository is empty: it has no commit on any branch.");
        return new RemoteHeads(DefaultOf(all.FirstOrDefault(r => r.CanonicalName == "HEAD"), branches), branches);
    }

    private static string DefaultOf(Reference? head, Dictionary<string, string> branches)
    {
        if (head is SymbolicReference symbolic)
        {
            var name = symbolic.TargetIdentifier.StartsWith(Prefix, StringComparison.Ordinal) ? symbolic.TargetIdentifier[Prefix.Length..] : "";
            return branches.ContainsKey(name) ? name : throw new UnreadableRepositoryException($"HEAD points to '{symbolic.TargetIdentifier}', which does not exist.");
        }

        // An old server does not say which branch HEAD is; only one candidate with the same commit leaves no doubt.
        var candidates = branches.Where(b => b.Value == head?.TargetIdentifier).Select(b => b.Key).ToList();
        return candidates is [var only] ? only : throw new UnreadableRepositoryException("The default branch is unknown: HEAD points to no existing branch.");
    }
}
