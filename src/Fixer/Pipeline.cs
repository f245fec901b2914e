using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Iac.Opinions;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;
using Fixer.Verification;

namespace Fixer;

/// <summary>
/// Inventory → findings → ownership → planning → changes → verification. The only place that knows the order; each stage gets what the one before returned.
/// </summary>
public sealed class Pipeline(Ports ports, ImmutableArray<Playbook> playbooks, Settings settings, TimeProvider clock)
{
    private readonly Bookkeeping books = new(ports.Ledger, ports.Api, clock);

    /// <summary>Collects the inventory and finds what is wrong.</summary>
    public async Task<Survey> Survey(Scope scope, CancellationToken cancellation)
    {
        var inventory = await ports.Inventory.Collect(cancellation);
        var chosen = playbooks.Where(p => scope.Playbooks.IsEmpty || scope.Playbooks.Contains(p.Id)).ToArray();
        var findings = chosen.SelectMany(p => p.Scan(inventory))
            .Where(scope.Includes)
            .Select(f => CompletenessGate.Check(f, inventory))
            .OrderByDescending(f => f.Severity).ThenBy(f => f.Resource.ToString(), StringComparer.Ordinal);
        return new Survey(inventory, chosen.Sum(p => p.Examine(inventory)), [.. findings]);
    }

    /// <summary>Finds, and keeps what was seen in the store. Changes nothing else.</summary>
    public async Task<Survey> Scan(Scope scope, CancellationToken cancellation)
    {
        var survey = await Survey(scope, cancellation);
        await Keep(survey, [.. survey.Findings.Select(Unrouted)], scope, cancellation);
        return survey;
    }

    /// <summary>Finds, proves ownership, and plans. Changes nothing outside the store.</summary>
    public async Task<Plan> Plan(Scope scope, CancellationToken cancellation)
    {
        var (survey, plan, sources) = await Draft(scope, cancellation);
        var items = ImmutableArray.CreateBuilder<PlanItem>(plan.Items.Length);
        foreach (var item in plan.Items)
            items.Add(await AskOthers(item, sources, cancellation));
        plan = plan with { Items = items.MoveToImmutable() };
        await Keep(survey, [.. plan.Items.Select(i => i.Fix)], scope, cancellation);
        return plan;
    }

    /// <summary>
    /// Carries out exactly what <paramref name="approved"/> says, after planning afresh: a change that would not come out the same today is dropped, with the reason.
    /// Finishes first what an earlier run left open. Calling it again does nothing twice, and two runs at once are one after the other.
    /// </summary>
    public async Task<ApplyReport> Apply(Plan approved, CancellationToken cancellation)
    {
        using var alone = await ports.Journal.Exclusive(cancellation);
        var (survey, fresh, _) = await Draft(Scope.Everything, cancellation);
        var applier = new Applier(ports.Journal, books, ports.Branches, ports.Forge, ports.Api, ports.Mail, ports.Templates, clock);
        var results = ImmutableArray.CreateBuilder<AppliedChange>();
        var planned = approved.Changes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in (await ports.Journal.All(cancellation)).Where(e => !planned.Contains(e.Change.Id)))
        {
            if (await Resume(entry, fresh, applier, survey, cancellation) is { } resumed)
                results.Add(resumed);
        }

        foreach (var item in approved.Items)
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.Change is { } change)
                results.Add(await ApplyOne(change, item.Fix.Owned.Finding, fresh, applier, survey, cancellation));
        }

        await RecordHeld(fresh, cancellation);
        var warnings = await books.TagZones(cancellation);
        await SendDigests(approved, results.ToImmutable(), survey.Inventory, cancellation);
        return new ApplyReport(results.ToImmutable(), [.. warnings]);
    }

    /// <summary>Looks whether what was changed is really gone, and says so in the ledger.</summary>
    public async Task<ImmutableArray<VerifiedChange>> Verify(CancellationToken cancellation)
    {
        using var alone = await ports.Journal.Exclusive(cancellation);
        var survey = await Survey(Scope.Everything, cancellation);
        var ledger = (await ports.Ledger.All(cancellation)).ToDictionary(e => e.Fingerprint, StringComparer.Ordinal);
        var last = (await ports.Journal.All(cancellation)).GroupBy(e => e.Change.Fingerprint).Select(g => g.Last()).Where(e => e.State == JournalState.Done);
        var verified = ImmutableArray.CreateBuilder<VerifiedChange>();
        foreach (var entry in last)
        {
            var playbook = playbooks.FirstOrDefault(p => p.Id == entry.Change.Playbook);
            if (playbook is null)
                continue;
            var verdict = playbook.Verify(entry.Finding, survey.Inventory);
            var before = ledger.GetValueOrDefault(entry.Change.Fingerprint)?.State;
            if (verdict.Kind == VerdictKind.Fixed)
                await books.Record(entry.Change, LedgerState.Verified, cancellation);
            else if (before == LedgerState.Verified && survey.Findings.Any(f => f.Fingerprint == entry.Change.Fingerprint))
                verdict = new Verdict(VerdictKind.Regressed, $"It was verified on {ledger[entry.Change.Fingerprint].Since:yyyy-MM-dd} and is back. {verdict.Note}");
            verified.Add(new VerifiedChange(entry, await Explain(entry, verdict, cancellation)));
        }

        await books.TagZones(cancellation);
        return verified.ToImmutable();
    }

    /// <summary>Undoes one change exactly. Null when the journal has no such change.</summary>
    public async Task<AppliedChange?> Undo(string changeId, CancellationToken cancellation)
    {
        using var alone = await ports.Journal.Exclusive(cancellation);
        var entry = await ports.Journal.Find(changeId, cancellation);
        if (entry is null)
            return null;
        var undone = entry.State is JournalState.Done or JournalState.Undoing
            ? await new Undoing(ports.Journal, books, ports.Forge, ports.Api, clock).Run(entry, cancellation)
            : new AppliedChange(entry.Change, AppliedState.Already, $"Change {changeId} is {entry.State.ToString().ToLowerInvariant()}; only a change that was made can be undone.");
        await books.TagZones(cancellation); // also when there was nothing to undo: an undo that was cut off may lack just this
        return undone;
    }

    /// <summary>Who owns a record set, with the evidence, whether or not anything is wrong with it. Null when there is no such record set.</summary>
    public async Task<ImmutableArray<(RecordSet Record, Owner Owner)>> Owners(Func<RecordSet, bool> which, CancellationToken cancellation)
    {
        var inventory = await ports.Inventory.Collect(cancellation);
        var sources = Sources.Read(await ports.Repositories.ReadAll(cancellation), await ports.States.ReadAll(cancellation), ports.Readings);
        var owners = ImmutableArray.CreateBuilder<(RecordSet, Owner)>();
        foreach (var record in inventory.Records.Where(which))
            owners.Add((record, OwnerDecision.Of(record, inventory, sources, await ports.Trail.WritesTo(record, cancellation), settings.EmployeeEmailDomains)));
        return owners.ToImmutable();
    }

    private static PlannedFix Unrouted(Finding finding) =>
        new(new OwnedFinding(finding, new Owner(OwnerKind.Unknown, "", null, [])), Route.Undecided, finding.Blocked);

    private async Task Keep(Survey survey, ImmutableArray<PlannedFix> fixes, Scope scope, CancellationToken cancellation)
    {
        // A narrowed run saw only some findings; storing them as all of them would close the others.
        if (scope == Scope.Everything)
            await ports.Sweeps.Save(survey.Inventory, fixes, cancellation);
    }

    private async Task<(Survey Survey, Plan Plan, Sources Sources)> Draft(Scope scope, CancellationToken cancellation)
    {
        var survey = await Survey(scope, cancellation);
        var sources = Sources.Read(await ports.Repositories.ReadAll(cancellation), await ports.States.ReadAll(cancellation), ports.Readings);
        var journal = (await ports.Journal.All(cancellation)).ToLookup(e => e.Change.Fingerprint, StringComparer.Ordinal);
        var history = new History(ports.Forge, (await ports.Ledger.All(cancellation)).ToDictionary(e => e.Fingerprint, StringComparer.Ordinal));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

        var routed = ImmutableArray.CreateBuilder<PlannedFix>();
        foreach (var finding in survey.Findings)
        {
            var record = survey.Inventory.FindRecord(finding.Resource)!;
            var trail = await ports.Trail.WritesTo(record, cancellation);
            var owner = OwnerDecision.Of(record, survey.Inventory, sources, trail, settings.EmployeeEmailDomains);
            var prior = await history.Of(finding, owner, journal[finding.Fingerprint], cancellation);
            routed.Add(Routing.Decide(new OwnedFinding(finding, owner), prior, settings, today));
        }

        var items = Limits.Apply(routed.ToImmutable(), settings).Select(f => Build(f, survey.Inventory, sources, journal[f.Owned.Finding.Fingerprint])).ToImmutableArray();
        var id = Fingerprint.Of([clock.GetUtcNow().ToString("O"), .. items.Select(i => i.Change?.Id ?? "")]);
        return (survey, new Plan(id, clock.GetUtcNow(), survey.Examined, items, survey.Inventory.Gaps), sources);
    }

    private PlanItem Build(PlannedFix fix, OrganizationInventory inventory, Sources sources, IEnumerable<JournalEntry> attempts)
    {
        if (fix.Route == Route.Hold)
            return new PlanItem(fix, null);
        var finding = fix.Owned.Finding;
        var id = Change.IdOf(finding.Fingerprint, 1 + attempts.Count(e => e.State is JournalState.Done or JournalState.Dropped or JournalState.Undone));
        var result = playbooks.First(p => p.Id == finding.Playbook).Fix(fix, new FixContext(inventory, sources, id));
        return result.Change is { } change
            ? new PlanItem(change is Handoff ? fix with { Route = Route.Handoff } : fix, change)
            : new PlanItem(new PlannedFix(fix.Owned, Route.Hold, result.Refusal), null);
    }

    /// <summary>The item as it is after others have looked at an edit of Terraform code: HashiCorp's parser, and Terraform where it is to be asked.</summary>
    private async Task<PlanItem> AskOthers(PlanItem item, Sources sources, CancellationToken cancellation)
    {
        if (item.Change is not PullRequestChange change || item.Fix.Owned.Owner is not { Kind: OwnerKind.Terraform, Source: { } source })
            return item;
        var index = sources.Find(source.Repository)!;
        var opinion = await SecondOpinion.Ask(ports.SecondParser, change.Edits, p => index.Tree.Files[p], cancellation);
        if (opinion.Refusal is { } disagreement)
            return new PlanItem(new PlannedFix(item.Fix.Owned, Route.Hold, new Refusal(RefusalCode.ProofFailed, $"{change.Repository} at {change.BaseCommit}: {disagreement.Message}")), null);
        change = change with { Text = change.Text with { SecondOpinion = opinion } };
        if (ports.DifferentialPlan is null)
            return item with { Change = change };
        var deployments = PlannedDeployment.Of(source.Declaration, index.Records, change.Text.Proof.Removed);
        var result = DifferentialVerdict.Of(change, await ports.DifferentialPlan.Of(change, deployments, cancellation));
        return result.Change is null ? new PlanItem(new PlannedFix(item.Fix.Owned, Route.Hold, result.Refusal), null) : item with { Change = result.Change };
    }

    private async Task<AppliedChange> ApplyOne(Change change, Finding finding, Plan fresh, Applier applier, Survey survey, CancellationToken cancellation)
    {
        var entry = await ports.Journal.Find(change.Id, cancellation);
        if (entry is not null)
            return await Resume(entry, fresh, applier, survey, cancellation) ?? Already(entry);
        return Moved(change, fresh) is { } refusal
            ? new AppliedChange(change, AppliedState.Refused, refusal.Message, refusal)
            : await applier.Begin(change, finding, Admin(change, survey), cancellation);
    }

    /// <summary>Finishes an entry that is open; null when it is not.</summary>
    private async Task<AppliedChange?> Resume(JournalEntry entry, Plan fresh, Applier applier, Survey survey, CancellationToken cancellation)
    {
        if (entry.State == JournalState.Undoing)
            return await new Undoing(ports.Journal, books, ports.Forge, ports.Api, clock).Run(entry, cancellation);
        if (entry.State != JournalState.Begun)
            return null;
        return await applier.Continue(entry, Moved(entry.Change, fresh), Admin(entry.Change, survey), cancellation);
    }

    private static AppliedChange Already(JournalEntry entry) =>
        new(entry.Change, AppliedState.Already, $"{entry.State} on {entry.EndedAt:yyyy-MM-dd HH:mm} UTC: {entry.Outcome}");

    /// <summary>Why <paramref name="change"/> would not be planned like this now; null when it would.</summary>
    private static Refusal? Moved(Change change, Plan fresh)
    {
        var item = fresh.Items.FirstOrDefault(i => i.Fix.Owned.Finding.Fingerprint == change.Fingerprint);
        if (item is null)
            return new Refusal(RefusalCode.PreconditionMoved, $"{change.Resource.Id} is not a finding any more.");
        if (item.Change is null)
            return item.Fix.Refusal!;
        if (Essence(item.Change) == Essence(change))
            return null;
        return new Refusal(RefusalCode.PreconditionMoved, (change, item.Change) switch
        {
            (PullRequestChange was, PullRequestChange now) when was.BaseCommit != now.BaseCommit => $"{was.Repository} moved from {was.BaseCommit} to {now.BaseCommit} since the plan was made. Make a new plan.",
            (ApiChange, ApiChange) => $"{change.Resource.Id} changed since the plan was made. Make a new plan.",
            _ => $"{change.Resource.Id} would be fixed differently now ({item.Fix.Route}). Make a new plan.",
        });
    }

    /// <summary>Everything but what others said of it: that was for whoever approved it, and follows from the same commit and edits.</summary>
    private static string Essence(Change change) => System.Text.Json.JsonSerializer.Serialize(
        change is PullRequestChange pull ? pull with { Text = pull.Text with { SecondOpinion = null, TerraformPlans = null } } : change, Json.Compact);

    private static string? Admin(Change change, Survey survey) => survey.Inventory.FindAccount(change.Resource.AccountId)?.AdminEmail;

    private async Task RecordHeld(Plan fresh, CancellationToken cancellation)
    {
        foreach (var fix in fresh.Items.Select(i => i.Fix))
        {
            LedgerState? state = fix.Refusal?.Code switch
            {
                null or RefusalCode.PullRequestOpen or RefusalCode.MergedNotApplied or RefusalCode.UndoneByOperator or RefusalCode.HandedOff => null,
                RefusalCode.Exempt => LedgerState.Exempt,
                _ => LedgerState.Held,
            };
            if (state is { } held)
                await books.Record(fix.Owned.Finding.Fingerprint, fix.Owned.Finding.Playbook, fix.Owned.Finding.Resource, held, fix.Refusal!.Code.ToString(), cancellation);
        }
    }

    /// <summary>One digest for each admin, from the journal, so that it says the same however often the plan was cut off and applied again; the same news is never sent twice.</summary>
    private async Task SendDigests(Plan approved, ImmutableArray<AppliedChange> results, OrganizationInventory inventory, CancellationToken cancellation)
    {
        var journal = (await ports.Journal.All(cancellation)).ToDictionary(e => e.Change.Id, StringComparer.Ordinal);
        var byAdmin = approved.Items
            .Select(i => (Item: i, Account: inventory.FindAccount(i.Fix.Owned.Finding.Resource.AccountId)))
            .Where(i => i.Account?.AdminEmail is not null)
            .GroupBy(i => i.Account!.AdminEmail!, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var admin in byAdmin)
        {
            var lines = admin.Select(i => DigestLines.Of(i.Item, i.Account!, journal, results)).ToImmutableArray();
            await ports.Mail.Send(ports.Templates.Digest(new Digest(DigestLines.IdOf(lines), admin.Key, lines)), cancellation);
        }
    }

    private async Task<Verdict> Explain(JournalEntry entry, Verdict verdict, CancellationToken cancellation)
    {
        if (verdict.Kind != VerdictKind.NotYet || entry.Change is not PullRequestChange change)
            return verdict;
        try
        {
            return Explain(verdict, await ports.Forge.FindByBranch(change.Repository, change.Branch, cancellation));
        }
        catch (RepositoryUnavailableException error)
        {
            return verdict with { Note = $"{verdict.Note} {error.Message}" };
        }
    }

    private static Verdict Explain(Verdict verdict, PullRequest? pull) => pull?.State switch
    {
        PullRequestState.Open => verdict with { Note = $"{pull.Reference} is open." },
        PullRequestState.Merged => verdict with { Note = $"{pull.Reference} is merged, and not applied yet." },
        PullRequestState.Closed => verdict with { Note = $"{pull.Reference} was closed by {pull.ClosedBy} without merging." },
        _ => verdict,
    };
}
