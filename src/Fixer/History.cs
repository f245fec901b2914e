using Fixer.Changes;
using Fixer.Findings;
using Fixer.Ownership;
using Fixer.Planning;

namespace Fixer;

/// <summary>How the last attempt at a finding stands: the forge is asked first, because people act there; the journal knows the rest.</summary>
internal sealed class History(IForge forge, IReadOnlyDictionary<string, LedgerEntry> ledger)
{
    public async Task<PriorOutcome> Of(Finding finding, Owner owner, IEnumerable<JournalEntry> attempts, CancellationToken cancellation)
    {
        var last = attempts.LastOrDefault();
        return last switch
        {
            { State: JournalState.Begun or JournalState.Undoing or JournalState.Dropped } => PriorOutcome.None,
            { State: JournalState.Undone } => new PriorOutcome(PriorState.Undone, last.Change.Id),
            { Change: Handoff } when !IsVerified(finding) => new PriorOutcome(PriorState.HandedOff, last.Change.Id),
            { Change: PullRequestChange change } => await OfPullRequest(finding, change.Repository, change.Branch, cancellation),
            // A store that was lost: the forge still knows.
            null when owner.Source is { } source => await OfPullRequest(finding, source.Repository, $"fixer/{finding.Playbook}/{finding.Fingerprint}", cancellation),
            _ => PriorOutcome.None,
        };
    }

    private async Task<PriorOutcome> OfPullRequest(Finding finding, string repository, string branch, CancellationToken cancellation)
    {
        try
        {
            return Standing(finding, await forge.FindByBranch(repository, branch, cancellation));
        }
        catch (RepositoryUnavailableException error)
        {
            return new PriorOutcome(PriorState.Unreachable, repository, error.Message);
        }
    }

    private PriorOutcome Standing(Finding finding, PullRequest? pull) => pull switch
    {
        { State: PullRequestState.Open } => new PriorOutcome(PriorState.PullRequestOpen, pull.Reference),
        { State: PullRequestState.Merged } when !IsVerified(finding) => new PriorOutcome(PriorState.PullRequestMerged, pull.Reference),
        { State: PullRequestState.Closed, ClosedBy: not PullRequest.FixerLogin } => new PriorOutcome(PriorState.PullRequestRejected, pull.Reference, pull.Comment),
        _ => PriorOutcome.None,
    };

    private bool IsVerified(Finding finding) => ledger.GetValueOrDefault(finding.Fingerprint)?.State == LedgerState.Verified;
}
