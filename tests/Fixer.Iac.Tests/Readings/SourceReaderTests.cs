using System.Collections.Immutable;
using Fixer.Iac.Readings;
using Fixer.Iac.Tests.Terraform;

namespace Fixer.Iac.Tests.Readings;

/// <summary>A thousand repositories of which one has changed must cost as much as one.</summary>
public class SourceReaderTests
{
    const string Code = """
        terraform {
          backend "s3" {
            bucket = "states"
            key    = "dns.tfstate"
          }
        }

        resource "aws_route53_record" "www" {
          zone_id = "Z1"
          name    = "www-${terraform.workspace}"
          type    = "A"
        }

        """;

    static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> None = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    static readonly SourceReading Sentinel = new([], [], [new("x", 1, 1, "X", "This was kept.")]);

    [Test]
    public void Index_NothingHasChanged_IsWhatWasKept()
    {
        var store = new Shelf();
        Read(store, Tree(Code));
        store.Kept = store.Kept! with { Reading = Sentinel };
        var backends = new SourceReader(store).Backends(Tree(Code));

        Assert.That(backends.Backends, Is.EqualTo(store.Kept.Backends));
        Assert.That(new SourceReader(store).Index(backends, None).Reading, Is.SameAs(Sentinel), "the files are not read again");
    }

    [TestCase("# a comment")]
    [TestCase(" ")]
    public void Index_AByteMore_ReadsAgain(string more)
    {
        var store = new Shelf();
        Read(store, Tree(Code));
        store.Kept = store.Kept! with { Reading = Sentinel };

        Assert.That(Read(store, Tree(Code + more)).Records.Single().Type, Is.EqualTo("A"));
        Assert.That(store.Kept!.Reading, Is.Not.SameAs(Sentinel), "and keeps it");
    }

    [Test]
    public void Index_AnotherWorkspace_ReadsAgain()
    {
        var store = new Shelf();
        Read(store, Tree(Code));

        var index = Read(store, Tree(Code), None.Add("", ["prod"]));

        Assert.That(index.Records.Single().Name, Is.EqualTo("www-prod"));
    }

    [Test]
    public void Content_WhatCannotBeRead_Counts()
    {
        var tree = Tree(Code);

        Assert.That(ReadingKeys.Content(tree with { LeftOut = ["a.tf"] }), Is.Not.EqualTo(ReadingKeys.Content(tree)));
        Assert.That(ReadingKeys.Content(tree with { Links = tree.Links.Add("a") }), Is.Not.EqualTo(ReadingKeys.Content(tree)));
        Assert.That(ReadingKeys.Content(tree with { Unread = tree.Unread.Add("a") }), Is.Not.EqualTo(ReadingKeys.Content(tree)));
        Assert.That(ReadingKeys.Content(tree with { Commit = "another" }), Is.EqualTo(ReadingKeys.Content(tree)), "a commit that changes nothing");
    }

    static SourceIndex Read(IReadingStore store, SourceTree tree, IReadOnlyDictionary<string, ImmutableArray<string>>? workspaces = null)
    {
        var reader = new SourceReader(store);
        return reader.Index(reader.Backends(tree), workspaces ?? None);
    }

    static SourceTree Tree(string code) => TerraformCase.Tree(("main.tf", code));

    sealed class Shelf : IReadingStore
    {
        public KeptReading? Kept { get; set; }

        public KeptReading? Find(string repository) => Kept;

        public void Keep(string repository, KeptReading reading) => Kept = reading;
    }
}
