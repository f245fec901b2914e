using System.Collections.Immutable;
using Fixer.Adapters.Git;
using Fixer.Changes;

namespace Fixer.Adapters.Embedded;

/// <summary>
/// A forge in a folder: real bare repositories <c>owner/name.git</c>, and beside each the pull requests <c>owner/name.pulls/number.json</c>.
/// Beyond what Fixer does with a forge it does what people do there: create, merge and close.
/// </summary>
/// <param name="folder">The folder; made when it is not there.</param>
/// <param name="clock">Dates of pull requests and merges.</param>
public sealed class EmbeddedForge(string folder, TimeProvider clock) : IForge
{
    /// <summary>The longest body of a pull request in characters, as GitHub has it.</summary>
    public const int MaxBody = 65_536;

    private const int MaxTitle = 256;

    private readonly string root = Path.GetFullPath(folder);

    /// <summary>Every repository with its path, by name.</summary>
    public ImmutableArray<GitRemote> Remotes() => Directory.Exists(root)
        ? [.. Directory.EnumerateDirectories(root)
            .SelectMany(owner => Directory.EnumerateDirectories(owner, "*.git"))
            .Select(path => (Name: $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileNameWithoutExtension(path)}", Path: path))
            .Where(r => RepositoryName.IsValid(r.Name))
            .OrderBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => new GitRemote(r.Name, r.Path))]
        : [];

    /// <summary>Makes a repository with one commit on its default branch <c>main</c>; one that exists is left as it is.</summary>
    /// <param name="name"><c>owner/name</c>.</param>
    /// <param name="files">Content by path.</param>
    /// <param name="author">Author and committer.</param>
    /// <param name="date">The commit's date.</param>
    /// <returns>The head of the default branch.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a repository name.</exception>
    public string CreateRepository(string name, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files, GitIdentity author, DateTimeOffset date)
    {
        var path = PathOf(RepositoryName.Check(name));
        if (!Directory.Exists(path))
            ForgeRepository.Create(path, files, author, date);
        return ForgeRepository.DefaultHead(path);
    }

    /// <inheritdoc/>
    public Task<PullRequest?> FindByBranch(string repository, string branch, CancellationToken cancellation) =>
        Task.FromResult(Pulls(repository).All().LastOrDefault(p => p.Branch == branch)?.In(repository));

    /// <inheritdoc/>
    public Task<ImmutableArray<PullRequest>> List(string repository, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<PullRequest>>([.. Pulls(repository).All().Select(p => p.In(repository))]);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Title or body is empty or too long.</exception>
    /// <exception cref="InvalidOperationException">There is no such branch, or one is open from it already.</exception>
    public async Task<PullRequest> Open(string repository, string branch, string title, string body, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > MaxTitle)
            throw new ArgumentException($"A title has 1 to {MaxTitle} characters; this one has {title.Length}.", nameof(title));
        if (body.Length > MaxBody)
            throw new ArgumentException($"A body has at most {MaxBody} characters; this one has {body.Length}.", nameof(body));

        var pulls = Pulls(repository);
        using var gate = await pulls.Lock(cancellation);
        var head = ForgeRepository.HeadOf(PathOf(repository), branch)
            ?? throw new InvalidOperationException($"{repository} has no branch {branch} to open a pull request from.");
        var all = pulls.All();
        if (all.FirstOrDefault(p => p.Branch == branch && p.State == PullRequestState.Open) is { } open)
            throw new InvalidOperationException($"{repository}#{open.Number} is open from {branch} already.");
        var pull = new StoredPullRequest(all.Select(p => p.Number).DefaultIfEmpty().Max() + 1, branch, title, body, PullRequestState.Open, head, clock.GetUtcNow());
        pulls.Write(pull);
        return pull.In(repository);
    }

    /// <inheritdoc/>
    public Task Close(string repository, int number, string comment, CancellationToken cancellation) =>
        Close(repository, number, comment, PullRequest.FixerLogin, cancellation);

    /// <summary>Closes an open pull request without merging it, as <paramref name="by"/>. Does nothing when it is closed or merged.</summary>
    /// <exception cref="InvalidOperationException">There is no such pull request.</exception>
    public async Task<PullRequest> Close(string repository, int number, string comment, string by, CancellationToken cancellation)
    {
        var pulls = Pulls(repository);
        using var gate = await pulls.Lock(cancellation);
        var pull = pulls.Get(number);
        if (pull.State == PullRequestState.Open)
            pulls.Write(pull = Ended(pull, PullRequestState.Closed, ForgeRepository.HeadOf(PathOf(repository), pull.Branch) ?? pull.HeadCommit, by) with { Comment = comment });
        return pull.In(repository);
    }

    /// <summary>Merges an open pull request into the default branch, as <paramref name="by"/>. Does nothing when it is merged.</summary>
    /// <exception cref="UnmergeableException">It was closed, its branch is gone, or it conflicts.</exception>
    /// <exception cref="InvalidOperationException">There is no such pull request.</exception>
    public async Task<PullRequest> Merge(string repository, int number, string by, CancellationToken cancellation)
    {
        var pulls = Pulls(repository);
        using var gate = await pulls.Lock(cancellation);
        var pull = pulls.Get(number);
        if (pull.State == PullRequestState.Closed)
            throw new UnmergeableException($"{repository}#{number} was closed by {pull.ClosedBy} and cannot be merged.");
        if (pull.State == PullRequestState.Open)
        {
            var identity = new GitIdentity(by, $"{by}@users.noreply.invalid");
            var head = ForgeRepository.Merge(PathOf(repository), pull.Branch, $"{pull.Title} (#{number})", identity, clock.GetUtcNow());
            pulls.Write(pull = Ended(pull, PullRequestState.Merged, head, by));
        }

        return pull.In(repository);
    }

    private StoredPullRequest Ended(StoredPullRequest pull, PullRequestState state, string head, string by) =>
        pull with { State = state, HeadCommit = head, ClosedBy = by, ClosedAt = clock.GetUtcNow() };

    private string PathOf(string repository) => Path.Combine(root, repository + ".git");

    private PullRequestFiles Pulls(string repository) => Directory.Exists(PathOf(RepositoryName.Check(repository)))
        ? new PullRequestFiles(Path.Combine(root, repository + ".pulls"))
        : throw new RepositoryUnavailableException($"The forge has no repository {repository}.");
}
