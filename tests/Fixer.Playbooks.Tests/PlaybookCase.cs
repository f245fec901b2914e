using System.Text;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Ownership;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Playbooks.Tests;

/// <summary>Plays one case: scan, gate, ownership, routing, fix, as the pipeline does; and writes down what came out.</summary>
internal sealed class PlaybookCase
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public PlaybookCase(Playbook playbook, string folder)
    {
        var (inventory, sources, trail) = CaseInventory.Read(Path.Combine(folder, "before"));
        Findings = [.. playbook.Scan(inventory).Select(f => CompletenessGate.Check(f, inventory))];
        foreach (var finding in Findings)
        {
            var owner = OwnerDecision.Of(inventory.FindRecord(finding.Resource)!, inventory, sources, trail, [A.Domain]);
            var planned = Routing.Decide(new OwnedFinding(finding, owner), PriorOutcome.None, PlanningNouns.Settings() with { Playbooks = PlanningNouns.Settings().Playbooks.SetItem(playbook.Id, new PlaybookSettings(PlaybookMode.Enforce, 20)) }, Today);
            var result = planned.Route == Route.Hold
                ? FixResult.Refused(planned.Refusal!.Code, planned.Refusal.Message)
                : playbook.Fix(planned, new FixContext(inventory, sources, Change.IdOf(finding.Fingerprint, 1)));
            Results.Add((finding, result));
        }
    }

    public IReadOnlyList<Finding> Findings { get; }

    public List<(Finding Finding, FixResult Result)> Results { get; } = [];

    /// <summary>The content of <c>expected/findings.txt</c>.</summary>
    public string FindingsText()
    {
        var text = new StringBuilder();
        foreach (var finding in Findings)
        {
            text.Append(finding.Severity).Append(": ").Append(finding.Title).Append('\n').Append("  ").Append(finding.Risk).Append('\n');
            foreach (var fact in finding.Facts)
                text.Append("  - ").Append(fact).Append('\n');
            if (finding.Blocked is { } blocked)
                text.Append("  blocked: ").Append(blocked.Code).Append(": ").Append(blocked.Message).Append('\n');
        }

        return text.Length == 0 ? "none\n" : text.ToString();
    }

    /// <summary>The content of <c>expected/fix.txt</c>.</summary>
    public string FixText() => Results.Count == 0 ? "nothing\n" : string.Concat(Results.Select(r => $"{r.Finding.Resource.Id}\n{Text(r.Result)}"));

    private static string Text(FixResult result) => (result.Change, result.Refusal) switch
    {
        (ApiChange api, _) => "  api\n" + string.Concat(api.Steps.Select(s => $"  {s.CommandLine}\n")),
        (PullRequestChange pull, _) =>
            $"  pull request in {pull.Repository}: {pull.Text.Title}\n  {pull.Text.NextApply}\n{string.Concat(pull.Text.Notices.Select(n => $"  notice: {n}\n"))}{pull.Text.Diff}",
        (Handoff handoff, _) => $"  handed to {handoff.Owner}: {handoff.Reason}\n  {handoff.Request}\n",
        (_, { } refusal) => $"  held: {refusal.Code}: {refusal.Message}\n",
        _ => throw new InvalidOperationException("A result is a change or a refusal."),
    };
}
