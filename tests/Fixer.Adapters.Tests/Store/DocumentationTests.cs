using Fixer.Adapters.Store;
using Fixer.Changes;

namespace Fixer.Adapters.Tests.Store;

/// <summary>docs/store.md is what people write their SQL from: it must name everything there is, and its examples must run.</summary>
internal sealed class DocumentationTests : StoreTest
{
    private static readonly string[] Document = System.IO.File.ReadAllLines(System.IO.Path.Combine(Root(), "docs", "store.md"));

    private static IEnumerable<TestCaseData> Examples =>
        from start in Enumerable.Range(0, Document.Length)
        where Document[start] == "```sql"
        select new TestCaseData(string.Join('\n', Document.Skip(start + 1).TakeWhile(l => l != "```"))).SetArgDisplayNames($"line {start + 1}");

    [TestCaseSource(nameof(Examples))]
    public async Task Example_OnAStoreWithEverything_FindsSomething(string sql)
    {
        var done = Acme.EntryOfTwoSteps(Acme.ApiChange(Acme.Www).Id);
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www), Acme.Held(Acme.Api), Acme.Held(Acme.Txt)], None);
        await Store.Save(Acme.Inventory.DaysLater(1), [Acme.ByPullRequest(Acme.Www), Acme.Held(Acme.Api)], None);
        await Store.Save(Acme.Inventory.DaysLater(2).WithGap(), [Acme.ByPullRequest(Acme.Www), Acme.Held(Acme.Api), Acme.Held(Acme.Txt)], None);
        await Store.Set(Acme.Ledger(LedgerState.Verified, new DateOnly(2026, 11, 25), done.Change.Id), None);
        await Store.Begin(done, None);

        await using var result = await ReadOnlyQuery.Run(Path, sql, None);
        Assert.That(await result.Rows().CountAsync(), Is.Positive);
    }

    [Test]
    public void Examples_AreThere() => Assert.That(Examples.Count(), Is.GreaterThanOrEqualTo(5));

    [Test]
    public void EveryTableAndColumn_IsNamed() => Assert.That(Missing(), Is.Empty);

    [Test]
    public void EverySection_IsATable() => Assert.That(
        Document.Where(l => l.StartsWith("### `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]),
        Is.EquivalentTo(Look.Tables(Path)));

    private List<string> Missing() =>
    [
        .. from table in Look.Tables(Path)
           from column in Look.At(Path, $"SELECT name FROM pragma_table_info('{table}')")
           where !Section(table).Any(l => l.StartsWith($"| `{column}` |", StringComparison.Ordinal))
           select $"{table}.{column}",
    ];

    private static IEnumerable<string> Section(string table) =>
        Document.SkipWhile(l => l != $"### `{table}`").Skip(1).TakeWhile(l => !l.StartsWith('#'));

    private static string Root()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!System.IO.File.Exists(System.IO.Path.Combine(folder, "Fixer.sln")))
            folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
