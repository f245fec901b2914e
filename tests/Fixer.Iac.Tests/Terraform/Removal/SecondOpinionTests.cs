using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Iac.Tests.Terraform.Removal;

/// <summary>What counts as the intended difference; the JSON is as hcl2json writes it.</summary>
public class SecondOpinionTests
{
    const string TwoBlocks = """
        resource "a" "x" {}
        resource "a" "y" {}
        """;

    const string Map = """
        resource "a" "this" {
          for_each = { "p q" = 1, r = 2 }
        }
        """;

    const string Loop = """
        resource "a" "this" {
          for_each = toset([for n in ["p", "q"] : n])
        }
        """;

    const string LoopBefore = """{"resource":{"a":{"this":[{"for_each":"${toset([for n in [\"p\", \"q\"] : n])}"}]}}}""";
    const string LoopAfter = """{"resource":{"a":{"this":[{"for_each":"${toset([for n in [\"q\"] : n])}"}]}}}""";

    [TestCase("""{"resource":{"a":{"y":[{}]}}}""", null)]
    [TestCase("""{"resource":{"a":{"x":[{}],"y":[{}]}}}""", "main.tf: resource.a.y is expected, but .x is there")]
    [TestCase("""{"resource":{"a":{}}}""", "main.tf: resource.a.y goes too")]
    [TestCase("""{}""", "main.tf: resource goes too")]
    [TestCase("""{"resource":{"a":{"y":[{"b":1}]}}}""", "main.tf: resource.a.y[0].b is there still, or anew")]
    [TestCase("""{"resource":{"a":{"y":[{},{}]}}}""", "main.tf: resource.a.y[1] is there still, or anew")]
    [TestCase("""{"resource":{"a":{"y":{}}}}""", "main.tf: resource.a.y changes")]
    public void Judge_BlockRemoved_AgreesIfNothingElseIsGone(string after, string? reason) =>
        Assert.That(Judge(TwoBlocks, "a.x", """{"resource":{"a":{"x":[{}],"y":[{}]}}}""", after).Reason, Is.EqualTo(reason));

    [Test]
    public void Judge_LastBlock_AgreesWithLabelsThatVanish() =>
        Assert.That(Judge("resource \"a\" \"x\" {}\nlocals {}\n", "a.x", """{"locals":[{}],"resource":{"a":{"x":[{}]}}}""", """{"locals":[{}]}""").Verdict, Is.EqualTo(OpinionVerdict.Agrees));

    [Test]
    public void Judge_BlockThatTheParserHasNotSeen_Disagrees() =>
        Assert.That(Judge(TwoBlocks, "a.x", """{"resource":{"a":{"y":[{}]}}}""", """{"resource":{"a":{"y":[{}]}}}""").Reason, Is.EqualTo("main.tf: resource.a does not have what is removed"));

    [TestCase("""{"resource":{"a":{"this":[{"for_each":{"r":2}}]}}}""", null)]
    [TestCase("""{"resource":{"a":{"this":[{"for_each":{"r":3}}]}}}""", "main.tf: resource.a.this[0].for_each.r changes")]
    [TestCase("""{"resource":{"a":{"this":[{"for_each":{"p q":1}}]}}}""", "main.tf: resource.a.this[0].for_each.r is expected, but [\"p q\"] is there")]
    public void Judge_MapItemRemoved_AgreesIfTheOthersStay(string after, string? reason) =>
        Assert.That(Judge(Map, "a.this[\"p q\"]", """{"resource":{"a":{"this":[{"for_each":{"p q":1,"r":2}}]}}}""", after).Reason, Is.EqualTo(reason));

    /// <summary>Of the loop hcl2json tells nothing but the source, so the list in it is a text of its own.</summary>
    [Test]
    public void Sources_ElementInsideALoop_HaveTheListAlone() =>
        Assert.That(Remove(Loop, "a.this[\"p\"]").SecondOpinion.Sources.Skip(2).Select(s => Encoding.UTF8.GetString(s.Span)), Is.EqualTo(new[] { "value = [\"p\", \"q\"]\n", "value = [\"q\"]\n" }));

    [TestCase(LoopAfter, """{"value":["q"]}""", null)]
    [TestCase(LoopAfter, """{"value":[]}""", "main.tf:2: value[1] goes too")]
    [TestCase(LoopAfter, """{"value":["p"]}""", "main.tf:2: value[1] changes")]
    [TestCase(LoopBefore, """{"value":["q"]}""", "main.tf: resource.a.this[0].for_each is not what the edit should make of it")]
    [TestCase("""{"resource":{"a":{"this":[{"for_each":"${toset([])}"}]}}}""", """{"value":["q"]}""", "main.tf: resource.a.this[0].for_each is not what the edit should make of it")]
    public void Judge_ElementInsideALoop_AgreesIfExpressionAndListAreAsIntended(string after, string listAfter, string? reason) =>
        Assert.That(Judge(Loop, "a.this[\"p\"]", LoopBefore, after, """{"value":["p","q"]}""", listAfter).Reason, Is.EqualTo(reason));

    [TestCase("1", null)]
    [TestCase("0", "main.tf: resource.a.this[0].count is not what the edit should make of it")]
    public void Judge_CountLowered_AgreesWithThatNumber(string count, string? reason) =>
        Assert.That(Judge("resource \"a\" \"this\" {\n  count = 2\n}\n", "a.this[1]", """{"resource":{"a":{"this":[{"count":2}]}}}""", """{"resource":{"a":{"this":[{"count":N}]}}}""".Replace("N", count, StringComparison.Ordinal)).Reason, Is.EqualTo(reason));

    [Test]
    public void Judge_TextThatTheParserRejects_Disagrees()
    {
        var opinion = Remove(TwoBlocks, "a.x").SecondOpinion.Judge(new([new(Json("{}"), null), new(null, "no HCL")], null));

        Assert.That(opinion, Is.EqualTo(new Opinion(OpinionVerdict.Disagrees, "main.tf after the edit: no HCL")));
    }

    [Test]
    public void Judge_NoParser_IsUnavailable() =>
        Assert.That(Remove(TwoBlocks, "a.x").SecondOpinion.Judge(ParserReading.None("not here")), Is.EqualTo(new Opinion(OpinionVerdict.Unavailable, "not here")));

    [Test]
    public void Judge_JsonSyntax_NeedsNoParser()
    {
        var proven = Remove("""{"resource": [{"a": {"x": {}, "y": {}}}, {"b": {"z": [{"c": 1}]}}]}""", "a.x", "main.tf.json");

        Assert.That(proven.SecondOpinion.Sources, Is.Empty);
        Assert.That(proven.SecondOpinion.Judge(ParserReading.None("not here")).Verdict, Is.EqualTo(OpinionVerdict.Agrees));
    }

    /// <summary>Parsing half a megabyte takes HashiCorp's parser two seconds under Node.</summary>
    [Test]
    public void Sources_LargeFile_AreTheEditedBlockAndItsNeighbours()
    {
        var source = string.Concat(Enumerable.Range(0, 5000).Select(i => $"# the owner of {i}\nresource \"a\" \"r{i}\" {{\n}}\n\n"));

        var sources = Remove(source, "a.r2500").SecondOpinion.Sources.Select(s => Encoding.UTF8.GetString(s.Span)).ToArray();

        Assert.That(sources[0], Does.StartWith("resource \"a\" \"r2499\" {").And.Contain("r2500").And.EndsWith("\"r2501\" {\n}\n"));
        Assert.That(sources[1], Is.EqualTo("resource \"a\" \"r2499\" {\n}\n\n# the owner of 2501\nresource \"a\" \"r2501\" {\n}\n"));
    }

    static Opinion Judge(string source, string address, params string[] answers) =>
        Remove(source, address).SecondOpinion.Judge(new([.. answers.Select(a => new ParserAnswer(Json(a), null))], null));

    static ProvenRemoval Remove(string source, string address, string path = "main.tf")
    {
        var files = ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty.Add(path, Encoding.UTF8.GetBytes(source));
        var result = InstanceRemoval.Remove(ModuleFiles.Of(new SourceTree("acme/dns", "0", files)), "", [address]);
        return result as ProvenRemoval ?? throw new AssertionException(((RefusedRemoval)result).Refusal.Message);
    }

    static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
