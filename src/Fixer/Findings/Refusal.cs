namespace Fixer.Findings;

/// <summary>A named reason for not acting, with what an operator needs to know.</summary>
/// <param name="Code">The name; stored, shown and counted.</param>
/// <param name="Message">What stands in the way, where, and what to do about it.</param>
public sealed record Refusal(RefusalCode Code, string Message);

/// <summary>Every reason why nothing was done.</summary>
public enum RefusalCode
{
    /// <summary>Part of the organization could not be read, so absence is not proven.</summary>
    InventoryIncomplete,

    /// <summary>Nothing says who owns the resource.</summary>
    UnknownOwner,

    /// <summary>Two owners claim the resource.</summary>
    ConflictingOwners,

    /// <summary>A repository or file that may declare the resource could not be read.</summary>
    SourcesIncomplete,

    /// <summary>Code owns it, but the source was not found; the API would only revert.</summary>
    SourceNotFound,

    /// <summary>The source declares something else than what is live: the next apply changes the resource anyway.</summary>
    SourceDiffers,

    /// <summary>The repository could not be cloned or pushed to.</summary>
    RepositoryUnavailable,

    /// <summary>The declaration is computed and has no literal to remove.</summary>
    ComputedValue,

    /// <summary>One declaration yields several instances.</summary>
    SharedByManyInstances,

    /// <summary>Other code refers to the declaration.</summary>
    ReferencedElsewhere,

    /// <summary>The source cannot be edited without disturbing the rest.</summary>
    SourceNotEditable,

    /// <summary>The proof of an edit showed more or less than intended.</summary>
    ProofFailed,

    /// <summary>Terraform was to plan the change too, and could not.</summary>
    TerraformPlanFailed,

    /// <summary>Some values of the record are live: deleting it would cut them off.</summary>
    PartlyLive,

    /// <summary>It is the last sibling of a routed name.</summary>
    LastSibling,

    /// <summary>An exemption covers it.</summary>
    Exempt,

    /// <summary>The playbook only reports.</summary>
    ReportOnly,

    /// <summary>The cap on changes of one run is reached.</summary>
    LimitReached,

    /// <summary>A pull request is open and waits for the owning team.</summary>
    PullRequestOpen,

    /// <summary>The pull request is merged, and the code has not been applied yet.</summary>
    MergedNotApplied,

    /// <summary>It was handed to people, who have not acted yet.</summary>
    HandedOff,

    /// <summary>The owning team closed the pull request.</summary>
    RejectedByOwner,

    /// <summary>Somebody else pushed to Fixer's branch.</summary>
    HumanEditedBranch,

    /// <summary>An operator undid the fix.</summary>
    UndoneByOperator,

    /// <summary>The plan is not what was signed when it was made.</summary>
    PlanEdited,

    /// <summary>Resource, repository or ownership is not as it was when the plan was made.</summary>
    PreconditionMoved,

    /// <summary>The role that is to act cannot be assumed or lacks the permission.</summary>
    AccessDenied,

    /// <summary>AWS or the forge kept failing; the next run tries again.</summary>
    ServiceUnavailable,
}
