using Fixer.Adapters.Files;
using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>
/// The local bare copy of a remote, locked against other writers while it is open. Without a work tree nothing is ever checked out,
/// so no hook, filter, submodule or LFS pointer of the repository is acted on.
/// </summary>
internal sealed class CachedRepository : IDisposable
{
    // Names of our own: a hostile or merely unlucky branch name never becomes a file in the cache.
    private const string DefaultRef = "refs/fixer/default";
    private const string BranchRef = "refs/fixer/branch";
    private const string OutgoingRef = "refs/fixer/outgoing";
    private const string RemoteName = "origin";

    private readonly GitRemote remote;
    private readonly long maxFetchBytes;
    private readonly string path;
    private readonly FileLock gate;

    private CachedRepository(GitRemote remote, long maxFetchBytes, string path, FileLock gate)
    {
        (this.remote, this.maxFetchBytes, this.path, this.gate) = (remote, maxFetchBytes, path, gate);
        Git = OpenOrInitialize(path);
    }

    /// <summary>The local repository.</summary>
    public Repository Git { get; private set; }

    public static async Task<CachedRepository> Open(string cacheFolder, GitRemote remote, long maxFetchBytes, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetFullPath(cacheFolder), remote.Name + ".git");
        var gate = await FileLock.Take(path + ".lock", cancellation);
        try
        {
            return new CachedRepository(remote, maxFetchBytes, path, gate);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    /// <summary>Asks the remote for its branches.</summary>
    public RemoteHeads ListHeads() => RemoteHeads.From(remote.Credentials is { } credentials
        ? Git.Network.ListReferences(remote.Url, credentials)
        : Git.Network.ListReferences(remote.Url));

    /// <summary>Fetches the default branch; returns its head as it was fetched.</summary>
    public Commit FetchDefault(RemoteHeads heads, CancellationToken cancellation) => Fetch(heads.DefaultBranch, DefaultRef, cancellation);

    /// <summary>Fetches another branch; returns its head as it was fetched.</summary>
    public Commit FetchBranch(string branch, CancellationToken cancellation) => Fetch(branch, BranchRef, cancellation);

    /// <summary>Throws the local copy away and starts a new one: a copy that cannot be read heals itself.</summary>
    public void StartOver()
    {
        Git.Dispose();
        Delete(path);
        Git = OpenOrInitialize(path);
    }

    /// <summary>
    /// Sets the remote's <paramref name="branch"/> to <paramref name="commit"/> if it still is at <paramref name="seen"/> (null: does not exist).
    /// The remote compares once more when it takes the update. Returns why it was not done; null when it was.
    /// </summary>
    public string? Push(Commit commit, string branch, string? seen, CancellationToken cancellation)
    {
        Git.Refs.Add(OutgoingRef, commit.Id, allowOverwrite: true);
        string? rejection = null;
        var options = new PushOptions
        {
            CredentialsProvider = remote.Credentials,
            OnPushStatusError = error => rejection = $"The remote rejected {branch}: {error.Message}",
            OnPackBuilderProgress = (_, _, _) => !cancellation.IsCancellationRequested,
            OnNegotiationCompletedBeforePush = updates =>
            {
                if (updates.Any(u => u.SourceObjectId.Sha != (seen ?? ObjectId.Zero.Sha)))
                    rejection = $"{branch} changed on the remote.";
                return rejection is null;
            },
        };
        try
        {
            Git.Network.Push(Remote(), $"{(seen is null ? "" : "+")}{OutgoingRef}:refs/heads/{branch}", options);
            return rejection;
        }
        catch (Exception e) when (e is NonFastForwardException or LockedFileException)
        {
            return e.Message;
        }
        catch (UserCancelledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return rejection ?? "The push was broken off.";
        }
    }

    public void Dispose()
    {
        Git.Dispose();
        gate.Dispose();
    }

    private Commit Fetch(string branch, string target, CancellationToken cancellation)
    {
        var tooLarge = false;
        var options = new FetchOptions
        {
            TagFetchMode = TagFetchMode.None,
            CredentialsProvider = remote.Credentials,
            OnTransferProgress = progress =>
                !(tooLarge = progress.ReceivedBytes > maxFetchBytes) && !cancellation.IsCancellationRequested,
        };
        try
        {
            Commands.Fetch(Git, Remote().Name, [$"+refs/heads/{branch}:{target}"], options, logMessage: null);
        }
        catch (LibGit2SharpException) when (tooLarge)
        {
            throw new UnreadableRepositoryException($"The fetch was broken off after {maxFetchBytes} bytes, the limit.");
        }
        catch (UserCancelledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw;
        }

        return Git.Lookup<Commit>(Git.Refs[target].TargetIdentifier)
            ?? throw new NotFoundException($"The head of {branch} is missing or no commit.");
    }

    // Kept without user info, and with a refspec that matches nothing, so that no tracking reference is left behind.
    private Remote Remote()
    {
        var known = Git.Network.Remotes[RemoteName];
        if (known?.Url == remote.Url)
            return known;
        if (known is not null)
            Git.Network.Remotes.Remove(RemoteName);
        return Git.Network.Remotes.Add(RemoteName, remote.Url, "+refs/fixer/none:refs/fixer/none");
    }

    private static Repository OpenOrInitialize(string path)
    {
        if (!Repository.IsValid(path))
        {
            // A process that died while it made the copy leaves a folder that is no repository.
            Delete(path);
            Repository.Init(path, isBare: true);
        }

        return new Repository(path);
    }

    private static void Delete(string path)
    {
        if (!Directory.Exists(path))
            return;
        // git writes its objects read-only, which Windows refuses to delete.
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(path, recursive: true);
    }
}
