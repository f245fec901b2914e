using Fixer.Findings;
using Fixer.Ownership;

namespace Fixer.Planning;

/// <summary>The routing table of the domain: who owns it decides where it is fixed, and every doubt decides that it is not.</summary>
public static class Routing
{
    /// <summary>
    /// Decides what may be done about <paramref name="owned"/>. The order of the gates is the order of what an operator would want to hear first.
    /// </summary>
    /// <param name="owned">The finding with its owner.</param>
    /// <param name="prior">How the last attempt stands.</param>
    /// <param name="settings">The organization's decisions.</param>
    /// <param name="today">The date exemptions are measured against, UTC.</param>
    public static PlannedFix Decide(OwnedFinding owned, PriorOutcome prior, Settings settings, DateOnly today)
    {
        var obstacle = owned.Owner.Obstacle;
        var refusal = owned.Finding.Blocked
            ?? Exemptions.Covering(owned.Finding, settings.Exemptions, today)
            ?? Standing(prior)
            ?? (IsForPeople(owned.Owner) ? null : obstacle);
        if (refusal is null && settings.For(owned.Finding.Playbook).Mode == PlaybookMode.Report)
            refusal = new Refusal(RefusalCode.ReportOnly, $"Playbook {owned.Finding.Playbook} is in mode report; set mode: enforce to let it act.");
        if (refusal is not null)
            return new PlannedFix(owned, Route.Hold, refusal);
        return obstacle is not null ? new PlannedFix(owned, Route.Handoff) : ByOwner(owned);
    }

    // Code owns it, and its source is out of reach or serves others too: people are told. Never the API, which the next apply would revert.
    // Where nobody knows whose code it is, there is nobody to hand it to: that holds, unless a repository is named that somebody must repair first.
    private static bool IsForPeople(Owner owner) => owner.Obstacle?.Code switch
    {
        RefusalCode.RepositoryUnavailable => owner.Kind is OwnerKind.Terraform or OwnerKind.CloudFormation or OwnerKind.Unknown,
        RefusalCode.SourceNotFound or RefusalCode.SharedByManyInstances => owner.Kind is OwnerKind.Terraform or OwnerKind.CloudFormation,
        _ => false,
    };

    private static PlannedFix ByOwner(OwnedFinding owned) => owned.Owner.Kind switch
    {
        OwnerKind.Terraform or OwnerKind.CloudFormation when owned.Owner.Source is not null => new PlannedFix(owned, Route.PullRequest),
        OwnerKind.Terraform or OwnerKind.CloudFormation => new PlannedFix(owned, Route.Handoff),
        OwnerKind.Person => new PlannedFix(owned, Route.Api),
        OwnerKind.Conflict => Hold(owned, RefusalCode.ConflictingOwners, "More than one owner claims it; ask them which one is right."),
        _ => Hold(owned, RefusalCode.UnknownOwner, "Nothing proves who owns it; the account's admin is asked."),
    };

    private static PlannedFix Hold(OwnedFinding owned, RefusalCode code, string message) => new(owned, Route.Hold, new Refusal(code, message));

    private static Refusal? Standing(PriorOutcome prior) => prior.State switch
    {
        PriorState.PullRequestOpen => new(RefusalCode.PullRequestOpen, $"Pull request {prior.Reference} is open and waits for its team."),
        PriorState.PullRequestMerged => new(RefusalCode.MergedNotApplied, $"Pull request {prior.Reference} is merged; the code has not been applied yet."),
        PriorState.PullRequestRejected => new(RefusalCode.RejectedByOwner, $"Pull request {prior.Reference} was closed by its team{Because(prior.Note)}."),
        PriorState.Undone => new(RefusalCode.UndoneByOperator, $"Change {prior.Reference} was undone by an operator{Because(prior.Note)}."),
        PriorState.Unreachable => new(RefusalCode.RepositoryUnavailable, $"How the pull request in {prior.Reference} stands cannot be asked: {prior.Note}"),
        PriorState.HandedOff => new(RefusalCode.HandedOff, $"Handed over with {prior.Reference}; nobody has acted on it yet."),
        _ => null,
    };

    private static string Because(string note) => note.Length == 0 ? "" : $": {note}";
}
