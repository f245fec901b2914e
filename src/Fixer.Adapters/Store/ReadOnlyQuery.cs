using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fixer.Adapters.Store;

/// <summary>Lets people ask a store in SQL, and nothing else: whatever they write, the file stays as it is and no other file is made.</summary>
public static class ReadOnlyQuery
{
    private const int PatienceMilliseconds = 30_000;

    /// <summary>Starts a query. Rows are read as they are asked for; until the result is disposed, processes that write the store wait.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="sql">One reading statement.</param>
    /// <param name="cancellation">Cancels before the query starts.</param>
    /// <exception cref="QueryException">SQLite does not understand <paramref name="sql"/>, or it is not a single statement that only reads.</exception>
    /// <exception cref="StoreUnavailableException">The file is not there or cannot be read.</exception>
    public static Task<QueryResult> Run(string path, string sql, CancellationToken cancellation) =>
        Task.Run(() => Start(Path.GetFullPath(path), sql), cancellation);

    private static QueryResult Start(string path, string sql)
    {
        if (!File.Exists(path))
            throw new StoreUnavailableException(path, "There is no such file.", "Run a sweep first: it creates the store.");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle!, PatienceMilliseconds);
            return new QueryResult(connection, Prepare(connection.Handle!, path, sql), path);
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

    private static sqlite3_stmt Prepare(sqlite3 handle, string path, string sql)
    {
        var authorizer = new QueryAuthorizer();
        authorizer.Attach(handle);
        var statement = PrepareOne(handle, authorizer, path, sql, out var rest)
            ?? throw new QueryException("There is no statement in the query.");
        try
        {
            if (raw.sqlite3_stmt_readonly(statement) == 0)
                throw new QueryException("A query may only read; use a single SELECT.");
            if (raw.sqlite3_bind_parameter_count(statement) > 0)
                throw new QueryException($"Parameter {raw.sqlite3_bind_parameter_name(statement, 1).utf8_to_string() ?? "?"} has no value; write the value itself.");
            RefuseMore(handle, authorizer, path, rest);
            return statement;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>What follows the first statement may be comments and semicolons; SQLite compiles those to nothing.</summary>
    private static void RefuseMore(sqlite3 handle, QueryAuthorizer authorizer, string path, string rest)
    {
        while (rest.Length > 0)
        {
            using var second = PrepareOne(handle, authorizer, path, rest, out var next);
            if (second is not null)
                throw new QueryException("A query is a single statement; this is more than one.");
            rest = next.Length < rest.Length ? next : "";
        }
    }

    private static sqlite3_stmt? PrepareOne(sqlite3 handle, QueryAuthorizer authorizer, string path, string sql, out string rest)
    {
        var code = raw.sqlite3_prepare_v2(handle, sql, out var statement, out rest);
        rest ??= "";
        if (code == raw.SQLITE_OK)
            return statement is null || statement.IsInvalid ? null : statement;
        throw Failure(handle, path, code, authorizer.Denial);
    }

    /// <summary>What went wrong: the store's trouble, or the query's.</summary>
    internal static Exception Failure(sqlite3 handle, string path, int code, string? denial = null)
    {
        var message = raw.sqlite3_errmsg(handle).utf8_to_string();
        if (denial is not null)
            return new QueryException(denial);
        return raw.sqlite3_extended_errcode(handle) == raw.SQLITE_READONLY_ROLLBACK
            ? new StoreUnavailableException(path, "A process died while it wrote.", "Run any command that writes the store, such as a sweep: it rolls back first.")
            : StoreUnavailableException.From(path, code) ?? (Exception)new QueryException(message);
    }
}
