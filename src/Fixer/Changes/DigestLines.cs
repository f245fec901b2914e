using System.Collections.Immutable;
using Fixer.Findings;
using Fixer.Inventory;

namespace Fixer.Changes;

/// <summary>Says in one line what became of a finding.</summary>
internal static class DigestLines
{
    /// <summary>Names the news itself, so that the same news has the same name.</summary>
    public static string IdOf(ImmutableArray<DigestLine> lines) =>
        Fingerprint.Of([.. lines.SelectMany(l => new[] { l.Account, l.Title, l.Severity, l.Outcome, l.Reference })]);

    public static DigestLine Of(PlanItem item, Account account, IReadOnlyDictionary<string, JournalEntry> journal, ImmutableArray<AppliedChange> results)
    {
        var finding = item.Fix.Owned.Finding;
        var (outcome, reference) = item.Change is { } change ? OfChange(change, journal.GetValueOrDefault(change.Id), results) : ($"Not touched. {item.Fix.Refusal!.Code}: {item.Fix.Refusal.Message}", "");
        return new DigestLine($"{account.Id} {account.Name}", finding.Title, finding.Severity.ToString(), outcome, reference);
    }

    private static (string Outcome, string Reference) OfChange(Change change, JournalEntry? entry, ImmutableArray<AppliedChange> results) => (change, entry?.State) switch
    {
        (ApiChange, JournalState.Done) => ($"Fixed through the API. To undo it: fixer undo {change.Id}", change.Id),
        (PullRequestChange, JournalState.Done) => ("A pull request waits for review in the repository that declares it.", entry!.Outcome),
        (Handoff, JournalState.Done) => ("Needs you: see the mail of its own.", change.Id),
        (_, JournalState.Begun) => ("Begun; the next run finishes it.", change.Id),
        _ => ($"Not done. {results.FirstOrDefault(r => r.Change.Id == change.Id)?.Note ?? entry?.Outcome}", change.Id),
    };
}
