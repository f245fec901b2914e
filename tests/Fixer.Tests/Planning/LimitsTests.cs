using CsCheck;
using Fixer.Findings;
using Fixer.Ownership;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Tests.Planning;

/// <summary>The cap is what keeps one wrong rule from deleting a whole zone.</summary>
public sealed class LimitsTests
{
    [Test]
    public void Apply_MoreThanTheCap_KeepsTheMostSevereAndNamesTheRest()
    {
        PlannedFix[] fixes = [Fix("a", Severity.Hygiene), Fix("b", Severity.Critical), Fix("c", Severity.High), Fix("d", Severity.Critical)];
        var limited = Limits.Apply([.. fixes], PlanningNouns.Settings(cap: 2));
        Assert.Multiple(() =>
        {
            Assert.That(limited.Select(f => f.Owned), Is.EqualTo(fixes.Select(f => f.Owned)), "order is kept");
            Assert.That(limited.Select(f => f.Route), Is.EqualTo(new[] { Route.Hold, Route.Api, Route.Hold, Route.Api }));
            Assert.That(limited[0].Refusal?.Code, Is.EqualTo(RefusalCode.LimitReached));
            Assert.That(limited[0].Refusal?.Message, Does.Contain("cap of 2"));
            Assert.That(limited[1], Is.SameAs(fixes[1]), "what is let through is not touched");
        });
    }

    [Test]
    public void Apply_HeldFixes_TakeNoPlace()
    {
        var held = new PlannedFix(Fix("a", Severity.Critical).Owned, Route.Hold, new Refusal(RefusalCode.Exempt, "x"));
        var limited = Limits.Apply([held, Fix("b", Severity.Hygiene)], PlanningNouns.Settings(cap: 1));
        Assert.Multiple(() =>
        {
            Assert.That(limited[0], Is.SameAs(held));
            Assert.That(limited[1].Route, Is.EqualTo(Route.Api));
        });
    }

    [Test]
    public void Apply_TwoPlaybooks_HaveACapEach()
    {
        var other = Fix("b", Severity.Critical);
        other = other with { Owned = other.Owned with { Finding = other.Owned.Finding with { Playbook = "other" } } };
        var settings = PlanningNouns.Settings(cap: 1);
        settings = settings with { Playbooks = settings.Playbooks.Add("other", new PlaybookSettings(PlaybookMode.Enforce, 1)) };
        Assert.That(Limits.Apply([Fix("a", Severity.Critical), other], settings).Select(f => f.Route), Is.All.EqualTo(Route.Api));
    }

    [Test]
    public void Apply_AnyFixes_NeverLetsMoreThroughThanTheCapNorALesserBeforeAGreater() =>
        Gen.Select(Gen.Enum<Severity>().Array[0, 12], Gen.Bool.Array[12], Gen.Int[0, 6]).Sample((severities, held, cap) =>
        {
            var fixes = severities.Select((s, i) => held[i] ? new PlannedFix(Fix($"r{i}", s).Owned, Route.Hold, new Refusal(RefusalCode.Exempt, "x")) : Fix($"r{i}", s)).ToArray();
            var limited = Limits.Apply([.. fixes], PlanningNouns.Settings(cap: cap));
            var through = limited.Where(f => f.Route != Route.Hold).ToArray();
            var stopped = limited.Where(f => f.Refusal?.Code == RefusalCode.LimitReached).ToArray();
            return through.Length == Math.Min(cap, fixes.Count(f => f.Route != Route.Hold))
                && stopped.All(s => through.All(t => t.Owned.Finding.Severity >= s.Owned.Finding.Severity))
                && limited.Select(f => f.Owned).SequenceEqual(fixes.Select(f => f.Owned));
        });

    private static PlannedFix Fix(string label, Severity severity) => new(A.Record($"{label}.example.com", "A").OwnedBy(OwnerKind.Person, severity: severity), Route.Api);
}
