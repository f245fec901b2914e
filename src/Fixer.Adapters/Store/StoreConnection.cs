using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fixer.Adapters.Store;

/// <summary>The one connection of a store. SQLite's connections are not thread-safe: work is let in one at a time, each in a transaction.</summary>
internal sealed class StoreConnection : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SqliteConnection connection;
    private readonly string path;
    private bool disposed;

    private StoreConnection(SqliteConnection connection, string path) => (this.connection, this.path) = (connection, path);

    /// <summary>Opens or creates the file and brings it to the newest schema.</summary>
    /// <param name="path">The file; its folder is created.</param>
    /// <param name="clock">Dates the migrations.</param>
    /// <param name="migrations">The schema.</param>
    /// <param name="patience">How long to wait for another process's lock; whole seconds, at least one.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be used.</exception>
    public static StoreConnection Open(string path, TimeProvider clock, ImmutableArray<Migration> migrations, TimeSpan patience)
    {
        path = Path.GetFullPath(path);
        CreateFolder(path);
        var isNew = !File.Exists(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = (int)patience.TotalSeconds,
        }.ToString());
        try
        {
            connection.Open();
            if (isNew && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite); // The plan key will be in it.
            if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
                throw StoreUnavailableException.From(path, raw.SQLITE_READONLY)!;

            // A rollback journal rather than a write-ahead log: the store stays one file, and reading it creates none beside it.
            // FULL: a commit has reached the disk before it returns. EXTRA also syncs the folder after the journal is deleted.
            // The caches, 64 MB each: with SQLite's 2 MB, a sweep of 200,000 records takes twice as long.
            connection.Script("PRAGMA synchronous = EXTRA; PRAGMA cache_size = -65536; PRAGMA temp.cache_size = -65536");
            connection.CreateFunction("secure_random", (long bytes) => RandomNumberGenerator.GetBytes((int)bytes));
            Migrations.Apply(connection, migrations, path, clock);
            return new StoreConnection(connection, path);
        }
        catch (SqliteException e) when (StoreUnavailableException.From(path, e) is { } unavailable)
        {
            connection.Dispose();
            throw unavailable;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="read"/> on one consistent state of the store.</summary>
    public Task<T> Read<T>(Func<SqliteConnection, T> read, CancellationToken cancellation) => Transact(deferred: true, read, cancellation);

    /// <summary>Runs <paramref name="write"/> wholly or not at all. What it did has reached the disk when this returns.</summary>
    public Task Write(Action<SqliteConnection> write, CancellationToken cancellation) => Transact(
        deferred: false,
        c =>
        {
            write(c);
            return true;
        },
        cancellation);

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        disposed = true;
        await connection.DisposeAsync();
        gate.Release();
    }

    private async Task<T> Transact<T>(bool deferred, Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            using var transaction = connection.BeginTransaction(deferred);
            var result = work(connection);
            transaction.Commit();
            return result;
        }
        catch (SqliteException e) when (StoreUnavailableException.From(path, e) is { } unavailable)
        {
            throw unavailable;
        }
        finally
        {
            gate.Release();
        }
    }

    private static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(path, $"Its folder cannot be created: {e.Message}.", "Name a file in a folder that this user may write.", e);
        }
    }
}
