using System.Collections.Immutable;
using Fixer.Adapters.Readings;
using Fixer.Iac;
using Fixer.Iac.Readings;

namespace Fixer.Benchmarks;

/// <summary>What it takes to read 1,000 small repositories, and to read them again when none or one has changed.</summary>
static class Indexing
{
    const int RepositoryCount = 1000;

    static readonly ImmutableDictionary<string, ImmutableArray<string>> Workspaces = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Prints it all.</summary>
    /// <returns>0; or 1 if a second run reads what has not changed, or says something else.</returns>
    public static int Report()
    {
        SourceTree[] trees = [.. Enumerable.Range(0, RepositoryCount).Select(r => Tree(r, "www"))];
        Read(new SourceReader(), trees[..50]);
        var folder = Directory.CreateTempSubdirectory("fixer-index").FullName;
        try
        {
            var store = new CountingStore(new ReadingFolder(folder));
            var reader = new SourceReader(store);
            Console.WriteLine($"{RepositoryCount:N0} repositories, {trees.Sum(t => t.Files.Count):N0} files, {trees.Sum(t => t.Files.Values.Sum(f => (long)f.Length)):N0} bytes");
            var first = Read(reader, trees);
            Show("the first time", first, first, store);
            var second = Read(reader, trees);
            var isUnchanged = second.Records == first.Records && Show("again", second, first, store) == 0;
            trees[RepositoryCount / 2] = Tree(RepositoryCount / 2, "new");
            var third = Read(reader, trees);
            var isOne = third.Records == first.Records && Show("again, one has changed", third, first, store) == 1;
            return isUnchanged && isOne ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static (double Milliseconds, int Records) Read(SourceReader reader, SourceTree[] trees)
    {
        var records = 0;
        var milliseconds = Clock.Once(() => records = trees.Sum(t => reader.Index(reader.Backends(t), Workspaces).Records.Length));
        return (milliseconds, records);
    }

    /// <summary>How many repositories were read, not counting those whose reading was kept.</summary>
    static int Show(string what, (double Milliseconds, int Records) run, (double Milliseconds, int Records) first, CountingStore store)
    {
        var read = store.TakeRead();
        Clock.Show(what, run.Milliseconds, $", {first.Milliseconds / run.Milliseconds:N1} times as fast; {read:N0} repositories read, {run.Records:N0} records");
        return read;
    }

    static SourceTree Tree(int number, string name) => Trees.Of(
        $"example/repository{number}",
        ("README.md", $"# Repository {number}\n\nIts infrastructure is in `infra`.\n"),
        ("infra/main.tf", string.Concat(Enumerable.Range(0, 8).Select(r => $"resource \"aws_route53_record\" \"r{r}\" {{\n  zone_id = aws_route53_zone.main.zone_id\n  name    = \"{name}{r}.${{aws_route53_zone.main.name}}\"\n  type    = \"CNAME\"\n  ttl     = var.ttl\n  records = [\"r{r}.example.org.\"]\n}}\n\n"))),
        ("infra/zone.tf", $"terraform {{\n  backend \"s3\" {{\n    bucket = \"states\"\n    key    = \"repository{number}.tfstate\"\n    region = \"us-east-1\"\n  }}\n}}\n\nvariable \"ttl\" {{\n  type    = number\n  default = 300\n}}\n\nresource \"aws_route53_zone\" \"main\" {{\n  name = \"zone{number}.example.gov\"\n}}\n"),
        ("infra/bucket.tf", $"module \"site\" {{\n  source = \"./modules/site\"\n  name   = \"site-{number}\"\n}}\n"),
        ("infra/modules/site/main.tf", "variable \"name\" {\n  type = string\n}\n\nresource \"aws_s3_bucket\" \"this\" {\n  bucket = \"${var.name}-assets\"\n}\n"));

    /// <summary>Counts the repositories whose reading is new.</summary>
    sealed class CountingStore(IReadingStore store) : IReadingStore
    {
        readonly HashSet<string> read = new(StringComparer.Ordinal);

        public int TakeRead()
        {
            var count = read.Count;
            read.Clear();
            return count;
        }

        public KeptReading? Find(string repository) => store.Find(repository);

        public void Keep(string repository, KeptReading reading)
        {
            read.Add(repository);
            store.Keep(repository, reading);
        }
    }
}
