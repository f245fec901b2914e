using System.Collections.Immutable;
using Fixer.Adapters.Git;
using Fixer.Changes;
using LibGit2Sharp;

namespace Fixer.Adapters.Terraform;

/// <summary>The code before and after a change, in folders that only this user can read, and that are gone when this is disposed.</summary>
internal sealed class PlanFolders : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("fixer-plan-");

    /// <summary>The code before.</summary>
    public string Base => Path.Combine(root.FullName, "base");

    /// <summary>The code after.</summary>
    public string Head => Path.Combine(root.FullName, "head");

    /// <summary>What Terraform keeps for itself: never the repository's own <c>.terraform</c>, which could hold programs.</summary>
    public string Data => Path.Combine(root.FullName, "data");

    /// <summary>Where a plan is written.</summary>
    public string Plan => Path.Combine(root.FullName, "tfplan");

    /// <exception cref="UnreadableRepositoryException">The repository cannot be written out as it is.</exception>
    public static async Task<PlanFolders> Make(PullRequestChange change, ImmutableArray<GitRemote> remotes, string cacheFolder, GitLimits limits, CancellationToken cancellation)
    {
        var remote = remotes.FirstOrDefault(r => r.Name == change.Repository) ?? throw new UnreadableRepositoryException($"{change.Repository} is not configured.");
        var folders = new PlanFolders();
        try
        {
            using var cached = await CachedRepository.Open(cacheFolder, remote, limits.MaxFetchBytes, cancellation);
            var commit = cached.Git.Lookup<Commit>(change.BaseCommit) ?? throw new UnreadableRepositoryException($"Commit {change.BaseCommit} is not in the local copy.");
            new TreeWriter(cached.Git, limits, cancellation).Write(commit.Tree, folders.Base);
            new TreeWriter(cached.Git, limits, cancellation).Write(commit.Tree, folders.Head);
            TreeWriter.Edit(folders.Head, change.Edits);
            return folders;
        }
        catch
        {
            folders.Dispose();
            throw;
        }
    }

    public void Dispose() => root.Delete(recursive: true);
}
