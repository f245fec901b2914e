using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Planning;

namespace Fixer.Testing;

/// <summary>The process dies here. Nothing in the product catches it, as nothing catches a power cut.</summary>
public sealed class SimulatedCrashException(string where) : Exception($"crashed {where}");

/// <summary>Counts the effects on the outside world and dies at one of them, just before or just after it happened.</summary>
public sealed class Crash(int at, bool after)
{
    private int count;

    /// <summary>Effects seen.</summary>
    public int Count => count;

    /// <summary>Never dies; only counts.</summary>
    public static Crash Never() => new(-1, false);

    public async Task<T> Around<T>(string what, Func<Task<T>> effect)
    {
        var number = ++count;
        if (number == at && !after)
            throw new SimulatedCrashException($"before effect {number}, {what}");
        var result = await effect();
        if (number == at && after)
            throw new SimulatedCrashException($"after effect {number}, {what}");
        return result;
    }

    public Task Around(string what, Func<Task> effect) => Around(what, async () =>
    {
        await effect();
        return true;
    });

    /// <summary>The same ports, with a fuse before every effect.</summary>
    public Ports Arm(Ports ports) => ports with
    {
        Branches = new Branches(ports.Branches, this),
        Forge = new Forge(ports.Forge, this),
        Api = new Api(ports.Api, this),
        Mail = new Mail(ports.Mail, this),
        Journal = new Journal(ports.Journal, this),
        Ledger = new Ledger(ports.Ledger, this),
        Sweeps = new Sweeps(ports.Sweeps, this),
    };

    private sealed class Branches(IBranches inner, Crash crash) : IBranches
    {
        public Task<string> Publish(string repository, string baseCommit, string branch, ImmutableArray<FileEdit> edits, string message, DateTimeOffset date, CancellationToken cancellation) =>
            crash.Around("push", () => inner.Publish(repository, baseCommit, branch, edits, message, date, cancellation));
    }

    private sealed class Forge(IForge inner, Crash crash) : IForge
    {
        public Task<PullRequest?> FindByBranch(string repository, string branch, CancellationToken cancellation) => inner.FindByBranch(repository, branch, cancellation);

        public Task<PullRequest> Open(string repository, string branch, string title, string body, CancellationToken cancellation) =>
            crash.Around("open pull request", () => inner.Open(repository, branch, title, body, cancellation));

        public Task Close(string repository, int number, string comment, CancellationToken cancellation) =>
            crash.Around("close pull request", () => inner.Close(repository, number, comment, cancellation));

        public Task<ImmutableArray<PullRequest>> List(string repository, CancellationToken cancellation) => inner.List(repository, cancellation);
    }

    private sealed class Api(IApi inner, Crash crash) : IApi
    {
        public Task Run(string playbook, ApiStep step, CancellationToken cancellation) => crash.Around(step.Permissions[0], () => inner.Run(playbook, step, cancellation));

        public Task<bool> HasTakenEffect(ApiStep step, CancellationToken cancellation) => inner.HasTakenEffect(step, cancellation);

        public Task TagZone(string accountId, string zoneId, string key, string value, CancellationToken cancellation) =>
            crash.Around("tag zone", () => inner.TagZone(accountId, zoneId, key, value, cancellation));
    }

    private sealed class Mail(IMail inner, Crash crash) : IMail
    {
        public Task Send(Message message, CancellationToken cancellation) => crash.Around("send mail", () => inner.Send(message, cancellation));
    }

    private sealed class Journal(IJournal inner, Crash crash) : IJournal
    {
        public Task<IDisposable> Exclusive(CancellationToken cancellation) => inner.Exclusive(cancellation);

        public Task Begin(JournalEntry entry, CancellationToken cancellation) => crash.Around("journal begin", () => inner.Begin(entry, cancellation));

        public Task Advance(string changeId, JournalState state, DateTimeOffset at, string outcome, CancellationToken cancellation) =>
            crash.Around($"journal {state}", () => inner.Advance(changeId, state, at, outcome, cancellation));

        public Task<JournalEntry?> Find(string changeId, CancellationToken cancellation) => inner.Find(changeId, cancellation);

        public Task<ImmutableArray<JournalEntry>> All(CancellationToken cancellation) => inner.All(cancellation);
    }

    private sealed class Ledger(ILedger inner, Crash crash) : ILedger
    {
        public Task Set(LedgerEntry entry, CancellationToken cancellation) => crash.Around($"ledger {entry.State}", () => inner.Set(entry, cancellation));

        public Task<ImmutableArray<LedgerEntry>> All(CancellationToken cancellation) => inner.All(cancellation);
    }

    private sealed class Sweeps(ISweeps inner, Crash crash) : ISweeps
    {
        public Task Save(OrganizationInventory inventory, ImmutableArray<PlannedFix> fixes, CancellationToken cancellation) =>
            crash.Around("save sweep", () => inner.Save(inventory, fixes, cancellation));
    }
}
