using Fixer.Adapters.Store;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Store;

/// <summary>A test with a store of its own.</summary>
internal abstract class StoreTest
{
    protected static readonly CancellationToken None = CancellationToken.None;
    private TemporaryFolder folder = null!;

    protected SqliteStore Store { get; private set; } = null!;

    protected FixedClock Clock { get; private set; } = null!;

    protected string Path => folder.File("fixer.db");

    [SetUp]
    public async Task CreateStore()
    {
        folder = new TemporaryFolder();
        Clock = FixedClock.AtStory();
        Store = await SqliteStore.Open(Path, Clock, None);
    }

    [TearDown]
    public async Task RemoveStore()
    {
        await Store.DisposeAsync();
        folder.Dispose();
    }

    protected string File(string name) => folder.File(name);

    protected List<string> Stored(string sql) => Look.At(Path, sql);
}
