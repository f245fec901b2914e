using Fixer.Findings;

namespace Fixer.Changes;

/// <summary>
/// Carries out one change: journal, effects, ledger, journal. Every effect is idempotent and the journal's last word comes last, so that after a crash
/// at any point the same call finishes what was begun.
/// </summary>
internal sealed class Applier(IJournal journal, Bookkeeping books, IBranches branches, IForge forge, IApi api, IMail mail, ITemplates templates, TimeProvider clock)
{
    /// <summary>Begins <paramref name="change"/> and carries it out.</summary>
    public async Task<AppliedChange> Begin(Change change, Finding finding, string? admin, CancellationToken cancellation)
    {
        var inverse = change is ApiChange steps ? steps.Steps.Reverse().Select(s => s.Inverse) : [];
        var entry = new JournalEntry(change, finding, [.. inverse], JournalState.Begun, clock.GetUtcNow());
        await journal.Begin(entry, cancellation);
        return await Continue(entry, moved: null, admin, cancellation);
    }

    /// <summary>
    /// Carries out what is journalled as begun; whatever of it has happened already is not done twice. With <paramref name="moved"/>, the reason why it
    /// would not be planned any more, it is given up instead, unless its effect is out in the world and only the books are missing.
    /// </summary>
    public async Task<AppliedChange> Continue(JournalEntry entry, Refusal? moved, string? admin, CancellationToken cancellation)
    {
        var change = entry.Change;
        try
        {
            if (moved is not null && !await HasTakenEffect(change, cancellation))
                return await Drop(change, moved, cancellation);
            await books.Record(change, LedgerState.Remediating, cancellation);
            var outcome = await Effect(entry, admin, cancellation);
            await books.Record(change, change is ApiChange ? LedgerState.Remediated : change is Handoff ? LedgerState.Notified : LedgerState.Remediating, cancellation);
            await journal.Advance(change.Id, JournalState.Done, clock.GetUtcNow(), outcome, cancellation);
            return new AppliedChange(change, AppliedState.Done, outcome);
        }
        catch (StepRefusedException refused)
        {
            return await Drop(change, refused.Refusal, cancellation);
        }
        catch (BranchRefusedException refused)
        {
            return await Drop(change, refused.Refusal, cancellation);
        }
        catch (Exception error) when (error is TransientApiException or RepositoryUnavailableException)
        {
            // Stays begun: the next run goes on from here.
            return new AppliedChange(change, AppliedState.Failed, error.Message, new Refusal(RefusalCode.ServiceUnavailable, $"{error.Message} The change is journalled; run apply again to finish it."));
        }
    }

    private async Task<AppliedChange> Drop(Change change, Refusal refusal, CancellationToken cancellation)
    {
        await books.Record(change, LedgerState.Held, cancellation);
        await journal.Advance(change.Id, JournalState.Dropped, clock.GetUtcNow(), $"{refusal.Code}: {refusal.Message}", cancellation);
        return new AppliedChange(change, AppliedState.Refused, refusal.Message, refusal);
    }

    private async Task<bool> HasTakenEffect(Change change, CancellationToken cancellation) => change switch
    {
        ApiChange steps => await HaveTakenEffect(steps, cancellation),
        PullRequestChange pull => await forge.FindByBranch(pull.Repository, pull.Branch, cancellation) is { } found && IsOf(found, pull),
        _ => false,
    };

    private async Task<bool> HaveTakenEffect(ApiChange change, CancellationToken cancellation)
    {
        foreach (var step in change.Steps)
        {
            if (!await api.HasTakenEffect(step, cancellation))
                return false;
        }

        return true;
    }

    private async Task<string> Effect(JournalEntry entry, string? admin, CancellationToken cancellation)
    {
        switch (entry.Change)
        {
            case ApiChange change:
                foreach (var step in change.Steps)
                    await api.Run(change.Playbook, step, cancellation);
                return string.Join("; ", change.Steps.Select(s => s.GetType().Name));
            case PullRequestChange change:
                return await Publish(change, entry.BegunAt, cancellation);
            case Handoff change:
                await mail.Send(templates.HandoffMail(change, admin ?? "unknown"), cancellation);
                return admin is null ? "nobody is known to write to" : $"written to {admin}";
            default:
                throw new InvalidOperationException($"{entry.Change.GetType().Name} is not a change Fixer knows.");
        }
    }

    private async Task<string> Publish(PullRequestChange change, DateTimeOffset date, CancellationToken cancellation)
    {
        var existing = await forge.FindByBranch(change.Repository, change.Branch, cancellation);
        if (existing is not null && IsOf(existing, change))
            return existing.Reference;
        var message = templates.CommitMessage(change);
        await branches.Publish(change.Repository, change.BaseCommit, change.Branch, change.Edits, message, date, cancellation);
        if (existing is { State: PullRequestState.Open })
            return existing.Reference;
        var opened = await forge.Open(change.Repository, change.Branch, message.Split('\n')[0], templates.PullRequestBody(change), cancellation);
        return opened.Reference;
    }

    // The marker in the body tells this attempt from an earlier one on the same branch.
    private static bool IsOf(PullRequest found, PullRequestChange change) => found.Body.Contains($"\"{change.Id}\"", StringComparison.Ordinal);
}
