using System.Collections.Immutable;

namespace Fixer.Ownership;

/// <summary>Turns CloudTrail's answer into evidence.</summary>
internal static class TrailEvidence
{
    public static IEnumerable<Evidence> Of(TrailAnswer trail, ImmutableArray<string> employeeDomains)
    {
        foreach (var written in trail.Events.Where(e => !e.ReadOnly))
        {
            var who = Actors.Of(written, employeeDomains) switch
            {
                Actor.Person => "a person",
                Actor.Automation => "automation",
                _ => "unclear whether a person",
            };
            yield return new Evidence(
                EvidenceKind.TrailActor,
                $"{written.UserName} ({who}, {written.IdentityType}{(written.FromConsole ? ", console" : "")}) called {written.EventName} at {written.Time:yyyy-MM-dd HH:mm} UTC with {written.UserAgent}.",
                $"CloudTrail event {written.EventId}");
        }

        if (trail.Since is { } since)
            yield return new Evidence(EvidenceKind.TrailActor, $"What was written before {since:yyyy-MM-dd HH:mm} UTC is not known: CloudTrail's event history goes back no further.", "CloudTrail event history");
        if (trail.Gap is { } gap)
            yield return new Evidence(EvidenceKind.Gap, "CloudTrail could not be read.", gap.ToString());
    }

    /// <summary>
    /// The person who alone wrote it, if so; and whether automation wrote it last. Where the answer does not go back to the beginning, a person has to be
    /// seen making the resource: changing it shows nothing of who made it.
    /// </summary>
    public static (string? Person, bool Automated) Judge(TrailAnswer trail, ImmutableArray<string> employeeDomains)
    {
        var writes = trail.Events.Where(e => !e.ReadOnly).OrderByDescending(e => e.Time).ToArray();
        if (writes.Length == 0 || trail.Gap is not null)
            return (null, false);
        var actors = writes.Select(w => Actors.Of(w, employeeDomains)).ToArray();
        var isMadeByThem = actors.All(a => a == Actor.Person) && (trail.Since is null || writes.Any(w => w.Creates));
        return (isMadeByThem ? writes[0].UserName : null, actors[0] == Actor.Automation);
    }
}
