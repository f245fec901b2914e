using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fixer.Adapters.Store;

/// <summary>The answer to a query. Holds the file open until it is disposed.</summary>
public sealed class QueryResult : IAsyncDisposable
{
    // Enough to make the change of threads cheap, few enough that rows with whole templates in them fit.
    private const int RowsAtATime = 64;
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;
    private readonly string path;
    private bool read;

    internal QueryResult(SqliteConnection connection, sqlite3_stmt statement, string path)
    {
        (this.connection, this.statement, this.path) = (connection, statement, path);
        Columns = [.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => raw.sqlite3_column_name(statement, i).utf8_to_string())];
    }

    /// <summary>Names of the columns, in order; two may be the same.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The rows, read as they are asked for, once. A value is null, <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or an array of bytes.</summary>
    /// <param name="cancellation">Stops the query, even between two rows that are far apart.</param>
    /// <exception cref="InvalidOperationException">The rows have been read already.</exception>
    /// <exception cref="QueryException">A value cannot be computed.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be read any more.</exception>
    public async IAsyncEnumerable<object?[]> Rows([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (read)
            throw new InvalidOperationException("The rows of a query are read once.");
        read = true;
        using var interruption = cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle!));
        var chunk = new List<object?[]>(RowsAtATime);
        bool more;
        do
        {
            chunk.Clear();
            more = await Task.Run(() => Fill(chunk, cancellation), cancellation);
            foreach (var row in chunk)
                yield return row;
        }
        while (more);
    }

    /// <summary>Ends the query and closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        statement.Dispose();
        return connection.DisposeAsync();
    }

    private bool Fill(List<object?[]> chunk, CancellationToken cancellation)
    {
        while (chunk.Count < RowsAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            var code = raw.sqlite3_step(statement);
            cancellation.ThrowIfCancellationRequested();
            if (code == raw.SQLITE_DONE)
                return false;
            if (code != raw.SQLITE_ROW)
                throw ReadOnlyQuery.Failure(connection.Handle!, path, code);
            chunk.Add([.. Enumerable.Range(0, Columns.Length).Select(Value)]);
        }

        return true;
    }

    private object? Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        _ => raw.sqlite3_column_text(statement, column).utf8_to_string(),
    };
}
