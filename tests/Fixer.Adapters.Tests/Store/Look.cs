using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Tests.Store;

/// <summary>Looks into a store's file, or meddles with it, through a connection of its own: what it sees has reached the file.</summary>
internal static class Look
{
    public static void Meddle(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows, each as its values joined by |.</summary>
    public static List<string> At(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    public static List<string> Tables(string path) => At(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");

    /// <summary>From now on, writes down every row that is inserted, updated or deleted, even if it stays as it was.</summary>
    public static void WatchRows(string path)
    {
        var triggers = from table in Tables(path)
                       from action in new[] { "INSERT", "UPDATE", "DELETE" }
                       select $"CREATE TRIGGER watch_{table}_{action} AFTER {action} ON {table} BEGIN INSERT INTO watched VALUES ('{action} {table}'); END;";
        Meddle(path, "CREATE TABLE watched (what TEXT);" + string.Concat(triggers));
    }

    /// <summary>What happened since it was last asked.</summary>
    public static List<string> Watched(string path)
    {
        var rows = At(path, "SELECT what FROM watched ORDER BY rowid");
        Meddle(path, "DELETE FROM watched");
        return rows;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
