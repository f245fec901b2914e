using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;

namespace Fixer.Tests.Ownership;

/// <summary>A record set, what is known of it, and who is found to own it: lets a test read as a story.</summary>
internal sealed class OwnershipStory
{
    private OrganizationInventory inventory;
    private RepositoryReadings readings = new([], []);
    private StateReadings states = StateReadings.None;
    private TrailAnswer trail = A.Trail();

    private OwnershipStory(RecordSet record, RecordSet[] others)
    {
        Record = record;
        inventory = An.Inventory([record, .. others]);
    }

    public RecordSet Record { get; }

    public static OwnershipStory Given(RecordSet record, params RecordSet[] others) => new(record, others);

    public OwnershipStory AndTerraform(string repository, string content) => AndRepository(repository, ("main.tf", content));

    public OwnershipStory AndRepository(string repository, params (string Path, string Content)[] files)
    {
        readings = readings with { Trees = readings.Trees.Add(A.Tree(repository, files)) };
        return this;
    }

    public OwnershipStory AndRepositoryWithout(string repository, string path)
    {
        readings = readings with { Trees = readings.Trees.Add(A.Tree(repository) with { LeftOut = [path] }) };
        return this;
    }

    /// <summary>A state with the record under an address; in S3, or in a file if there is no bucket.</summary>
    public OwnershipStory AndState(string address, string? bucket = "states", string key = "web.tfstate") => AndState(A.State(Record, address, bucket, key));

    public OwnershipStory AndState(LocatedState state)
    {
        states = states with { States = states.States.Add(state) };
        return this;
    }

    public OwnershipStory AndUnreadableState(string location)
    {
        states = states with { Failures = states.Failures.Add(new StateFailure(location, "AccessDenied")) };
        return this;
    }

    public OwnershipStory AndUnreadableRepository(string repository)
    {
        readings = readings with { Failures = readings.Failures.Add(new RepositoryFailure(repository, "authentication failed")) };
        return this;
    }

    public OwnershipStory AndStack(string name, string template, params (string LogicalId, string RecordName)[] records) => AndStack(A.Stack(name, template, records));

    public OwnershipStory AndStack(Stack stack)
    {
        inventory = inventory.With(stack);
        return this;
    }

    public OwnershipStory AndStackWithGroup(string name, string template, string logicalId) =>
        AndStack(A.Stack(name, template) with { Resources = [new StackResource(logicalId, "AWS::Route53::RecordSetGroup", "group-1ABC")] });

    public OwnershipStory AndZone(HostedZone zone)
    {
        inventory = inventory.With(zone);
        return this;
    }

    public OwnershipStory AndGap(CollectionGap gap)
    {
        inventory = inventory.With(gap);
        return this;
    }

    public OwnershipStory AndTrail(params TrailEvent[] events)
    {
        trail = A.Trail(events);
        return this;
    }

    public OwnershipStory AndTrailSince(int year, int month, int day)
    {
        trail = trail with { Since = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) };
        return this;
    }

    public OwnershipStory AndTrailGap()
    {
        trail = trail with { Gap = A.Gap("cloudtrail") };
        return this;
    }

    public Owner WhenOwnerIsDecided() => OwnerDecision.Of(Record, inventory, Sources.Read(readings, states), trail, [A.Domain]);
}

internal static class OwnerAssertions
{
    public static void ThenIs(this Owner owner, OwnerKind kind, RefusalCode? obstacle, string because) => Assert.Multiple(() =>
    {
        Assert.That(owner.Kind, Is.EqualTo(kind), because);
        Assert.That(owner.Obstacle?.Code, Is.EqualTo(obstacle), because);
        Assert.That(owner.Chain, Is.Not.Empty, "every verdict shows its evidence");
    });

    /// <summary>Whatever else it is: nothing may be deleted through the API, and no pull request may be opened.</summary>
    public static void ThenNothingMayBeChanged(this Owner owner, string because) => Assert.Multiple(() =>
    {
        Assert.That(owner.Obstacle is not null || owner.Kind is OwnerKind.Unknown or OwnerKind.Conflict, because);
        Assert.That(owner.Chain, Is.Not.Empty);
    });
}
