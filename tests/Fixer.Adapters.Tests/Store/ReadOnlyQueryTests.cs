using Fixer.Adapters.Store;

namespace Fixer.Adapters.Tests.Store;

/// <summary><c>fixer query</c> is given to people who may look and not touch.</summary>
internal sealed class ReadOnlyQueryTests : StoreTest
{
    [SetUp]
    public Task FillStore() => Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);

    [Test]
    public async Task Run_Select_ReturnsColumnsAndTypedRows()
    {
        await using var result = await ReadOnlyQuery.Run(Path, "SELECT name, ttl, ttl / 7.0 AS seventh, alias_dns_name, x'00ff' AS bytes FROM records WHERE type = 'CNAME'", None);
        Assert.That(result.Columns, Is.EqualTo(new[] { "name", "ttl", "seventh", "alias_dns_name", "bytes" }));
        Assert.That(await result.Rows().SingleAsync(), Is.EqualTo(new object?[] { "www.example.com", 300L, 300 / 7.0, null, new byte[] { 0, 255 } }));
    }

    [Test]
    public async Task Run_NoRows_StillHasColumns()
    {
        await using var result = await ReadOnlyQuery.Run(Path, "SELECT name FROM records WHERE false", None);
        Assert.That(result.Columns, Is.EqualTo(new[] { "name" }));
        Assert.That(await result.Rows().CountAsync(), Is.Zero);
    }

    [TestCase("SELECT 1;")]
    [TestCase("SELECT 1; -- that is all\n ; /* really */ ")]
    [TestCase("-- first a word\nSELECT 1")]
    [TestCase("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT max(i) FROM n")]
    [TestCase("VALUES (1)")]
    [TestCase("EXPLAIN QUERY PLAN SELECT * FROM records")]
    [TestCase("SELECT value FROM records, json_each(resource_records)")]
    [TestCase("SELECT name, sql FROM sqlite_schema")]
    [TestCase("SELECT name FROM pragma_table_info('records')")]
    [TestCase("PRAGMA table_info(records)")]
    [TestCase("WITH meta AS (SELECT 'mine' AS value) SELECT value FROM meta")]
    public async Task Run_AnythingThatReads_IsAllowed(string sql) => Assert.That(await Rows(sql), Is.Not.Empty);

    [TestCase("INSERT INTO accounts VALUES ('3', 'x', NULL)")]
    [TestCase("INSERT INTO accounts VALUES ('3', 'x', NULL) RETURNING account_id")]
    [TestCase("REPLACE INTO accounts VALUES ('3', 'x', NULL)")]
    [TestCase("UPDATE findings SET status = 'closed'")]
    [TestCase("DELETE FROM journal")]
    [TestCase("WITH x AS (SELECT 1) DELETE FROM findings")]
    [TestCase("DROP TABLE findings")]
    [TestCase("CREATE TABLE x (y)")]
    [TestCase("CREATE TEMP TABLE x (y)")]
    [TestCase("CREATE VIEW x AS SELECT * FROM meta")]
    [TestCase("CREATE VIRTUAL TABLE x USING fts5(y)")]
    [TestCase("ALTER TABLE findings RENAME TO x")]
    [TestCase("ATTACH 'FOLDER/other.db' AS other")]
    [TestCase("DETACH main")]
    [TestCase("VACUUM")]
    [TestCase("VACUUM INTO 'FOLDER/other.db'")]
    [TestCase("REINDEX")]
    [TestCase("ANALYZE")]
    [TestCase("BEGIN EXCLUSIVE")]
    [TestCase("SAVEPOINT x")]
    [TestCase("PRAGMA user_version = 5")]
    [TestCase("PRAGMA writable_schema = ON")]
    [TestCase("PRAGMA journal_mode = WAL")]
    [TestCase("PRAGMA temp_store_directory = 'FOLDER'")]
    [TestCase("SELECT * FROM pragma_user_version(5)")]
    [TestCase("SELECT * FROM pragma_journal_mode('wal')")]
    [TestCase("SELECT load_extension('FOLDER/x.so')")]
    [TestCase("SELECT 1; DELETE FROM journal")]
    [TestCase("SELECT 1; SELECT 2")]
    [TestCase("SELECT 1; nonsense")]
    [TestCase("EXPLAIN DELETE FROM journal")]
    [TestCase("")]
    [TestCase(" ; -- nothing\n")]
    [TestCase("SELECT * FROM findings WHERE account_id = $account")]
    public async Task Run_AnythingElse_IsRefusedAndLeavesNoTrace(string sql)
    {
        var before = Files();

        Assert.That(() => Rows(sql.Replace("FOLDER", System.IO.Path.GetDirectoryName(Path), StringComparison.Ordinal)), Throws.TypeOf<QueryException>());

        Assert.That(Files(), Is.EqualTo(before));
        Assert.That(await Store.PlanKey(None), Has.Length.EqualTo(32), "and the store still works");
    }

    [TestCase("SELECT value FROM meta")]
    [TestCase("SELECT * FROM META")]
    [TestCase("SELECT \"value\" FROM main.[Meta]")]
    [TestCase("SELECT count(*) FROM meta")]
    [TestCase("SELECT x.* FROM (SELECT * FROM meta) AS x")]
    [TestCase("WITH x AS (SELECT hex(value) AS h FROM meta) SELECT h FROM x")]
    [TestCase("SELECT name FROM accounts WHERE EXISTS (SELECT 1 FROM meta WHERE substr(value, 1, 1) > x'80')")]
    [TestCase("SELECT name FROM accounts ORDER BY (SELECT value FROM meta)")]
    [TestCase("SELECT * FROM accounts NATURAL JOIN meta")]
    [TestCase("SELECT * FROM sqlite_dbpage")]
    [TestCase("SELECT * FROM sqlite_stat1")]
    public void Run_ReadsThePlanKey_IsRefused(string sql)
    {
        // Who has the key can sign a plan that nobody approved.
        Assert.That(() => Rows(sql), Throws.TypeOf<QueryException>());
    }

    [Test]
    public void Run_DeniedTable_IsNamed() =>
        Assert.That(() => Rows("SELECT * FROM meta"), Throws.TypeOf<QueryException>().With.Message.EqualTo("Table meta is not for queries."));

    [TestCase("SELECT colour FROM findings", "no such column: colour")]
    [TestCase("SELECT * FROM finding", "no such table: finding")]
    [TestCase("SELEKT 1", "near \"SELEKT\": syntax error")]
    [TestCase("SELECT json_extract('{', '$')", "malformed JSON")]
    public void Run_SqlError_IsInSqlitesWords(string sql, string message) =>
        Assert.That(() => Rows(sql), Throws.TypeOf<QueryException>().With.Message.EqualTo(message));

    [Test]
    public async Task Run_LeavesNoFileBesideTheStore()
    {
        await using (var result = await ReadOnlyQuery.Run(Path, "SELECT * FROM records", None))
        {
            await result.Rows().FirstAsync();
            Assert.That(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!), Is.EqualTo(new[] { Path }));
        }

        Assert.That(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!), Is.EqualTo(new[] { Path }));
    }

    [Test]
    public async Task Rows_OfAMillion_DoNotFillTheMemory()
    {
        await using var result = await ReadOnlyQuery.Run(
            Path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i, printf('%0500d', i) FROM n", None);
        var (count, most, before) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
        await foreach (var row in result.Rows())
        {
            if (++count % 100_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.That(count, Is.EqualTo(1_000_000));
        Assert.That(most - before, Is.LessThan(200_000_000), "the rows together are 1 GB");
    }

    [Test]
    public async Task Rows_CancelledInALongComputation_Stop()
    {
        // Ctrl-C must work even when no row is in sight.
        await using var result = await ReadOnlyQuery.Run(Path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", None);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.That(async () => await result.Rows(cancellation.Token).CountAsync(CancellationToken.None), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Rows_Twice_Throws()
    {
        await using var result = await ReadOnlyQuery.Run(Path, "SELECT 1", None);
        await result.Rows().CountAsync();
        Assert.That(async () => await result.Rows().CountAsync(), Throws.InvalidOperationException);
    }

    [Test]
    public void Run_NoSuchFile_SaysWhatToDoAndCreatesNone()
    {
        Assert.That(() => ReadOnlyQuery.Run(File("absent.db"), "SELECT 1", None), Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("Run a sweep first"));
        Assert.That(System.IO.File.Exists(File("absent.db")), Is.False);
    }

    [Test]
    public async Task Run_FileIsNoDatabase_SaysSo()
    {
        await System.IO.File.WriteAllTextAsync(File("notes.txt"), new string('x', 5000));
        Assert.That(() => ReadOnlyQuery.Run(File("notes.txt"), "SELECT * FROM records", None), Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("not an SQLite database"));
    }

    private async Task<List<object?[]>> Rows(string sql)
    {
        await using var result = await ReadOnlyQuery.Run(Path, sql, None);
        return await result.Rows().ToListAsync();
    }

    private List<string> Files() =>
    [
        .. Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).Order()
            .Select(f => f + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(f)))),
    ];
}
