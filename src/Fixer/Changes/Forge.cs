using System.Collections.Immutable;
using Fixer.Iac;

namespace Fixer.Changes;

/// <summary>Pull requests of a forge.</summary>
public interface IForge
{
    /// <summary>The newest pull request of a branch, in any state; null if there never was one.</summary>
    Task<PullRequest?> FindByBranch(string repository, string branch, CancellationToken cancellation);

    /// <summary>Opens a pull request from <paramref name="branch"/> into the default branch. The caller has made sure that none is open.</summary>
    Task<PullRequest> Open(string repository, string branch, string title, string body, CancellationToken cancellation);

    /// <summary>Closes an open pull request without merging it, with a comment that says why. Does nothing when it is closed.</summary>
    Task Close(string repository, int number, string comment, CancellationToken cancellation);

    /// <summary>Every pull request of a repository, by number.</summary>
    Task<ImmutableArray<PullRequest>> List(string repository, CancellationToken cancellation);
}

/// <summary>A pull request as the forge has it.</summary>
/// <param name="Repository">Repository, <c>owner/name</c>.</param>
/// <param name="Number">Number, from 1.</param>
/// <param name="Branch">Head branch.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Body, Markdown.</param>
/// <param name="State">State.</param>
/// <param name="ClosedBy">Who merged or closed it; empty while open.</param>
/// <param name="Comment">The closing comment; empty if none.</param>
public sealed record PullRequest(
    string Repository,
    int Number,
    string Branch,
    string Title,
    string Body,
    PullRequestState State,
    string ClosedBy = "",
    string Comment = "")
{
    /// <summary>The name Fixer uses for itself in <see cref="ClosedBy"/> and as author.</summary>
    public const string FixerLogin = "fixer";

    /// <summary><c>repository#number</c>.</summary>
    public string Reference => $"{Repository}#{Number}";
}

/// <summary>States of a pull request.</summary>
public enum PullRequestState
{
    /// <summary>Open.</summary>
    Open,

    /// <summary>Merged.</summary>
    Merged,

    /// <summary>Closed without merging.</summary>
    Closed,
}

/// <summary>Branches of a repository.</summary>
public interface IBranches
{
    /// <summary>
    /// Makes <paramref name="branch"/> exactly one commit on top of <paramref name="baseCommit"/> with <paramref name="edits"/> applied, and pushes it.
    /// The same arguments make the same commit id, so calling it again changes nothing.
    /// </summary>
    /// <exception cref="BranchRefusedException">The base is not the default branch's head any more, or somebody else's commit is on the branch.</exception>
    /// <exception cref="RepositoryUnavailableException">The repository cannot be reached.</exception>
    Task<string> Publish(string repository, string baseCommit, string branch, ImmutableArray<FileEdit> edits, string message, DateTimeOffset date, CancellationToken cancellation);
}

/// <summary>A branch must not be written; the message says why.</summary>
public sealed class BranchRefusedException(Findings.Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>The named reason.</summary>
    public Findings.Refusal Refusal { get; } = refusal;
}

/// <summary>A repository cannot be reached; the next run tries again.</summary>
public sealed class RepositoryUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
