using Fixer.Adapters.Store;
using Fixer.Changes;
using Fixer.Inventory;

namespace Fixer.Adapters.Tests.Store;

internal sealed class SqliteLedgerTests : StoreTest
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Test]
    public async Task Set_Returned_IsOnDisk()
    {
        await Store.Set(Acme.Ledger(LedgerState.Noncompliant, Monday), None);
        await using var other = await SqliteStore.Open(Path, Clock, None);
        Assert.That(await ((ILedger)other).All(None), Is.EqualTo(new[] { Acme.Ledger(LedgerState.Noncompliant, Monday) }));
    }

    [Test]
    public async Task Set_SameStateAndReference_KeepsItsDate()
    {
        // "Noncompliant since" is what an owner is reminded of; a nightly sweep must not reset it.
        await Store.Set(Acme.Ledger(LedgerState.Remediating, Monday, "abc-1"), None);
        await Store.Set(Acme.Ledger(LedgerState.Remediating, Monday.AddDays(3), "abc-1"), None);
        Assert.That(await Since(), Is.EqualTo(Monday));
    }

    [TestCase(LedgerState.Remediated, "abc-1")]
    [TestCase(LedgerState.Remediating, "abc-2")]
    public async Task Set_OtherStateOrReference_StartsAnew(LedgerState state, string reference)
    {
        await Store.Set(Acme.Ledger(LedgerState.Remediating, Monday, "abc-1"), None);
        await Store.Set(Acme.Ledger(state, Monday.AddDays(3), reference), None);
        Assert.That(await Since(), Is.EqualTo(Monday.AddDays(3)));
    }

    [Test]
    public async Task All_EveryState_IsOrderedByFingerprint()
    {
        var entries = Enum.GetValues<LedgerState>()
            .Select(s => new LedgerEntry($"{9 - (int)s}", "p", new ResourceId("1", "global", "t", "i"), s, Monday, ""))
            .ToList();
        foreach (var entry in entries)
            await Store.Set(entry, None);
        Assert.That(await ((ILedger)Store).All(None), Is.EqualTo(entries.AsEnumerable().Reverse()));
    }

    private async Task<DateOnly> Since() => (await ((ILedger)Store).All(None)).Single().Since;
}
