using SQLitePCL;

namespace Fixer.Adapters.Store;

/// <summary>
/// Asked by SQLite, while it compiles a statement, for every single thing the statement would do. What is not listed here is denied, so that an
/// action of a later SQLite is too.
/// </summary>
internal sealed class QueryAuthorizer
{
    // Holds the key that signs plans.
    private const string SecretTable = "meta";

    private static readonly HashSet<string> SchemaPragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "foreign_key_list", "index_info", "index_list", "index_xinfo", "table_info", "table_list", "table_xinfo",
    };

    /// <summary>Why the last statement was denied, for people; null when none was.</summary>
    public string? Denial { get; private set; }

    /// <summary>Puts the connection under this authorizer for as long as it is open.</summary>
    public void Attach(sqlite3 connection) =>
        raw.sqlite3_set_authorizer(connection, (strdelegate_authorizer)((_, action, first, second, _, _) => Decide(action, first, second)), null);

    private int Decide(int action, string? first, string? second)
    {
        var denial = action switch
        {
            raw.SQLITE_SELECT or raw.SQLITE_RECURSIVE => null,
            raw.SQLITE_READ => IsReadable(first ?? "") ? null : $"Table {first} is not for queries.",
            raw.SQLITE_FUNCTION => "load_extension".Equals(second, StringComparison.OrdinalIgnoreCase) ? "Function load_extension is not for queries." : null,
            raw.SQLITE_PRAGMA => SchemaPragmas.Contains(first ?? "") ? null : $"PRAGMA {first} is not for queries.",
            _ => "A query may only read; use a single SELECT.",
        };
        Denial ??= denial;
        return denial is null ? raw.SQLITE_OK : raw.SQLITE_DENY;
    }

    // SQLite's own tables may hold samples or raw pages of others; the one that lists the schema does not.
    private static bool IsReadable(string table) =>
        !table.Equals(SecretTable, StringComparison.OrdinalIgnoreCase)
        && (!table.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) || table is "sqlite_master" or "sqlite_schema");
}
