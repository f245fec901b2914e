using System.Collections.Immutable;
using Fixer.Adapters.Store;
using Fixer.Testing;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Tests.Store;

/// <summary>A store lives for years: whatever an older fixer wrote must still be there after an upgrade.</summary>
internal sealed class MigrationsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Migration AddsAColumn = new(Migrations.All[^1].Version + 1, "ALTER TABLE journal ADD COLUMN approved_by TEXT NOT NULL DEFAULT 'nobody'");
    private TemporaryFolder folder = null!;

    private string Path => folder.File("fixer.db");

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void All_AreNumberedFromOneWithoutGaps() =>
        Assert.That(Migrations.All.Select(m => m.Version), Is.EqualTo(Enumerable.Range(1, Migrations.All.Length)));

    [Test]
    public async Task Open_FromVersionOneWithData_KeepsTheDataThroughEveryLaterMigration()
    {
        await using (var old = await Open([Migrations.All[0]]))
            await old.Begin(Acme.EntryOfTwoSteps(), None);

        await using var store = await Open(Migrations.All);
        var entry = await store.Find("two-1", None);
        Assert.That(entry!.Inverse, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Open_OlderSchema_AppliesWhatIsMissingAndDatesIt()
    {
        await using (var old = await Open(Migrations.All))
            await old.Begin(Acme.EntryOfTwoSteps(), None);
        await using (await Open([.. Migrations.All, AddsAColumn]))
            Assert.That(Look.At(Path, "SELECT change_id, approved_by FROM journal"), Is.EqualTo(new[] { "two-1|nobody" }));
        Assert.That(
            Look.At(Path, "SELECT version, applied_at FROM schema_version ORDER BY version DESC LIMIT 1"),
            Is.EqualTo(new[] { $"{AddsAColumn.Version}|2026-11-23T09:00:00.0000000Z" }));
    }

    [Test]
    public async Task Open_MigrationFailsHalfway_LeavesTheOlderSchemaWhole()
    {
        await (await Open(Migrations.All)).DisposeAsync();
        var before = await File.ReadAllBytesAsync(Path);
        var broken = AddsAColumn with { Sql = AddsAColumn.Sql + "; INSERT INTO no_such_table VALUES (1)" };

        Assert.That(() => Open([.. Migrations.All, broken]), Throws.TypeOf<SqliteException>());

        Assert.That(await File.ReadAllBytesAsync(Path), Is.EqualTo(before));
    }

    [Test]
    public async Task Open_ByManyAtOnce_MigratesOnce()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Open(Migrations.All)));
        var keys = await Task.WhenAll(stores.Select(s => s.PlanKey(None)));
        Assert.That(keys.Select(Convert.ToHexString).Distinct().ToList(), Has.Count.EqualTo(1));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    private Task<SqliteStore> Open(ImmutableArray<Migration> migrations) =>
        SqliteStore.Open(Path, FixedClock.AtStory(), migrations, TimeSpan.FromSeconds(30), None);
}
