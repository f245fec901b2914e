using CsCheck;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Tests.Planning;

/// <summary>The heart of the product: who owns it decides where it is fixed, and every doubt decides that it is not.</summary>
public sealed class RoutingTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    // What is not written is as it would be for a finding that may be acted on.
    private static readonly (string Given, string Then)[] Table =
    [
        // Who owns it
        ("Terraform", "PullRequest"),
        ("CloudFormation", "PullRequest"),
        ("Terraform, no source", "Handoff"),
        ("CloudFormation, no source", "Handoff"),
        ("Person", "Api"),
        ("Unknown", "Hold UnknownOwner"),
        ("Conflict", "Hold ConflictingOwners"),

        // What stands in the way of code that owns it: people are told if they can do something, and only then
        ("Terraform, obstacle SourceNotFound", "Handoff"),
        ("Terraform, obstacle RepositoryUnavailable", "Handoff"),
        ("Terraform, obstacle SharedByManyInstances", "Handoff"),
        ("CloudFormation, no source, obstacle SourceNotFound", "Handoff"),
        ("CloudFormation, no source, obstacle RepositoryUnavailable", "Handoff"),
        ("CloudFormation, obstacle SharedByManyInstances", "Handoff"),
        ("Terraform, obstacle SourceDiffers", "Hold SourceDiffers"),
        ("CloudFormation, obstacle SourceDiffers", "Hold SourceDiffers"),
        ("CloudFormation, obstacle ConflictingOwners", "Hold ConflictingOwners"),
        ("CloudFormation, obstacle SourcesIncomplete", "Hold SourcesIncomplete"),

        // An obstacle for a person, or for nobody, always holds
        ("Person, obstacle SourcesIncomplete", "Hold SourcesIncomplete"),
        ("Person, obstacle SourceNotFound", "Hold SourceNotFound"),
        ("Person, obstacle SharedByManyInstances", "Hold SharedByManyInstances"),
        ("Unknown, obstacle UnknownOwner", "Hold UnknownOwner"),
        ("Unknown, obstacle SourceNotFound", "Hold SourceNotFound"),
        ("Unknown, obstacle RepositoryUnavailable", "Handoff"), // somebody has to repair the repository before anybody can tell
        ("Conflict, obstacle ConflictingOwners", "Hold ConflictingOwners"),
        ("Conflict, obstacle SharedByManyInstances", "Hold SharedByManyInstances"),

        // How the last attempt stands
        ("Terraform, prior PullRequestOpen", "Hold PullRequestOpen"),
        ("Terraform, prior PullRequestMerged", "Hold MergedNotApplied"),
        ("Terraform, prior PullRequestRejected", "Hold RejectedByOwner"),
        ("Terraform, prior Undone", "Hold UndoneByOperator"),
        ("Terraform, prior HandedOff", "Hold HandedOff"),
        ("Terraform, prior Unreachable", "Hold RepositoryUnavailable"),
        ("Person, prior Undone", "Hold UndoneByOperator"),
        ("Person, prior PullRequestOpen", "Hold PullRequestOpen"),
        ("CloudFormation, no source, prior HandedOff", "Hold HandedOff"),

        // What the organization decided
        ("Terraform, mode Report", "Hold ReportOnly"),
        ("Person, mode Report", "Hold ReportOnly"),
        ("CloudFormation, no source, mode Report", "Hold ReportOnly"),
        ("Terraform, obstacle SourceNotFound, mode Report", "Hold ReportOnly"),
        ("Terraform, mode unset", "Hold ReportOnly"),
        ("Person, mode unset", "Hold ReportOnly"),
        ("Terraform, exempt", "Hold Exempt"),
        ("Person, exempt", "Hold Exempt"),
        ("CloudFormation, no source, exempt", "Hold Exempt"),

        // What cannot be known
        ("Terraform, blocked", "Hold InventoryIncomplete"),
        ("Person, blocked", "Hold InventoryIncomplete"),
        ("CloudFormation, no source, blocked", "Hold InventoryIncomplete"),

        // Which reason is named when there are several: blocked, exempt, prior, obstacle, mode
        ("Person, blocked, exempt, prior Undone, obstacle SourcesIncomplete, mode Report", "Hold InventoryIncomplete"),
        ("Person, exempt, prior Undone, obstacle SourcesIncomplete, mode Report", "Hold Exempt"),
        ("Person, prior Undone, obstacle SourcesIncomplete, mode Report", "Hold UndoneByOperator"),
        ("Person, obstacle SourcesIncomplete, mode Report", "Hold SourcesIncomplete"),
    ];

    [TestCaseSource(nameof(Rows))]
    public string Decide(string given) => Text(Decide(given.Split(", ")));

    [Test]
    public void Table_HasARowForEveryOwnerKindAndEveryPriorState() => Assert.Multiple(() =>
    {
        foreach (var kind in Enum.GetNames<OwnerKind>())
            Assert.That(Table.Select(r => r.Given), Has.Some.EqualTo(kind));
        foreach (var prior in Enum.GetNames<PriorState>().Where(p => p != nameof(PriorState.None)))
            Assert.That(Table.Select(r => r.Given), Has.Some.Contains($"prior {prior}"));
    });

    private static readonly Gen<(OwnedFinding Owned, PriorOutcome Prior, Settings Settings)> Anything =
        from kind in Gen.Enum<OwnerKind>()
        from source in Gen.Bool
        from obstacle in Gen.Select(Gen.Bool, Gen.Enum<RefusalCode>()).Select((any, code) => any ? code : (RefusalCode?)null)
        from prior in Gen.Select(Gen.Bool, Gen.Enum<PriorState>()).Select((any, state) => any ? state : PriorState.None)
        from mode in Gen.Enum<PlaybookMode>()
        from exempt in Gen.Int[0, 3]
        from blocked in Gen.Int[0, 3]
        select (
            Www.OwnedBy(kind, obstacle, source, blocked == 0 ? new Refusal(RefusalCode.InventoryIncomplete, "Not all was read.") : null),
            new PriorOutcome(prior, "x"),
            PlanningNouns.Settings(mode, exemptions: exempt == 0 ? [new Exemption("*", "r", "o", Today)] : []));

    private static RecordSet Www => A.Record("www.example.com", "CNAME", "t");

    /// <summary>The rules that no combination may break, whatever is added to the table.</summary>
    [Test]
    public void Decide_AnyCombination_KeepsTheRules() => Anything.Sample(
        x =>
        {
            var ((finding, owner), prior, settings) = x;
            var fix = Routing.Decide(x.Owned, prior, settings, Today);
            var free = finding.Blocked is null && settings.Exemptions.IsEmpty && prior.State == PriorState.None && settings.For(finding.Playbook).Mode == PlaybookMode.Enforce;
            return (fix.Route == Route.Hold) == (fix.Refusal is not null) // every hold has a name, and nothing else has
                && (free || fix.Route == Route.Hold)
                && (owner.Kind is not OwnerKind.Conflict || fix.Route == Route.Hold)
                && (owner.Kind is not OwnerKind.Unknown || fix.Route == Route.Hold || (fix.Route == Route.Handoff && owner.Obstacle?.Code == RefusalCode.RepositoryUnavailable))
                && (fix.Route != Route.Api || owner is { Kind: OwnerKind.Person, Obstacle: null })
                && (fix.Route != Route.PullRequest || owner is { Kind: OwnerKind.Terraform or OwnerKind.CloudFormation, Source: not null, Obstacle: null })
                && (fix.Route != Route.Handoff || owner.Kind is OwnerKind.Terraform or OwnerKind.CloudFormation or OwnerKind.Unknown)
                && ReferenceEquals(fix.Owned, x.Owned);
        },
        iter: 5000);

    [Test]
    public void Decide_ReasonsPeopleGave_AreRepeated() => Assert.That(
        Routing.Decide(Www.OwnedBy(OwnerKind.Terraform), new PriorOutcome(PriorState.PullRequestRejected, "acme/dns#7", "we need it"), PlanningNouns.Settings(), Today).Refusal?.Message,
        Is.EqualTo("Pull request acme/dns#7 was closed by its team: we need it."));

    private static IEnumerable<TestCaseData> Rows() => Table.Select(row => new TestCaseData(row.Given).Returns(row.Then).SetName($"{row.Given} → {row.Then}"));

    private static string Text(PlannedFix fix) => fix.Refusal is null ? $"{fix.Route}" : $"{fix.Route} {fix.Refusal.Code}";

    private static PlannedFix Decide(string[] given)
    {
        var owned = Www.OwnedBy(
            Enum.Parse<OwnerKind>(given[0]),
            After("obstacle ") is { } obstacle ? Enum.Parse<RefusalCode>(obstacle) : null,
            !given.Contains("no source"),
            given.Contains("blocked") ? new Refusal(RefusalCode.InventoryIncomplete, "Not all was read.") : null);
        var settings = PlanningNouns.Settings(
            After("mode ") == "Report" ? PlaybookMode.Report : PlaybookMode.Enforce,
            exemptions: given.Contains("exempt") ? [new Exemption("*", "r", "o", Today)] : []);
        if (After("mode ") == "unset")
            settings = settings with { Playbooks = settings.Playbooks.Clear() };
        var prior = After("prior ") is { } state ? new PriorOutcome(Enum.Parse<PriorState>(state), "acme/dns#1") : PriorOutcome.None;
        return Routing.Decide(owned, prior, settings, Today);

        string? After(string word) => given.FirstOrDefault(g => g.StartsWith(word, StringComparison.Ordinal))?[word.Length..];
    }
}
