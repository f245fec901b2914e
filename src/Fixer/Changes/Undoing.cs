using Fixer.Findings;

namespace Fixer.Changes;

/// <summary>Undoes a change exactly, from the journal alone.</summary>
internal sealed class Undoing(IJournal journal, Bookkeeping books, IForge forge, IApi api, TimeProvider clock)
{
    /// <summary>Undoes <paramref name="entry"/>, or finishes an undo that was cut off. Returns what was done, or why nothing was.</summary>
    public async Task<AppliedChange> Run(JournalEntry entry, CancellationToken cancellation)
    {
        var change = entry.Change;
        try
        {
            switch (change)
            {
                case ApiChange:
                    await Intend(entry, cancellation);
                    foreach (var step in entry.Inverse)
                        await api.Run(change.Playbook, step, cancellation);
                    return await Finish(change, "restored from the journal", cancellation);
                case PullRequestChange pull:
                    return await Withdraw(entry, pull, cancellation);
                default:
                    return Refused(change, RefusalCode.HandedOff, "A message cannot be unsent; there is nothing to undo.");
            }
        }
        catch (StepRefusedException refused)
        {
            await journal.Advance(change.Id, JournalState.Done, clock.GetUtcNow(), entry.Outcome, cancellation);
            return new AppliedChange(change, AppliedState.Refused, refused.Message, refused.Refusal);
        }
        catch (Exception error) when (error is TransientApiException or RepositoryUnavailableException)
        {
            return new AppliedChange(change, AppliedState.Failed, error.Message, new Refusal(RefusalCode.ServiceUnavailable, $"{error.Message} Run undo again to finish it."));
        }
    }

    private async Task<AppliedChange> Withdraw(JournalEntry entry, PullRequestChange change, CancellationToken cancellation)
    {
        var pull = await forge.FindByBranch(change.Repository, change.Branch, cancellation);
        if (pull is { State: PullRequestState.Merged })
            return Refused(change, RefusalCode.MergedNotApplied, $"{pull.Reference} is merged. Revert it in {change.Repository}; Fixer does not write to a default branch.");
        await Intend(entry, cancellation);
        if (pull is { State: PullRequestState.Open })
            await forge.Close(change.Repository, pull.Number, $"Withdrawn by an operator of Fixer (change {change.Id}).", cancellation);
        return await Finish(change, pull is null ? "there was no pull request" : $"{pull.Reference} is closed", cancellation);
    }

    private Task Intend(JournalEntry entry, CancellationToken cancellation) => entry.State == JournalState.Undoing
        ? Task.CompletedTask
        : journal.Advance(entry.Change.Id, JournalState.Undoing, clock.GetUtcNow(), entry.Outcome, cancellation);

    private async Task<AppliedChange> Finish(Change change, string outcome, CancellationToken cancellation)
    {
        await books.Record(change, LedgerState.Reverted, cancellation);
        await journal.Advance(change.Id, JournalState.Undone, clock.GetUtcNow(), outcome, cancellation);
        return new AppliedChange(change, AppliedState.Done, outcome);
    }

    private static AppliedChange Refused(Change change, RefusalCode code, string message) =>
        new(change, AppliedState.Refused, message, new Refusal(code, message));
}
