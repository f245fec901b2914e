using System.Runtime.CompilerServices;
using Fixer.Adapters.Store;

namespace Fixer.Adapters.Tests.Store;

/// <summary>docs/store.md is what people write SQL from: every example in it must run, and no table or column may be missing.</summary>
internal sealed class DocumentationTests : StoreTest
{
    private static IEnumerable<string> Examples() => Document().Split("```sql\n").Skip(1).Select(part => part.Split("```")[0].Trim());

    [Test]
    public void Document_HasExamples() => Assert.That(Examples().Count(), Is.GreaterThanOrEqualTo(5));

    [TestCaseSource(nameof(Examples))]
    public async Task Example_Always_Runs(string sql)
    {
        await Store.Save(Acme.Inventory, [Acme.ByPullRequest(Acme.Www)], None);

        await using var result = await ReadOnlyQuery.Run(Path, sql, None);

        Assert.That(result.Columns, Is.Not.Empty);
        await foreach (var row in result.Rows(None))
            Assert.That(row, Has.Length.EqualTo(result.Columns.Length));
    }

    [Test]
    public void Schema_EveryTableAndColumn_IsDocumented()
    {
        var document = Document();
        var columns = Stored("SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'");
        var missing = columns.Select(c => c.Split('.')).Where(c => !document.Contains($"`{c[0]}`", StringComparison.Ordinal) || !document.Contains($"`{c[1]}`", StringComparison.Ordinal));

        Assert.That(columns, Has.Count.GreaterThan(80));
        Assert.That(missing, Is.Empty);
    }

    private static string Document([CallerFilePath] string here = "") =>
        System.IO.File.ReadAllText(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../docs/store.md"));
}
