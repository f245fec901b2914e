using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Store;

/// <summary>How a kind of row lies in its table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">Columns of its primary key.</param>
/// <param name="Rest">Its other columns, as far as a row fills them.</param>
/// <param name="Values">A row's values: those of <paramref name="Key"/>, then those of <paramref name="Rest"/>.</param>
internal sealed record Shape<T>(string Table, ImmutableArray<string> Key, ImmutableArray<string> Rest, Func<T, object?[]> Values)
{
    /// <summary>The temporary table that holds what the sweep saw.</summary>
    public string Staged => $"temp.staged_{Table}";

    /// <summary>All columns, comma-separated.</summary>
    public string Columns => string.Join(", ", [.. Key, .. Rest]);

    /// <summary>That a row of the table and a staged row <c>s</c> have the same key.</summary>
    public string SameKey => string.Join(" AND ", Key.Select(k => $"s.{k} = {Table}.{k}"));

    /// <summary>
    /// Puts <paramref name="rows"/> into a temporary table, so that the comparison with millions of stored rows is one statement and no row
    /// is read back. Of rows with one key, the last counts.
    /// </summary>
    public void Stage(SqliteConnection connection, IEnumerable<T> rows, CancellationToken cancellation)
    {
        connection.Execute($"CREATE TABLE {Staged} ({Columns}, PRIMARY KEY ({string.Join(", ", Key)})) WITHOUT ROWID");
        using var insert = connection.CreateCommand();
        var parameters = Enumerable.Range(0, Key.Length + Rest.Length).Select(i => insert.Parameters.AddWithValue($"${i}", DBNull.Value)).ToArray();
        insert.CommandText = $"INSERT OR REPLACE INTO {Staged} VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = Values(row);
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = values[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Makes the table hold exactly <paramref name="rows"/>; rows that are the same already are not written.</summary>
    public void Replace(SqliteConnection connection, IEnumerable<T> rows, CancellationToken cancellation)
    {
        Stage(connection, rows, cancellation);
        connection.Execute($"DELETE FROM {Table} WHERE NOT EXISTS (SELECT 1 FROM {Staged} s WHERE {SameKey})");
        connection.Execute($"INSERT INTO {Table} ({Columns}) SELECT {Columns} FROM {Staged} WHERE true ON CONFLICT DO {Update}");
        Unstage(connection);
    }

    /// <summary>Drops the temporary table.</summary>
    public void Unstage(SqliteConnection connection) => connection.Execute($"DROP TABLE {Staged}");

    private string Update => Rest.IsEmpty ? "NOTHING" : $"UPDATE SET {Upsert.Assignments(Rest)} WHERE {Upsert.Differs(Rest)}";
}

/// <summary>Pieces of SQL for upserts that write only what differs.</summary>
internal static class Upsert
{
    /// <summary>Assigns the new row's values of these columns.</summary>
    public static string Assignments(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"{c} = excluded.{c}"));

    /// <summary>That the new row differs in any of these columns.</summary>
    public static string Differs(IReadOnlyCollection<string> columns) =>
        $"({string.Join(", ", columns)}) IS NOT ({string.Join(", ", columns.Select(c => $"excluded.{c}"))})";
}
