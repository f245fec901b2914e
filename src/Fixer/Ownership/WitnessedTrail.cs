using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>CloudTrail, and the events that caused the run: LookupEvents shows them only minutes later.</summary>
/// <param name="trail">CloudTrail.</param>
/// <param name="events">The events that caused the run.</param>
public sealed class WitnessedTrail(ITrail trail, ImmutableArray<TrailRecord> events) : ITrail
{
    /// <inheritdoc/>
    public async Task<TrailAnswer> WritesTo(RecordSet record, CancellationToken cancellation)
    {
        var answer = await trail.WritesTo(record, cancellation);
        var seen = events.Where(e => e.IsWrite).Select(e => e.On(record.Resource)).OfType<TrailEvent>();
        return answer with { Events = [.. answer.Events.Concat(seen).DistinctBy(e => e.EventId).OrderByDescending(e => e.Time)] };
    }
}
