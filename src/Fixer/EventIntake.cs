using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer;

/// <summary>
/// Stands in front of the pipeline: from events to the few resources that they may have made wrong. An event only says where to look. What is found is
/// decided from what is live, so that events may come late, twice, in any order, or be wrong; the last sweep tells what pointed at what is gone.
/// </summary>
public sealed class EventIntake(Ports ports, ImmutableArray<Playbook> playbooks, Pipeline pipeline, TimeProvider clock)
{
    /// <summary>Looks at what the events touch, and plans what follows. Changes nothing outside the store.</summary>
    /// <exception cref="OrganizationUnreadableException">The accounts cannot be listed; no event is remembered.</exception>
    public async Task<EventReport> Handle(ImmutableArray<TrailReading> events, CancellationToken cancellation)
    {
        var records = events.Select(e => e.Record).OfType<TrailRecord>().DistinctBy(r => r.Event.EventId).ToImmutableArray();
        var known = await ports.Events.Handled([.. records.Select(r => r.Event.EventId)], cancellation);
        var fresh = records.Where(r => !known.Contains(r.Event.EventId) && Triggered(r).Any() && !r.Writes.IsEmpty).ToImmutableArray();
        var last = fresh.IsEmpty ? null : await ports.Sweeps.Last(cancellation);
        var focus = last is null ? null : await FocusOn(fresh, last, cancellation);
        var plan = focus is null || focus.Resources.IsEmpty
            ? null
            : await pipeline.Plan(new Scope([.. fresh.SelectMany(Triggered).Select(p => p.Id).Distinct()], [], []) { Focus = focus }, cancellation);

        // What could not be read now can be when the event comes again.
        var missed = plan?.Gaps.FirstOrDefault(focus!.IsMissedBy);
        if (last is not null && missed is null)
            await ports.Events.Remember([.. fresh.Select(r => r.Event.EventId)], clock.GetUtcNow(), cancellation);
        var seen = new HashSet<string>(known, StringComparer.Ordinal);
        return new EventReport([.. events.Select(e => Outcome(e, seen, last is null, missed))], focus?.Resources.Count ?? 0, plan);
    }

    private IEnumerable<Playbook> Triggered(TrailRecord record) => record.IsWrite ? playbooks.Where(p => p.Triggers.Contains(record.Action)) : [];

    private EventOutcome Outcome(TrailReading reading, HashSet<string> seen, bool isUnswept, CollectionGap? missed)
    {
        if (reading.Record is not { } record)
            return new EventOutcome(null, null, reading.IsForeign ? EventState.Ignored : EventState.Unreadable, $"{reading.Problem}.");
        var (state, note) = record switch
        {
            _ when !Triggered(record).Any() => (EventState.Ignored, record.IsWrite ? "No playbook waits for it." : "It changed nothing."),
            _ when !seen.Add(record.Event.EventId) => (EventState.Duplicate, "It was dealt with before."),
            { Writes.IsEmpty: true } => (EventState.Ignored, "It does not say what it wrote; the next sweep sees it."),
            _ when isUnswept => (EventState.Deferred, "Nothing is known of what points where: run fixer scan, then send it again."),
            _ when missed is not null => (EventState.Deferred, $"Not everything could be looked at: {missed}. Send it again."),
            _ => (EventState.Handled, $"It wrote {string.Join(", ", record.Writes.Take(3).Select(w => w.Resource.Id))}{(record.Writes.Length > 3 ? $" and {record.Writes.Length - 3} more" : "")}."),
        };
        return new EventOutcome(record.Event.EventId, record.Action, state, note);
    }

    private async Task<Focus> FocusOn(ImmutableArray<TrailRecord> events, OrganizationInventory last, CancellationToken cancellation)
    {
        var resources = ImmutableHashSet.CreateBuilder<ResourceId>();
        var parts = ImmutableArray.CreateBuilder<Part>();
        foreach (var (record, playbook) in events.SelectMany(e => Triggered(e).Select(p => (e, p))))
        {
            if (playbook.Reach is not { } reach)
            {
                resources.UnionWith(record.Writes.Select(w => w.Resource));
                parts.AddRange(record.Writes.Select(w => new Part(w.Resource.AccountId, w.Resource.Region, record.Service)));
                continue;
            }

            var candidates = await ports.Sweeps.PointingAt([.. reach.Targets(record, last).Distinct()], cancellation);
            resources.UnionWith(candidates.Select(c => c.Resource));
            if (!candidates.IsEmpty)
                parts.AddRange(candidates.SelectMany(c => Around(c, last)).Concat(reach.Parts(record, candidates)));
        }

        return new Focus(last, resources.ToImmutable(), [.. parts.Distinct()], events);
    }

    /// <summary>What ownership and siblings of a record set rest on: each zone of the account that its name may be in, and the account's stacks.</summary>
    private static IEnumerable<Part> Around(RecordSet record, OrganizationInventory last) =>
        last.Zones.Where(z => z.AccountId == record.AccountId && (z.Id == record.ZoneId || record.Name == z.Name || record.Name.EndsWith("." + z.Name, StringComparison.Ordinal)))
            .Select(z => new Part(z.AccountId, "global", "route53", z.Id))
            .Append(new Part(record.AccountId, "*", "cloudformation"));
}

/// <summary>What became of events.</summary>
/// <param name="Events">One for each event, in their order.</param>
/// <param name="Candidates">How many resources they led to, before these were looked at.</param>
/// <param name="Plan">What follows from what is live; null when there was nothing to look at.</param>
public sealed record EventReport(ImmutableArray<EventOutcome> Events, int Candidates, Plan? Plan);

/// <summary>What became of an event.</summary>
/// <param name="EventId">CloudTrail's id; null for what is no event of CloudTrail.</param>
/// <param name="Action">The operation, such as <c>s3:DeleteBucket</c>; null with the id.</param>
/// <param name="State">What was done.</param>
/// <param name="Note">Why, in one sentence.</param>
public sealed record EventOutcome(string? EventId, string? Action, EventState State, string Note);

/// <summary>What was done about an event.</summary>
public enum EventState
{
    /// <summary>What it touches was looked at.</summary>
    Handled,

    /// <summary>Nothing follows from it.</summary>
    Ignored,

    /// <summary>It was dealt with before.</summary>
    Duplicate,

    /// <summary>It could not be dealt with, and is not remembered: it is to be sent again.</summary>
    Deferred,

    /// <summary>It is no event, or not what it says it is.</summary>
    Unreadable,
}
