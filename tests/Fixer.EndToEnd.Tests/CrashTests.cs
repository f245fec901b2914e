using Fixer.Changes;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// The promise of the journal: killing apply (or undo) at any point and running it again ends in the same state as never having been killed.
/// Every effect in turn is cut off, once just before and once just after it happened.
/// </summary>
public sealed class CrashTests
{
    private Story planned = null!;
    private string uninterrupted = null!;
    private int effects;

    [OneTimeSetUp]
    public async Task PlayOnceWithoutACrash()
    {
        planned = new Story();
        await planned.MakePlan();
        using var story = planned.Copy();
        var count = Crash.Never();
        await story.Apply(count);
        effects = count.Count;
        uninterrupted = await story.Snapshot();
    }

    [OneTimeTearDown]
    public void Remove() => planned.Dispose();

    [Test]
    public void Apply_Uninterrupted_HasManyEffects() =>
        Assert.That(effects, Is.GreaterThan(15), "fewer effects than changes, ledger entries, tags and mails: the fuses are not where the effects are");

    [Test]
    public async Task Apply_KilledAtEachEffectInTurn_EndsAsIfItHadNotBeen()
    {
        for (var effect = 1; effect <= effects; effect++)
        {
            foreach (var after in new[] { false, true })
                await AssertRecovers(new Crash(effect, after), $"{(after ? "after" : "before")} effect {effect}");
        }
    }

    /// <summary>A machine that crashed once may crash again while it recovers.</summary>
    [Test]
    public async Task Apply_KilledAgainDuringRecovery_EndsAsIfItHadNotBeen()
    {
        for (var first = 1; first <= effects; first += 2)
        {
            var second = (first * 7 % effects) + 1; // spread over the effects, the same in every run
            using var story = planned.Copy();
            await ApplyUntilCrash(story, new Crash(first, after: true));
            await ApplyUntilCrash(story, new Crash(second, after: false));
            await story.Apply();
            Assert.That(await story.Snapshot(), Is.EqualTo(uninterrupted), $"killed at {first} and then at {second}");
        }
    }

    [Test]
    public async Task Undo_KilledAtEachEffectInTurn_EndsAsIfItHadNotBeen()
    {
        using var applied = planned.Copy();
        var change = (await applied.Apply()).Changes.Single(c => c.Change is ApiChange).Change.Id;
        using var whole = applied.Copy();
        var count = Crash.Never();
        await whole.Undo(change, count);
        var expected = await whole.Snapshot();

        for (var effect = 1; effect <= count.Count; effect++)
        {
            foreach (var after in new[] { false, true })
            {
                using var story = applied.Copy();
                await Assert.ThrowsAsync<SimulatedCrashException>(() => story.Undo(change, new Crash(effect, after)));
                await story.Undo(change);
                Assert.That(await story.Snapshot(), Is.EqualTo(expected), $"{(after ? "after" : "before")} effect {effect}");
            }
        }
    }

    /// <summary>The plan file may be lost with the machine: the journal alone must be enough.</summary>
    [Test]
    public async Task Apply_PlanLostAfterCrash_NextPlanFinishesWhatWasBegun()
    {
        using var story = planned.Copy();
        await ApplyUntilCrash(story, new Crash(3, after: true));
        File.Delete(story.PlanPath);

        await story.MakePlan();
        await story.Apply();

        await using var session = await story.Open();
        var states = (await ((IJournal)session.Store).All(default)).Select(e => e.State).ToArray();
        Assert.That(states, Is.EqualTo(Enumerable.Repeat(JournalState.Done, 5)));
        Assert.That(story.Read().Zones.Sum(z => z.Records.Length), Is.EqualTo(14), "the record made by hand is gone, and only that");
    }

    /// <summary>The record is deleted, the books are not written, the plan is lost, and no finding is left that would lead back to it.</summary>
    [Test]
    public async Task Apply_PlanLostRightAfterTheDelete_NextApplyFinishesTheBooks()
    {
        for (var effect = 1; effect <= effects; effect++)
        {
            using var story = planned.Copy();
            await ApplyUntilCrash(story, new Crash(effect, after: true));
            if (story.Read().Zones.Sum(z => z.Records.Length) == 9)
                continue; // not deleted yet

            await story.MakePlan();
            await story.Apply();

            await using var session = await story.Open();
            Assert.That((await ((IJournal)session.Store).All(default)).Select(e => e.State), Is.All.EqualTo(JournalState.Done), $"killed after effect {effect}");
            return;
        }

        Assert.Fail("no effect deleted the record");
    }

    private async Task AssertRecovers(Crash crash, string where)
    {
        using var story = planned.Copy();
        await Assert.ThrowsAsync<SimulatedCrashException>(() => story.Apply(crash), where);
        await story.Apply();
        Assert.That(await story.Snapshot(), Is.EqualTo(uninterrupted), where);
    }

    private static async Task ApplyUntilCrash(Story story, Crash crash)
    {
        try
        {
            await story.Apply(crash);
        }
        catch (SimulatedCrashException)
        {
            // the point of the exercise
        }
    }
}
