using System.Collections.Immutable;
using Fixer.Adapters.Files;
using Fixer.Changes;
using Fixer.Inventory;
using Fixer.Planning;

namespace Fixer.Adapters.Store;

/// <summary>
/// The store in one SQLite file: journal, ledger, sweeps, events and the plan key. Safe to use from several threads; another process may read and
/// write the same file. Every method is one transaction, and throws <see cref="StoreUnavailableException"/> when the file cannot be used.
/// </summary>
public sealed class SqliteStore : IJournal, ILedger, ISweeps, IEventLog, IPlanKey, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string path;
    private readonly StoreConnection connection;
    private readonly SqliteJournal journal;
    private readonly SqliteLedger ledger;
    private readonly SqliteSweeps sweeps;
    private readonly SqliteEvents events;

    private SqliteStore(string path, StoreConnection connection, TimeProvider clock)
    {
        this.path = Path.GetFullPath(path);
        this.connection = connection;
        journal = new SqliteJournal(connection);
        ledger = new SqliteLedger(connection);
        sweeps = new SqliteSweeps(connection, clock);
        events = new SqliteEvents(connection);
    }

    /// <summary>Opens a store, creating file and folder when they are not there, and brings its schema up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Dates sweeps and migrations.</param>
    /// <param name="cancellation">Cancels before anything is touched.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be written, is not a store, or is of a newer schema.</exception>
    public static Task<SqliteStore> Open(string path, TimeProvider clock, CancellationToken cancellation) =>
        Open(path, clock, Migrations.All, Patience, cancellation);

    /// <inheritdoc/>
    public async Task<IDisposable> Exclusive(CancellationToken cancellation) => await FileLock.Take(path + ".lock", cancellation);

    /// <inheritdoc/>
    public Task Begin(JournalEntry entry, CancellationToken cancellation) => journal.Begin(entry, cancellation);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The journal has no such change.</exception>
    public Task Advance(string changeId, JournalState state, DateTimeOffset at, string outcome, CancellationToken cancellation) =>
        journal.Advance(changeId, state, at, outcome, cancellation);

    /// <inheritdoc/>
    public Task<JournalEntry?> Find(string changeId, CancellationToken cancellation) => journal.Find(changeId, cancellation);

    /// <inheritdoc/>
    Task<ImmutableArray<JournalEntry>> IJournal.All(CancellationToken cancellation) => journal.All(cancellation);

    /// <inheritdoc/>
    public Task Set(LedgerEntry entry, CancellationToken cancellation) => ledger.Set(entry, cancellation);

    /// <inheritdoc/>
    Task<ImmutableArray<LedgerEntry>> ILedger.All(CancellationToken cancellation) => ledger.All(cancellation);

    /// <inheritdoc/>
    public Task Save(OrganizationInventory inventory, ImmutableArray<PlannedFix> fixes, CancellationToken cancellation) =>
        sweeps.Save(inventory, fixes, cancellation);

    /// <inheritdoc/>
    public Task Note(ImmutableArray<PlannedFix> fixes, DateTimeOffset at, CancellationToken cancellation) => sweeps.Note(fixes, at, cancellation);

    /// <inheritdoc/>
    public Task<OrganizationInventory?> Last(CancellationToken cancellation) => sweeps.Last(cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<RecordSet>> PointingAt(ImmutableArray<Target> targets, CancellationToken cancellation) => sweeps.PointingAt(targets, cancellation);

    /// <inheritdoc/>
    public Task<ImmutableHashSet<string>> Handled(ImmutableArray<string> eventIds, CancellationToken cancellation) => events.Handled(eventIds, cancellation);

    /// <inheritdoc/>
    public Task Remember(ImmutableArray<string> eventIds, DateTimeOffset at, CancellationToken cancellation) => events.Remember(eventIds, at, cancellation);

    /// <inheritdoc/>
    public Task<byte[]> PlanKey(CancellationToken cancellation) =>
        connection.Read(c => (byte[])c.Scalar("SELECT value FROM meta WHERE name = 'plan_key'")!, cancellation);

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>Opens a store with a given schema and a given patience with other processes.</summary>
    internal static Task<SqliteStore> Open(string path, TimeProvider clock, ImmutableArray<Migration> migrations, TimeSpan patience, CancellationToken cancellation) =>
        Task.Run(() => new SqliteStore(path, StoreConnection.Open(path, clock, migrations, patience), clock), cancellation);
}
