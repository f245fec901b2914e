using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Fixer.Hcl;
using Fixer.Iac.Opinions;

namespace Fixer.Iac.Tests.Opinions;

/// <summary>When another parser agrees; the JSON is as hcl2json writes it.</summary>
public class SecondOpinionTests
{
    const string TwoBlocks = """
        resource "a" "x" {}
        resource "a" "y" {}

        """;

    const string Loop = "a = toset([for n in [\"p\", \"q\"] : n])\n";
    const string LoopBefore = """{"a":"${toset([for n in [\"p\", \"q\"] : n])}"}""";
    const string LoopAfter = """{"a":"${toset([for n in [\"q\"] : n])}"}""";

    [TestCase("""{"resource":{"a":{"y":[{}]}}}""", null)]
    [TestCase("""{"resource":{"a":{"x":[{}],"y":[{}]}}}""", "after the edit, main.tf:1: x is read too")]
    [TestCase("""{"resource":{"a":{}}}""", "after the edit, main.tf:1: y is not read")]
    [TestCase("""{}""", "after the edit, main.tf:1: resource is not read")]
    [TestCase("""{"resource":{"a":{"y":[{"b":1}]}}}""", "after the edit, main.tf:1: b is read too")]
    [TestCase("""{"resource":{"a":{"y":[{},{}]}}}""", "after the edit, main.tf:1: resource \"a\" \"y\" {} is read as [{},{}]")]
    [TestCase("""{"resource":{"a":{"y":{}}}}""", "after the edit, main.tf:1: resource \"a\" \"y\" {} is read as {}")]
    [TestCase("""{"resource":{"a":{"y":[1]}}}""", "after the edit, main.tf:1: 1 is read")]
    [TestCase("[]", "after the edit, main.tf: [] is read")]
    public async Task Ask_BlockRemoved_AgreesIfTheRestIsReadAlike(string after, string? reason) =>
        AssertOpinion(await Ask(TwoBlocks, "resource \"a\" \"x\" {}\n", "", """{"resource":{"a":{"x":[{}],"y":[{}]}}}""", after), reason);

    [Test]
    public async Task Ask_FileReadOtherwiseBeforeTheEdit_Disagrees() =>
        AssertOpinion(await Ask(TwoBlocks, "resource \"a\" \"x\" {}\n", "", """{"resource":{"a":{"y":[{}]}}}""", """{"resource":{"a":{"y":[{}]}}}"""), "before the edit, main.tf:1: x is not read");

    [TestCase("\"new\"", "\"new\"", true)]
    [TestCase("\"new\"", "\"old\"", false)]
    [TestCase("\"new\"", "[\"new\"]", false)]
    [TestCase("\"$${v} %%{w}\"", "\"$${v} %%{w}\"", true)]
    [TestCase("\"$${v}\"", "\"${v}\"", false)]
    [TestCase("\"a${v}b${\"c\"}\"", "\"a${v}bc\"", true)]
    [TestCase("\"a${v}\"", "\"a${w}\"", false)]
    [TestCase("\"${v}\"", "\"${v}\"", true)]
    [TestCase("\"a%{ if v ~} b%{ endif }\"", "\"a%{if v}b%{endif}\"", true)]
    [TestCase("\"a%{ if v }b%{ else }c%{ endif }\"", "\"a%{if v}b%{endif}\"", false)]
    [TestCase("\"%{ for k, v in m }${k}%{ endfor }\"", "\"%{for k, v in m}${k}%{endfor}\"", true)]
    [TestCase("v.w", "\"${v.w}\"", true)]
    [TestCase("v.w", "\"${v}\"", false)]
    [TestCase("1.50", "1.5", true)]
    [TestCase("1e3", "1000", true)]
    [TestCase("-1", "-1", true)]
    [TestCase("-1", "1", false)]
    [TestCase("-v", "\"${-v}\"", true)]
    [TestCase("!true", "false", true)]
    [TestCase("true", "false", false)]
    [TestCase("null", "null", true)]
    [TestCase("{ b = 1, \"c\" = 2, (d) = 3, 4.0 = 5 }", "{\"b\":1,\"c\":2,\"${(d)}\":3,\"4\":5}", true)]
    [TestCase("{ b = 1, b = 2 }", "{\"b\":2}", true)]
    [TestCase("{ b = 1, b = 2 }", "{\"b\":1}", false)]
    [TestCase("[1, [2]]", "[1,[2]]", true)]
    [TestCase("[1, [2]]", "[[2],1]", false)]
    [TestCase("[1]", "[1,2]", false)]
    public async Task Ask_ArgumentSet_AgreesWithTheNewValueAlone(string value, string read, bool agrees) =>
        Assert.That((await Ask("a = \"before\"\n", "\"before\"", value, """{"a":"before"}""", $$"""{"a":{{read}}}""", """{"value":[1]}""")).Verdict, Is.EqualTo(agrees ? OpinionVerdict.Agrees : OpinionVerdict.Disagrees));

    /// <summary>Of the loop hcl2json gives nothing but the source, so the list in it is a text of its own.</summary>
    [TestCase(LoopAfter, """{"value":["q"]}""", null)]
    [TestCase(LoopAfter, """{"value":[]}""", "after the edit, main.tf:1: [\"q\"] is read as []")]
    [TestCase(LoopAfter, """{"value":["p"]}""", "after the edit, main.tf:1: \"q\" is read as \"p\"")]
    [TestCase(LoopBefore, """{"value":["q"]}""", "after the edit, main.tf:1: toset([for n in [\"q\"] : n]) is read as \"${toset([for n in [\\\"p\\\", \\\"q\\\"] : n])}\"")]
    public async Task Ask_ElementInsideALoopRemoved_AgreesIfExpressionAndListAreReadAlike(string after, string listAfter, string? reason)
    {
        var parser = new Canned(LoopBefore, """{"value":["p","q"]}""", after, listAfter);

        AssertOpinion(await Ask(parser, Loop, "\"p\", ", ""), reason);

        Assert.That(parser.Asked, Is.EqualTo(new[] { Loop, "value = [\"p\", \"q\"]\n", Loop.Replace("\"p\", ", "", StringComparison.Ordinal), "value = [\"q\"]\n" }));
    }

    [Test]
    public async Task Ask_SeveralFiles_AsksOnce()
    {
        var parser = new Canned("""{"a":1}""", """{"a":2}""", """{"a":1}""", """{"a":2}""");

        var opinion = await SecondOpinion.Ask(parser, [Edit("x.tf", "a = 1\n", "1", "2"), Edit("y.tfvars", "a = 1\n", "1", "2")], _ => "a = 1\n"u8.ToArray(), default);

        AssertOpinion(opinion, null);
        Assert.That(parser.Times, Is.EqualTo(1));
    }

    [Test]
    public async Task Ask_EditThatBreaksTheFile_DisagreesWithoutAsking()
    {
        var parser = new Canned();

        var opinion = await Ask(parser, "a = 1\n", "1", "= 1");

        Assert.That(opinion.Verdict, Is.EqualTo(OpinionVerdict.Disagrees));
        Assert.That(opinion.Reason, Does.StartWith("after the edit, main.tf:1: "));
        Assert.That(parser.Times, Is.Zero);
    }

    [Test]
    public async Task Ask_TextThatTheParserRejects_Disagrees() =>
        AssertOpinion(await Ask(new Canned("""{"a":1}""", null), "a = 1\n", "1", "2"), "after the edit, main.tf: no HCL");

    [Test]
    public async Task Ask_NoParser_IsUnavailable() =>
        Assert.That(await Ask(new Canned { Unavailable = "not here." }, "a = 1\n", "1", "2"), Is.EqualTo(new Opinion(OpinionVerdict.Unavailable, "not here")));

    [Test]
    public async Task Ask_FewerAnswersThanTexts_IsUnavailable() =>
        Assert.That((await Ask(new Canned("""{"a":1}"""), "a = 1\n", "1", "2")).Verdict, Is.EqualTo(OpinionVerdict.Unavailable));

    [Test]
    public async Task Ask_FileOfAnotherLanguage_IsUnavailable()
    {
        var opinion = await SecondOpinion.Ask(new Canned(), [Edit("stack.yaml", "a: 1\n", "1", "2")], _ => "a: 1\n"u8.ToArray(), default);

        Assert.That(opinion, Is.EqualTo(new Opinion(OpinionVerdict.Unavailable, "no other parser reads stack.yaml")));
    }

    /// <summary>What HCL's JSON syntax is made of is read by .NET's parser.</summary>
    [Test]
    public async Task Ask_JsonSyntax_NeedsNoParser()
    {
        const string Source = """{"resource": [{"a": {"x": {"n": -1.50e3}, "y\u00e9": {}}}, null, true, "\""], "a": 1, "a": 2}""";
        var parser = new Canned();

        AssertOpinion(await SecondOpinion.Ask(parser, [Edit("main.tf.json", Source, "true, ", "")], _ => Encoding.UTF8.GetBytes(Source), default), null);
        Assert.That(parser.Times, Is.Zero);
    }

    [Test]
    public async Task Ask_EditThatBreaksJson_Disagrees()
    {
        const string Source = "{\"a\": [1, 2]}";

        var opinion = await SecondOpinion.Ask(new Canned(), [Edit("main.tf.json", Source, "1, ", "1, , ")], _ => Encoding.UTF8.GetBytes(Source), default);

        Assert.That(opinion.Verdict, Is.EqualTo(OpinionVerdict.Disagrees));
        Assert.That(opinion.Refusal, Has.Property(nameof(EditRefusal.Code)).EqualTo(EditRefusalCode.ProofFailed).And.Property(nameof(EditRefusal.Message)).Contains("after the edit, main.tf.json:1: "));
    }

    /// <summary>HashiCorp's parser takes long for a large file under Node.</summary>
    [Test]
    public async Task Ask_LargeFile_ShowsTheEditedBlocksAndTheirNeighbours()
    {
        var source = string.Concat(Enumerable.Range(0, 5000).Select(i => $"# the owner of {i}\nresource \"a\" \"r{i}\" {{\n}}\n\n"));
        var edits = new[] { "r0", "r2500", "r2502", "r4999" }.Select(r => Edit("main.tf", source, $"resource \"a\" \"{r}\" {{\n}}\n", "").Edits[0]);
        var parser = new Canned();

        await SecondOpinion.Ask(parser, [new FileEdit("main.tf", [.. edits])], _ => Encoding.UTF8.GetBytes(source), default);

        Assert.That(parser.Asked.Select(a => string.Join(' ', a.Split('"').Where(w => w.StartsWith('r') && w.Length > 1 && char.IsDigit(w[1])))), Is.EqualTo(new[]
        {
            "r0 r1", "r2499 r2500 r2501 r2502 r2503", "r4998 r4999", "r1", "r2499 r2501 r2503", "r4998",
        }));
    }

    static Task<Opinion> Ask(string source, string old, string now, params string[] answers) => Ask(new Canned(answers) { IgnoresTheRest = true }, source, old, now);

    static Task<Opinion> Ask(ISecondParser parser, string source, string old, string now) =>
        SecondOpinion.Ask(parser, [Edit("main.tf", source, old, now)], _ => Encoding.UTF8.GetBytes(source), default);

    static FileEdit Edit(string path, string source, string old, string now)
    {
        var start = Encoding.UTF8.GetByteCount(source[..source.IndexOf(old, StringComparison.Ordinal)]);
        return new(path, [new TextEdit(new TextSpan(start, start + Encoding.UTF8.GetByteCount(old)), now)]);
    }

    static void AssertOpinion(Opinion opinion, string? reason) =>
        Assert.That(opinion, Is.EqualTo(new Opinion(reason is null ? OpinionVerdict.Agrees : OpinionVerdict.Disagrees, reason)));

    /// <summary>A parser that has its answers, whatever it is asked; null is a text that is no HCL.</summary>
    sealed class Canned(params string?[] answers) : ISecondParser
    {
        public string? Unavailable { get; init; }

        public bool IgnoresTheRest { get; init; }

        public int Times { get; private set; }

        public string[] Asked { get; private set; } = [];

        public Task<ParserReading> Read(ImmutableArray<ReadOnlyMemory<byte>> sources, CancellationToken cancellation)
        {
            Times++;
            Asked = [.. sources.Select(s => Encoding.UTF8.GetString(s.Span))];
            var read = answers.Take(IgnoresTheRest ? sources.Length : answers.Length).Select(a => a is null ? new ParserAnswer(null, "no HCL") : new ParserAnswer(JsonSerializer.Deserialize<JsonElement>(a), null));
            return Task.FromResult(Unavailable is null ? new ParserReading([.. read], null) : ParserReading.None(Unavailable));
        }
    }
}
