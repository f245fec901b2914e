using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Ownership;
using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>Reads repositories at the head of their default branch, through bare copies that are kept and fetched incrementally.</summary>
/// <param name="remotes">The repositories.</param>
/// <param name="cacheFolder">Where the copies are kept; made when it is not there.</param>
/// <param name="limits">How much is read of each.</param>
public sealed class GitRepositories(IEnumerable<GitRemote> remotes, string cacheFolder, GitLimits limits) : IRepositories
{
    private readonly ImmutableArray<GitRemote> remotes = [.. remotes];

    /// <summary>Reads with the limits that are the default.</summary>
    public GitRepositories(IEnumerable<GitRemote> remotes, string cacheFolder)
        : this(remotes, cacheFolder, new GitLimits())
    {
    }

    /// <inheritdoc/>
    public async Task<RepositoryReadings> ReadAll(CancellationToken cancellation)
    {
        var answers = new (SourceTree? Tree, RepositoryFailure? Failure)[remotes.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = limits.Concurrency, CancellationToken = cancellation };
        await Parallel.ForAsync(0, remotes.Length, options, async (i, token) => answers[i] = await ReadOne(remotes[i], token));
        return new RepositoryReadings([.. answers.Select(a => a.Tree).OfType<SourceTree>()], [.. answers.Select(a => a.Failure).OfType<RepositoryFailure>()]);
    }

    private async Task<(SourceTree? Tree, RepositoryFailure? Failure)> ReadOne(GitRemote remote, CancellationToken cancellation)
    {
        try
        {
            using var cached = await CachedRepository.Open(cacheFolder, remote, limits.MaxFetchBytes, cancellation);
            return (Read(cached, remote, cancellation), null);
        }
        catch (Exception e) when (e is LibGit2SharpException or UnreadableRepositoryException or IOException or UnauthorizedAccessException)
        {
            cancellation.ThrowIfCancellationRequested();
            return (null, new RepositoryFailure(remote.Name, remote.Redact(e.Message)));
        }
    }

    private SourceTree Read(CachedRepository cached, GitRemote remote, CancellationToken cancellation)
    {
        var heads = cached.ListHeads();
        try
        {
            var head = cached.FetchDefault(heads, cancellation);
            return new TreeReader(cached.Git, limits, cancellation).Read(remote.Name, head);
        }
        catch (LibGit2SharpException) when (!cancellation.IsCancellationRequested)
        {
            // The remote answered, so the copy may be what is broken (a crash, a full disk): one attempt with a new one tells.
            cached.StartOver();
            var head = cached.FetchDefault(heads, cancellation);
            return new TreeReader(cached.Git, limits, cancellation).Read(remote.Name, head);
        }
    }
}
