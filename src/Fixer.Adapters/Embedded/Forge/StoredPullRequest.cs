using Fixer.Changes;

namespace Fixer.Adapters.Embedded;

/// <summary>A pull request as it stands in its file.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Branch">Head branch.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Body, Markdown.</param>
/// <param name="State">State.</param>
/// <param name="HeadCommit">The branch's head when it was opened, merged or closed.</param>
/// <param name="CreatedAt">When it was opened, UTC.</param>
/// <param name="ClosedAt">When it was merged or closed, UTC; null while open.</param>
/// <param name="ClosedBy">Who merged or closed it; empty while open.</param>
/// <param name="Comment">The closing comment; empty if none.</param>
internal sealed record StoredPullRequest(
    int Number,
    string Branch,
    string Title,
    string Body,
    PullRequestState State,
    string HeadCommit,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt = null,
    string ClosedBy = "",
    string Comment = "")
{
    public PullRequest In(string repository) => new(repository, Number, Branch, Title, Body, State, ClosedBy, Comment);
}
