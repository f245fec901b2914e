using Fixer.Adapters.Store;
using Fixer.Changes;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Tests.Store;

/// <summary>The journal is what an undo, and a run after a crash, have to go by.</summary>
internal sealed class SqliteJournalTests : StoreTest
{
    private static readonly DateTimeOffset Later = Acme.Monday.AddHours(1);

    private static IEnumerable<Change> EveryKindOfChange => [Acme.ApiChange(Acme.Api), Acme.PullRequestChange, Acme.Handoff];

    [TestCaseSource(nameof(EveryKindOfChange))]
    public async Task Find_AfterBegin_ReturnsTheEntryWhole(Change change)
    {
        var entry = Acme.Entry(change, change is ApiChange api ? [api.Steps[0].Inverse] : []);
        await Store.Begin(entry, None);

        var found = await Store.Find(change.Id, None);

        Assert.That(StoreJson.Write(found), Is.EqualTo(StoreJson.Write(entry)));
        Assert.That(found!.Change, Is.TypeOf(change.GetType()));
        Assert.That(found.BegunAt, Is.EqualTo(entry.BegunAt));
    }

    [Test]
    public async Task Begin_Returned_EverythingIsOnDisk()
    {
        await Store.Begin(Acme.EntryOfTwoSteps(), None);

        // What a process that is killed right now leaves behind is what the files hold right now, with no help from a closing connection.
        var wreck = File("wreck.db");
        foreach (var file in Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!, "fixer.db*"))
            System.IO.File.Copy(file, file.Replace("fixer.db", "wreck.db", StringComparison.Ordinal));
        await using var next = await SqliteStore.Open(wreck, Clock, None);
        var entry = await next.Find("two-1", None);
        Assert.That(entry!.State, Is.EqualTo(JournalState.Begun));
        Assert.That(entry.Inverse, Is.EqualTo(new[] { new CreateRecordSet(Acme.Api), new CreateRecordSet(Acme.Www) }), "last step first");
    }

    [Test]
    public async Task Begin_BackupCannotBeWritten_WritesNoJournalEither()
    {
        // A journal entry without its backup would promise an undo that cannot be kept.
        Look.Meddle(Path, "CREATE TRIGGER full BEFORE INSERT ON backups WHEN NEW.ordinal = 2 BEGIN SELECT raise(ABORT, 'no room'); END");
        Assert.That(() => Store.Begin(Acme.EntryOfTwoSteps(), None), Throws.TypeOf<SqliteException>());
        Assert.That(Stored("SELECT change_id FROM journal"), Is.Empty);
        Assert.That(Stored("SELECT change_id FROM backups"), Is.Empty);
    }

    [Test]
    public async Task Begin_IdIsTaken_ThrowsAndKeepsTheFirst()
    {
        await Store.Begin(Acme.EntryOfTwoSteps(), None);
        var second = Acme.EntryOfTwoSteps() with { Outcome = "second" };
        Assert.That(() => Store.Begin(second, None), Throws.InvalidOperationException.With.Message.Contains("two-1"));
        Assert.That((await Store.Find("two-1", None))!.Outcome, Is.Empty);
        Assert.That(Stored("SELECT count(*) FROM backups"), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public void Begin_EntryHasEnded_IsADefect() =>
        Assert.That(() => Store.Begin(Acme.EntryOfTwoSteps() with { State = JournalState.Done }, None), Throws.ArgumentException);

    [TestCase(JournalState.Done)]
    [TestCase(JournalState.Dropped)]
    [TestCase(JournalState.Undone)]
    public async Task Advance_ToAnEnd_RecordsWhenAndHow(JournalState end)
    {
        await Store.Begin(Acme.EntryOfTwoSteps(), None);
        await Store.Advance("two-1", end, Later, "acme/shop#7", None);

        await using var other = await SqliteStore.Open(Path, Clock, None);
        var entry = await other.Find("two-1", None);
        Assert.That((entry!.State, entry.EndedAt, entry.Outcome), Is.EqualTo((end, (DateTimeOffset?)Later, "acme/shop#7")));
    }

    [Test]
    public async Task Advance_ToUndoing_IsOpenAgain()
    {
        await Store.Begin(Acme.EntryOfTwoSteps(), None);
        await Store.Advance("two-1", JournalState.Done, Later, "", None);
        await Store.Advance("two-1", JournalState.Undoing, Later, "", None);
        Assert.That((await Store.Find("two-1", None))!.EndedAt, Is.Null);
    }

    [Test]
    public void Advance_UnknownId_Throws() =>
        Assert.That(() => Store.Advance("nobody-1", JournalState.Done, Later, "", None), Throws.InvalidOperationException.With.Message.Contains("nobody-1"));

    [Test]
    public async Task Find_UnknownId_IsNull() => Assert.That(await Store.Find("nobody-1", None), Is.Null);

    [Test]
    public async Task All_ReturnsOldestFirstThenById()
    {
        await Store.Begin(Acme.EntryOfTwoSteps("c") with { BegunAt = Acme.Monday }, None);
        await Store.Begin(Acme.EntryOfTwoSteps("b") with { BegunAt = Acme.Monday.AddTicks(1) }, None);
        await Store.Begin(Acme.EntryOfTwoSteps("a") with { BegunAt = Acme.Monday.AddTicks(1).ToOffset(TimeSpan.FromHours(-9)) }, None);
        var all = await ((IJournal)Store).All(None);
        Assert.That(all.Select(e => e.Change.Id), Is.EqualTo(new[] { "c", "a", "b" }));
        Assert.That(all.Select(e => e.Inverse.Length), Is.All.EqualTo(2));
    }

    [Test]
    public async Task Backups_HoldTheCommandThatRestores()
    {
        // With fixer gone, SQL and the AWS command line are enough to restore.
        await Store.Begin(Acme.EntryOfTwoSteps(), None);
        Assert.That(
            Stored("SELECT command_line FROM backups ORDER BY ordinal"),
            Is.EqualTo(new[] { new CreateRecordSet(Acme.Api).CommandLine, new CreateRecordSet(Acme.Www).CommandLine }));
    }

    [Test]
    public async Task Journal_ColumnsAreInWordsForSql()
    {
        await Store.Begin(Acme.Entry(Acme.PullRequestChange), None);
        Assert.That(
            Stored("SELECT kind, state, playbook, begun_at, change ->> '$.repository' FROM journal"),
            Is.EqualTo(new[] { "pullRequest|begun|dns-dangling-record|2026-11-23T09:00:00.1234567Z|acme/shop" }));
    }
}
