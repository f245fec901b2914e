using Fixer.Planning;
using Microsoft.Data.Sqlite;

namespace Fixer.Adapters.Store;

/// <summary>What a sweep did to the findings.</summary>
/// <param name="New">Never seen before.</param>
/// <param name="Reopened">Closed before, and back.</param>
/// <param name="Closed">Not there any more.</param>
internal sealed record FindingsDelta(long New, long Reopened, long Closed);

/// <summary>Table <c>findings</c>: what was ever wrong, open and closed.</summary>
internal static class FindingsTable
{
    private static readonly string[] Seen = ["playbook", "account_id", "region", "resource_type", "resource_id", "severity", "title", "target"];
    private static readonly string[] Decided = ["owner_kind", "owner", "route", "refusal_code", "refusal_message", "details"];

    private static readonly Shape<PlannedFix> Findings = new(
        "findings",
        ["fingerprint"],
        [.. Seen, .. Decided],
        f =>
        {
            var (finding, owner) = f.Owned;
            var resource = finding.Resource;
            return
            [
                finding.Fingerprint, finding.Playbook, resource.AccountId, resource.Region, resource.Type, resource.Id,
                Sql.Word(finding.Severity), finding.Title, finding.Target, Sql.Word(owner.Kind), owner.Name,
                Sql.Word(f.Route), f.Refusal?.Code.ToString(), f.Refusal?.Message, StoreJson.Write(f),
            ];
        });

    /// <summary>Brings the findings up to date.</summary>
    /// <param name="connection">The store, in a transaction.</param>
    /// <param name="fixes">What the sweep found.</param>
    /// <param name="at">The sweep's time.</param>
    /// <param name="complete">Whether everything was read: only then does not seen mean gone.</param>
    /// <param name="cancellation">Stops between two rows; the transaction is to be rolled back.</param>
    public static FindingsDelta Update(SqliteConnection connection, IEnumerable<PlannedFix> fixes, DateTimeOffset at, bool complete, CancellationToken cancellation)
    {
        Findings.Stage(connection, fixes, cancellation);
        var time = ("$at", (object?)Sql.Time(at));
        var reopened = (long)connection.Scalar($"SELECT count(*) FROM {Findings.Staged} s JOIN findings USING (fingerprint) WHERE status = 'closed'")!;
        var added = (long)connection.Scalar($"SELECT count(*) FROM {Findings.Staged} WHERE fingerprint NOT IN (SELECT fingerprint FROM findings)")!;
        var closed = !complete ? 0 : connection.Execute(
            $"""
            UPDATE findings SET status = 'closed', closed_at = $at, last_changed = $at
            WHERE status = 'open' AND NOT EXISTS (SELECT 1 FROM {Findings.Staged} s WHERE {Findings.SameKey})
            """,
            time);
        connection.Execute(
            $"""
            INSERT INTO findings ({Findings.Columns}, status, first_seen, last_changed, recurrences)
            SELECT {Findings.Columns}, 'open', $at, $at, 0 FROM {Findings.Staged} WHERE true
            ON CONFLICT DO UPDATE SET
              {Upsert.Assignments(Seen)}, {string.Join(", ", Decided.Select(c => $"{c} = iif(excluded.route = 'undecided', {c}, excluded.{c})"))},
              last_changed = excluded.last_changed,
              status = 'open', closed_at = NULL, recurrences = recurrences + (status = 'closed')
            WHERE status = 'closed' OR {Upsert.Differs(Seen)} OR (excluded.route <> 'undecided' AND {Upsert.Differs(Decided)})
            """,
            time);
        Findings.Unstage(connection);
        return new FindingsDelta(added, reopened, closed);
    }
}
