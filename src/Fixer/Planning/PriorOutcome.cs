namespace Fixer.Planning;

/// <summary>How the last attempt at a finding stands, from the journal and the forge.</summary>
/// <param name="State">The state.</param>
/// <param name="Reference">A pull request's <c>repository#number</c>, or a change id.</param>
/// <param name="Note">The reason somebody gave; empty if none.</param>
public sealed record PriorOutcome(PriorState State, string Reference = "", string Note = "")
{
    /// <summary>Nothing was tried, or what was tried ended and left no claim.</summary>
    public static PriorOutcome None { get; } = new(PriorState.None);
}

/// <summary>States of the last attempt.</summary>
public enum PriorState
{
    /// <summary>No attempt stands in the way.</summary>
    None,

    /// <summary>A pull request is open.</summary>
    PullRequestOpen,

    /// <summary>A pull request was merged and the finding is still there.</summary>
    PullRequestMerged,

    /// <summary>A person closed the pull request without merging.</summary>
    PullRequestRejected,

    /// <summary>An operator undid the change.</summary>
    Undone,

    /// <summary>The forge cannot be asked how its pull request stands.</summary>
    Unreachable,

    /// <summary>It was handed to people.</summary>
    HandedOff,
}
