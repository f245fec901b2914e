using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac;
using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>Publishes Fixer's branches by commits that are built without a work tree.</summary>
/// <param name="remotes">The repositories.</param>
/// <param name="cacheFolder">The folder of copies, shared with <see cref="GitRepositories"/>.</param>
/// <param name="identity">Author and committer; also how Fixer knows its own commits, so a changed identity makes older branches look foreign.</param>
public sealed class GitBranches(IEnumerable<GitRemote> remotes, string cacheFolder, GitIdentity identity) : IBranches
{
    private const string Prefix = "fixer/";
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, GitRemote> remotes = remotes.ToDictionary(r => r.Name, StringComparer.Ordinal);
    private readonly GitLimits limits = new();

    /// <inheritdoc/>
    public async Task<string> Publish(
        string repository,
        string baseCommit,
        string branch,
        ImmutableArray<FileEdit> edits,
        string message,
        DateTimeOffset date,
        CancellationToken cancellation)
    {
        if (!branch.StartsWith(Prefix, StringComparison.Ordinal) || !Reference.IsValidName("refs/heads/" + branch))
            throw new ArgumentException($"'{branch}' is not a branch of Fixer; those start with {Prefix}.", nameof(branch));
        if (!remotes.TryGetValue(repository, out var remote))
            throw new RepositoryUnavailableException($"{repository} is not among the configured repositories.");

        try
        {
            using var cached = await CachedRepository.Open(cacheFolder, remote, limits.MaxFetchBytes, cancellation);
            var work = new Work(baseCommit, branch, edits, message, date);
            for (var attempt = 1; ; attempt++)
            {
                var (commit, reason) = await Task.Run(() => TryPublish(cached, work, cancellation), cancellation);
                if (reason is null)
                    return commit;
                if (attempt == Attempts)
                    throw new RepositoryUnavailableException($"{repository}: {remote.Redact(reason)}");
                await Task.Delay(Pause * attempt, TimeProvider.System, cancellation);
            }
        }
        catch (Exception e) when (e is LibGit2SharpException or UnreadableRepositoryException or IOException or UnauthorizedAccessException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new RepositoryUnavailableException($"{repository}: {remote.Redact(e.Message)}", e);
        }
    }

    // A reason: the remote moved between looking and pushing, or did not take the push, so everything has to be decided again.
    private (string Commit, string? Reason) TryPublish(CachedRepository cached, Work work, CancellationToken cancellation)
    {
        var heads = cached.ListHeads();
        if (work.Branch == heads.DefaultBranch)
            throw Refused(RefusalCode.HumanEditedBranch, $"{work.Branch} is the repository's default branch.");
        var head = cached.FetchDefault(heads, cancellation);
        var theirs = heads.Branches.ContainsKey(work.Branch) ? cached.FetchBranch(work.Branch, cancellation) : null;
        var moved = Refused(RefusalCode.PreconditionMoved, $"The change was made for commit {work.BaseCommit}; {heads.DefaultBranch} is now at {head.Sha}.");
        if (!ObjectId.TryParse(work.BaseCommit, out var id) || cached.Git.Lookup<Commit>(id) is not { } parent)
            throw moved;

        var ours = EditedCommit.Make(cached.Git, parent, work.Edits, work.Message, identity, work.Date);
        if (theirs?.Id == ours.Id)
            return (ours.Sha, null);
        if (head.Id != parent.Id)
            throw moved;
        if (theirs is not null && !MayReplace(cached.Git, theirs, head))
            throw Refused(RefusalCode.HumanEditedBranch, $"{work.Branch} is at {theirs.Sha} by {theirs.Committer.Name}, which Fixer did not make; it is left alone.");

        // The edits were proven on this base: look again at the last moment.
        var now = cached.ListHeads();
        if (now.DefaultBranch != heads.DefaultBranch || now.DefaultHead != head.Sha || now.Branches.GetValueOrDefault(work.Branch) != theirs?.Sha)
            return (ours.Sha, $"{work.Branch} or {heads.DefaultBranch} changed on the remote.");
        return (ours.Sha, cached.Push(ours, work.Branch, theirs?.Sha, cancellation));
    }

    // Nothing may be lost but a commit of Fixer's own: the branch holds at most one commit that the default branch lacks, and Fixer made it.
    private bool MayReplace(Repository git, Commit theirs, Commit head)
    {
        if (IsIn(git, theirs, head))
            return true;
        var parents = theirs.Parents.ToList();
        return identity.Made(theirs) && parents is [var only] && IsIn(git, only, head);
    }

    private static bool IsIn(Repository git, Commit commit, Commit head) => git.ObjectDatabase.FindMergeBase(commit, head)?.Id == commit.Id;

    private static BranchRefusedException Refused(RefusalCode code, string message) => new(new Refusal(code, message));

    private sealed record Work(string BaseCommit, string Branch, ImmutableArray<FileEdit> Edits, string Message, DateTimeOffset Date);
}
