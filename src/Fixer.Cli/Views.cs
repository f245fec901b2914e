using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Iac.Opinions;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Verification;
using static Fixer.Cli.Terminal;

namespace Fixer.Cli;

/// <summary>How results look to people. Every text from outside goes through <see cref="Terminal.Safe"/>.</summary>
internal static class Views
{
    public static void Survey(Terminal terminal, Survey survey)
    {
        foreach (var finding in survey.Findings)
        {
            Finding(terminal, finding, survey.Inventory.FindAccount(finding.Resource.AccountId));
            if (finding.Blocked is { } blocked)
                terminal.Line($"  [yellow]{blocked.Code}[/] {Safe(blocked.Message)}");
            terminal.Line();
        }

        Gaps(terminal, survey.Inventory.Gaps);
        terminal.Line($"{survey.Examined} records examined, {survey.Findings.Length} findings.");
    }

    public static void Plan(Terminal terminal, Plan plan, string? path)
    {
        foreach (var item in plan.Items)
        {
            Finding(terminal, item.Fix.Owned.Finding, null);
            Chain(terminal, item.Fix.Owned.Owner);
            Item(terminal, item);
            terminal.Line();
        }

        Gaps(terminal, plan.Gaps);
        terminal.Line(Summary(plan));
        if (path is not null && plan.Changes.Any())
            terminal.Note($"Written to {Safe(path)}. To carry it out: fixer apply {Safe(path)}");
    }

    public static string Summary(Plan plan)
    {
        var changes = plan.Changes.ToArray();
        return $"{plan.Examined} records examined, {plan.Items.Length} findings: {changes.OfType<PullRequestChange>().Count()} pull requests, "
            + $"{changes.OfType<ApiChange>().Count()} API changes, {changes.OfType<Handoff>().Count()} hand-offs, {plan.Items.Length - changes.Length} held.";
    }

    public static void Finding(Terminal terminal, Finding finding, Account? account)
    {
        terminal.Line($"[{Color(finding.Severity)}]{finding.Severity.ToString().ToUpperInvariant()}[/] [bold]{Safe(finding.Title)}[/]");
        terminal.Line($"  [dim]account {Safe(finding.Resource.AccountId)}{(account is null ? "" : " " + Safe(account.Name))}, {Safe(finding.Resource.Type)} {Safe(finding.Resource.Id)}, finding {finding.Fingerprint}[/]");
    }

    public static void Chain(Terminal terminal, Owner owner)
    {
        var name = owner.Name.Length > 0 ? $" {Safe(owner.Name)}" : "";
        terminal.Line($"  owner: [bold]{owner.Kind}[/]{name}");
        foreach (var evidence in owner.Chain)
            terminal.Line($"    • {Safe(evidence.Statement)} [dim]({Safe(evidence.Where)})[/]");
    }

    public static void Item(Terminal terminal, PlanItem item)
    {
        switch (item.Change)
        {
            case PullRequestChange change:
                terminal.Line($"  → [green]pull request[/] in {Safe(change.Repository)}, change {change.Id}");
                Diff(terminal, change.Text.Diff);
                terminal.Line($"    [dim]{Proof(change.Text.Proof, "declarations", change.Text.SecondOpinion)}[/]");
                foreach (var plans in change.Text.TerraformPlans?.Compared ?? [])
                    terminal.Line($"    [dim]terraform plan: {Safe(plans.Summary)}[/]");
                foreach (var notice in change.Text.Notices)
                    terminal.Line($"    [yellow]note:[/] {Safe(notice)}");
                break;
            case ApiChange change:
                terminal.Line($"  → [green]API[/] through role fixer-playbook-{Safe(change.Playbook)}, change {change.Id}");
                foreach (var step in change.Steps)
                    terminal.Line($"    {Safe(step.CommandLine)}");
                break;
            case Handoff change:
                terminal.Line($"  → [yellow]hand-off[/], change {change.Id}: {Safe(change.Reason)}");
                break;
            default:
                terminal.Line($"  → [yellow]not touched: {item.Fix.Refusal!.Code}[/] {Safe(item.Fix.Refusal.Message)}");
                break;
        }
    }

    /// <summary>What a proof says, on one line, escaped.</summary>
    public static string Proof(EditProof proof, string unit, Opinion? opinion) => Safe(string.Join("; ",
    [
        $"proof: {proof.DeclarationsBefore} {unit} before, {proof.DeclarationsAfter} after",
        $"removed {string.Join(", ", proof.Removed)}",
        "added none, changed none",
        "every other byte identical",
        "no dangling reference",
        "repeating it changes nothing",
        .. proof.OtherDeployments.Select(d => $"compared too: {d}"),
        .. opinion is null ? [] : new[] { $"hcl2json {opinion}" },
    ]));

    public static void Applied(Terminal terminal, IReadOnlyList<AppliedChange> changes, IEnumerable<string> warnings)
    {
        foreach (var change in changes)
            terminal.Line($"{(change.State switch { AppliedState.Done => "[green]done[/]", AppliedState.Already => "[dim]already[/]", AppliedState.Failed => "[red]failed[/]", _ => "[yellow]refused[/]" })} {Safe(change.Change.Id)} {Safe(change.Change.Resource.Id)}: {(change.Refusal is { } refusal ? $"{refusal.Code}. " : "")}{Safe(change.Note)}");
        foreach (var warning in warnings)
            terminal.Note($"[yellow]warning:[/] {Safe(warning)}");
        terminal.Line($"{changes.Count(c => c.State == AppliedState.Done)} done, {changes.Count(c => c.State == AppliedState.Already)} done before, {changes.Count(c => c.State == AppliedState.Refused)} refused, {changes.Count(c => c.State == AppliedState.Failed)} failed.");
    }

    public static void Verified(Terminal terminal, IReadOnlyList<VerifiedChange> verified)
    {
        foreach (var (entry, verdict) in verified.Select(v => (v.Entry, v.Verdict)))
            terminal.Line($"[{(verdict.Kind switch { VerdictKind.Fixed => "green", VerdictKind.NotYet => "yellow", _ => "red" })}]{verdict.Kind}[/] {Safe(entry.Change.Resource.Id)}: {Safe(verdict.Note)} [dim]change {entry.Change.Id}[/]");
        terminal.Line($"{verified.Count(v => v.Verdict.Kind == VerdictKind.Fixed)} fixed, {verified.Count(v => v.Verdict.Kind == VerdictKind.NotYet)} not yet, {verified.Count(v => v.Verdict.Kind == VerdictKind.Regressed)} regressed.");
    }

    public static void Undone(Terminal terminal, AppliedChange undone) =>
        terminal.Line($"{(undone.State == AppliedState.Done ? "[green]undone[/]" : $"[yellow]not undone[/]{(undone.Refusal is null ? "" : $": {undone.Refusal.Code}")}")} {Safe(undone.Change.Resource.Id)}: {Safe(undone.Note)}");

    public static void Owners(Terminal terminal, IEnumerable<(RecordSet Record, Owner Owner)> owners)
    {
        foreach (var (record, owner) in owners)
        {
            terminal.Line($"[bold]{Safe(record.Name)} {Safe(record.Type)}[/] in zone {Safe(record.ZoneName)} ({Safe(record.ZoneId)}), account {Safe(record.AccountId)}");
            Chain(terminal, owner);
            if (owner.Obstacle is { } obstacle)
                terminal.Line($"  [yellow]{obstacle.Code}[/] {Safe(obstacle.Message)}");
        }
    }

    public static void Playbooks(Terminal terminal)
    {
        foreach (var playbook in Fixer.Playbooks.All.Playbooks)
            terminal.Line($"[bold]{playbook.Id}[/]  {Safe(playbook.Title)} ({playbook.Impact})");
    }

    public static void Playbook(Terminal terminal, Playbook playbook)
    {
        terminal.Line(Safe(Fixer.Playbooks.All.Readme(playbook)).TrimEnd());
        terminal.Line();
        terminal.Line("[bold]Triggers[/] " + Safe(string.Join(", ", playbook.Triggers)));
        terminal.Line("[bold]Reads[/]    " + Safe(string.Join(", ", playbook.Permissions.Read)));
        terminal.Line("[bold]Tags[/]     " + Safe(string.Join(", ", playbook.Permissions.Tag)));
        terminal.Line("[bold]Fixes[/]    " + Safe(string.Join(", ", playbook.Permissions.Fix)));
    }

    private static void Gaps(Terminal terminal, IReadOnlyCollection<CollectionGap> gaps)
    {
        foreach (var gap in gaps)
            terminal.Note($"[yellow]not read:[/] {Safe(gap.ToString())}");
    }

    private static void Diff(Terminal terminal, string diff)
    {
        foreach (var line in diff.TrimEnd('\n').Split('\n'))
        {
            var color = line is ['-', ..] ? "red" : line is ['+', ..] ? "green" : "dim";
            terminal.Line($"    [{color}]{Safe(line)}[/]");
        }
    }

    private static string Color(Severity severity) => severity switch { Severity.Critical => "red", Severity.High => "darkorange", _ => "dim" };
}
