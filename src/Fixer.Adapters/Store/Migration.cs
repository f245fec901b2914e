using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

[assembly: InternalsVisibleTo("Fixer.Adapters.Tests")]

namespace Fixer.Adapters.Store;

/// <summary>One step of the schema. Once released it never changes; the next change of the schema is the next migration.</summary>
/// <param name="Version">The version the schema has afterwards: 1, 2, 3, …</param>
/// <param name="Sql">The statements. <c>secure_random(n)</c> makes n random bytes fit for a key.</param>
internal sealed record Migration(int Version, string Sql);

/// <summary>Brings a file to the newest schema.</summary>
internal static class Migrations
{
    /// <summary>"FIXR": tells a store from the database of another program.</summary>
    public const int ApplicationId = 0x46495852;

    /// <summary>Every migration, in order.</summary>
    public static ImmutableArray<Migration> All { get; } = [new(1, Schema.Version1), new(2, Schema.Version2)];

    /// <summary>Applies what is missing, each migration in a transaction of its own. Writes nothing when nothing is missing.</summary>
    /// <exception cref="StoreUnavailableException">The file is another program's, or of a newer schema.</exception>
    public static void Apply(SqliteConnection connection, ImmutableArray<Migration> migrations, string path, TimeProvider clock)
    {
        var newest = migrations[^1].Version;
        while (Version(connection, path, newest) < newest)
        {
            using var transaction = connection.BeginTransaction(deferred: false);

            // Asked again under the write lock: another process may have migrated in between.
            var next = Version(connection, path, newest) + 1;
            if (next > newest)
                return;
            connection.Script(migrations.Single(m => m.Version == next).Sql);
            connection.Execute(
                "INSERT INTO schema_version (version, applied_at) VALUES ($version, $at)",
                ("$version", next),
                ("$at", Sql.Time(clock.GetUtcNow())));
            transaction.Commit();
        }
    }

    private static long Version(SqliteConnection connection, string path, int newest)
    {
        if (connection.Scalar("SELECT 1 FROM sqlite_schema LIMIT 1") is null)
            return 0;
        if (connection.Scalar("PRAGMA application_id") is not (long)ApplicationId)
            throw new StoreUnavailableException(path, "It is the database of another program.", "Name another file as the store.");
        var version = (long)connection.Scalar("SELECT max(version) FROM schema_version")!;
        if (version > newest)
        {
            throw new StoreUnavailableException(
                path,
                $"It has schema version {version}; this fixer knows versions up to {newest}.",
                "Use the fixer that wrote it or a newer one, or name another file as the store.");
        }

        return version;
    }
}
