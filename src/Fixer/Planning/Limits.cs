using System.Collections.Immutable;
using Fixer.Findings;

namespace Fixer.Planning;

/// <summary>The brake on how much one run may change.</summary>
public static class Limits
{
    /// <summary>Keeps, for each playbook, the most severe fixes up to its cap and holds the rest by name. Order of the input is kept.</summary>
    public static ImmutableArray<PlannedFix> Apply(ImmutableArray<PlannedFix> fixes, Settings settings)
    {
        var allowed = fixes.Where(f => f.Route != Route.Hold)
            .GroupBy(f => f.Owned.Finding.Playbook)
            .SelectMany(g => g.OrderByDescending(f => f.Owned.Finding.Severity)
                .ThenBy(f => f.Owned.Finding.Fingerprint, StringComparer.Ordinal)
                .Take(settings.For(g.Key).MaxChangesPerRun))
            .Select(f => f.Owned.Finding.Fingerprint)
            .ToHashSet(StringComparer.Ordinal);
        return [.. fixes.Select(f => f.Route == Route.Hold || allowed.Contains(f.Owned.Finding.Fingerprint) ? f : Held(f, settings))];
    }

    private static PlannedFix Held(PlannedFix fix, Settings settings)
    {
        var playbook = fix.Owned.Finding.Playbook;
        return new PlannedFix(fix.Owned, Route.Hold, new Refusal(
            RefusalCode.LimitReached,
            $"The cap of {settings.For(playbook).MaxChangesPerRun} changes a run for {playbook} is reached; the next run goes on."));
    }
}
