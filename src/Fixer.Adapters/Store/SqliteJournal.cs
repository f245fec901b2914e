using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fixer.Adapters.Store;

/// <summary>Tables <c>journal</c> and <c>backups</c>.</summary>
internal sealed class SqliteJournal(StoreConnection store)
{
    /// <inheritdoc cref="IJournal"/>
    public Task Begin(JournalEntry entry, CancellationToken cancellation)
    {
        if (entry.State != JournalState.Begun || entry.EndedAt is not null)
            throw new ArgumentException($"A new entry is begun and has not ended; {entry.Change.Id} is {entry.State}.", nameof(entry));
        return store.Write(
            c =>
            {
                Insert(c, entry);
                Backup(c, entry);
            },
            cancellation);
    }

    /// <inheritdoc cref="IJournal"/>
    /// <exception cref="InvalidOperationException">The journal has no such change.</exception>
    public Task Advance(string changeId, JournalState state, DateTimeOffset at, string outcome, CancellationToken cancellation) => store.Write(
        c =>
        {
            var ended = state is JournalState.Done or JournalState.Dropped or JournalState.Undone;
            var rows = c.Execute(
                "UPDATE journal SET state = $state, ended_at = $ended_at, outcome = $outcome WHERE change_id = $id",
                ("$id", changeId),
                ("$state", Sql.Word(state)),
                ("$ended_at", ended ? Sql.Time(at) : null),
                ("$outcome", outcome));
            if (rows == 0)
                throw new InvalidOperationException($"The journal has no change {changeId}.");
        },
        cancellation);

    /// <inheritdoc cref="IJournal"/>
    public Task<JournalEntry?> Find(string changeId, CancellationToken cancellation) =>
        store.Read(c => Entries(c, "WHERE change_id = $id", ("$id", changeId)).SingleOrDefault(), cancellation);

    /// <inheritdoc cref="IJournal"/>
    public Task<ImmutableArray<JournalEntry>> All(CancellationToken cancellation) =>
        store.Read(c => Entries(c, "").ToImmutableArray(), cancellation);

    private static void Insert(SqliteConnection connection, JournalEntry entry)
    {
        try
        {
            connection.Execute(
                """
                INSERT INTO journal (change_id, kind, fingerprint, playbook, state, begun_at, outcome, change, finding)
                VALUES ($id, $change ->> '$.kind', $fingerprint, $playbook, $state, $begun_at, $outcome, $change, $finding)
                """,
                ("$id", entry.Change.Id),
                ("$fingerprint", entry.Change.Fingerprint),
                ("$playbook", entry.Change.Playbook),
                ("$state", Sql.Word(entry.State)),
                ("$begun_at", Sql.Time(entry.BegunAt)),
                ("$outcome", entry.Outcome),
                ("$change", StoreJson.Write(entry.Change)),
                ("$finding", StoreJson.Write(entry.Finding)));
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_PRIMARYKEY)
        {
            throw new InvalidOperationException($"The journal already has a change {entry.Change.Id}.", e);
        }
    }

    private static void Backup(SqliteConnection connection, JournalEntry entry)
    {
        foreach (var (ordinal, step) in entry.Inverse.Index())
        {
            connection.Execute(
                "INSERT INTO backups (change_id, ordinal, account_id, step, command_line) VALUES ($id, $ordinal, $account_id, $step, $command_line)",
                ("$id", entry.Change.Id),
                ("$ordinal", ordinal + 1),
                ("$account_id", step.AccountId),
                ("$step", StoreJson.Write(step)),
                ("$command_line", step.CommandLine));
        }
    }

    private static List<JournalEntry> Entries(SqliteConnection connection, string where, params (string, object?)[] parameters)
    {
        var inverse = connection.Rows(
                $"SELECT change_id, step FROM backups {where} ORDER BY change_id, ordinal",
                r => (ChangeId: r.GetString(0), Step: StoreJson.Read<ApiStep>(r.GetString(1))),
                parameters)
            .ToLookup(r => r.ChangeId, r => r.Step, StringComparer.Ordinal);
        return connection.Rows(
            $"SELECT change_id, state, begun_at, ended_at, outcome, change, finding FROM journal {where} ORDER BY begun_at, change_id",
            r => new JournalEntry(
                StoreJson.Read<Change>(r.GetString(5)),
                StoreJson.Read<Finding>(r.GetString(6)),
                [.. inverse[r.GetString(0)]],
                Sql.Word<JournalState>(r.GetString(1)),
                Sql.Time(r.GetString(2)),
                r.IsDBNull(3) ? null : Sql.Time(r.GetString(3)),
                r.GetString(4)),
            parameters);
    }
}
