using System.Collections.Immutable;
using CsCheck;
using Fixer.Adapters.Store;
using Fixer.Changes;
using Fixer.Inventory;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Store;

/// <summary>What is read back from the store is what was written: an undo creates the record set from it.</summary>
internal sealed class StoreJsonTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 20];
    private static readonly Gen<AliasTarget?> Alias = Gen.Select(Text, Text, Gen.Bool, (zone, name, health) => new AliasTarget(zone, name, health)).Null();
    private static readonly Gen<RoutingPolicy?> Routing = Gen.Select(Text, Text, Text, Text.Null(), (id, policy, value, check) => new RoutingPolicy(id, policy, value, check)).Null();

    private static readonly Gen<RecordSet> Record = Gen.Select(
        Gen.Select(Text, Text, Text, Gen.Bool), Gen.Select(Text, Text, Gen.Long.Nullable(), Text.Array[0, 4]), Alias, Routing,
        (zone, record, alias, routing) => new RecordSet(
            zone.Item1, zone.Item2, zone.Item3, zone.Item4, record.Item1, record.Item2, record.Item3, [.. record.Item4], alias, routing));

    [Test]
    public void Step_AnyRecordSet_IsReadBackEqual() => Record.Sample(record =>
    {
        ApiStep step = new DeleteRecordSet(record);
        Assert.That(StoreJson.Read<ApiStep>(StoreJson.Write(step)), Is.EqualTo(step));
        Assert.That(StoreJson.Read<ApiStep>(StoreJson.Write(step.Inverse)), Is.EqualTo(step.Inverse));
    });

    [Test]
    public void Change_OfEveryKind_MakesTheSameTextAgain() => Assert.Multiple(() =>
    {
        foreach (var step in Steps)
            Assert.That(StoreJson.Read<ApiStep>(StoreJson.Write(step)), Is.EqualTo(step));
        foreach (var change in new Change[] { Acme.PullRequestChange, Acme.Handoff, Acme.ApiChange(Acme.Txt) })
            Assert.That(StoreJson.Write(StoreJson.Read<Change>(StoreJson.Write(change))), Is.EqualTo(StoreJson.Write(change)));
    });

    private static IEnumerable<ApiStep> Steps => A.StepsOfEveryKind(Acme.Txt);

    [Test]
    public void EveryDerivedType_OfChangeAndStep_IsCoveredHere()
    {
        // A new kind of change or step needs a case above; without its attribute it could not be read back.
        static IEnumerable<string> Derived(Type type) => type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type) && !t.IsAbstract).Select(t => t.Name).Order();
        Assert.That(Derived(typeof(Change)), Is.EqualTo(new[] { nameof(ApiChange), nameof(Handoff), nameof(PullRequestChange) }));
        Assert.That(Derived(typeof(ApiStep)), Is.EqualTo(Steps.Select(s => s.GetType().Name).Order()));
    }

    [Test]
    public void PlannedFix_MakesTheSameTextInWhateverOrderASetWasFilled()
    {
        var one = Acme.ByPullRequest(Acme.Www, "zone", "name", "type", "targets");
        var two = Acme.ByPullRequest(Acme.Www, "targets", "type", "name", "zone");
        Assert.That(StoreJson.Write(one), Is.EqualTo(StoreJson.Write(two)).And.Contains("""["name","targets","type","zone"]"""));
        Assert.That(StoreJson.Write(StoreJson.Read<PlannedFix>(StoreJson.Write(one))), Is.EqualTo(StoreJson.Write(one)));
    }

    [Test]
    public void Json_KeepsTextReadable() =>
        Assert.That(StoreJson.Write(ImmutableArray.Create("Größe <1> 'x' 二")), Is.EqualTo("[\"Größe <1> 'x' 二\"]"));
}
