using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Functions;

/// <summary>What functions pass on keeps its origin: asked which source yields it, it answers with just that.</summary>
public class FunctionProvenanceTests
{
    [TestCase("""concat(["a"], ["b"])""", """ "a" | "b" """)]
    [TestCase("""concat(tolist(["a"]), tolist(["b"]))""", """ "a" | "b" """)]
    [TestCase("""flatten([["a"], ["b", ["c"]]])""", """ "a" ["a"] | "b" ["b", ["c"]] | "c" ["c"] ["b", ["c"]] """)]
    [TestCase("""merge({a = 1}, {b = 2})""", """ a = 1 | b = 2 """)]
    [TestCase("""merge({a = 1, b = 3}, {a = 2})""", """ Several | b = 3 """)]
    [TestCase("""toset(["b", "a"])""", """ "a" | "b" """)]
    [TestCase("""toset(["b", "a", "b"])""", """ "a" | Several """)]
    [TestCase("""distinct(["b", "a", "b"])""", """ Several | "a" """)]
    [TestCase("""setunion(["a"], ["b", "a"])""", """ Several | "b" """)]
    [TestCase("""setintersection(["a", "b"], ["b"])""", """ "b" "b" """)]
    [TestCase("""setsubtract(["a", "b"], ["b"])""", """ "a" """)]
    [TestCase("""setproduct(["a"], ["x", "y"])""", """ "a" "x" | "a" "y" """)]
    [TestCase("""keys({b = 1, a = 2})""", """ a = 2 | b = 1 """)]
    [TestCase("""values({b = 1, a = 2})""", """ a = 2 | b = 1 """)]
    [TestCase("""values(tomap({b = 1, a = 2}))""", """ a = 2 | b = 1 """)]
    [TestCase("""zipmap(["k"], ["v"])""", """ "k" "v" """)]
    [TestCase("""zipmap(["k", "k"], ["v", "w"])""", """ Several """)]
    [TestCase("""transpose({k = ["x", "y"], l = ["y"]})""", """ "x" k = ["x", "y"] | Several """)]
    [TestCase("""slice(["a", "b", "c"], 1, 3)""", """ "b" | "c" """)]
    [TestCase("""reverse(["a", "b"])""", """ "b" | "a" """)]
    [TestCase("""sort(["b", "a"])""", """ "a" | "b" """)]
    [TestCase("""compact(["a", "", "b"])""", """ "a" | "b" """)]
    [TestCase("""matchkeys(["a", "b"], [1, 2], [2])""", """ "b" """)]
    [TestCase("""chunklist(["a", "b"], 1)[1]""", """ "b" """)]
    [TestCase("""coalescelist([], ["a"])""", """ "a" """)]
    [TestCase("""coalesce(null, ["a"])""", """ "a" """)]
    [TestCase("""try({}.x, ["a"])""", """ "a" """)]
    [TestCase("""one([["a"]])""", """ "a" """)]
    [TestCase("""element([["a"], ["b"]], 3)""", """ "b" """)]
    [TestCase("""lookup({k = ["a"]}, "k", [])""", """ "a" """)]
    [TestCase("""lookup({}, "k", ["a"])""", """ "a" """)]
    [TestCase("""tolist(["a", 1])""", """ "a" | 1 """)]
    [TestCase("""tomap({k = "a"})""", """ k = "a" """)]
    [TestCase("""sensitive(["a"])""", """ "a" """)]
    [TestCase("""formatlist("%s-%s", ["a", "b"], "x")""", """ "a" | "b" """)]
    [TestCase("""split(",", "a,b")""", """ Computed | Computed """)]
    [TestCase("""jsondecode("[1]")""", """ Computed """)]
    [TestCase("""range(2)""", """ Computed | Computed """)]
    public void Elements_OfResult_AreYieldedByThis(string expression, string sources)
    {
        var elements = FunctionCase.Evaluate(expression).Value.Elements.Select(e => Sources(e.YieldedBy));
        Assert.That(string.Join(" | ", elements), Is.EqualTo(sources.Trim()));
    }

    [TestCase("""element(["a", "b"], 1)""", "\"b\"")]
    [TestCase("""lookup({k = "v"}, "k", "d")""", "\"v\"")]
    [TestCase("""lookup({}, "k", "d")""", "\"d\"")]
    [TestCase("""coalesce("", "b")""", "\"b\"")]
    [TestCase("""one(["a"])""", "\"a\"")]
    [TestCase("""try({}.x, "b")""", "\"b\"")]
    [TestCase("""min(3, 2)""", "2")]
    [TestCase("""max(3, 2)""", "3")]
    [TestCase("""tostring(5)""", "5")]
    [TestCase("""tonumber("5")""", "\"5\"")]
    [TestCase("""nonsensitive("a")""", "\"a\"")]
    [TestCase("""sort(["b", "a"])[0]""", "\"a\"")]
    [TestCase("""keys({b = 1})[0]""", "b")]
    [TestCase("""setproduct(["a"], ["x"])[0][1]""", "\"x\"")]
    [TestCase("""zipmap(["k"], ["v"]).k""", "\"v\"")]
    [TestCase("""distinct(["a", "b"])[1]""", "\"b\"")]
    [TestCase("""upper("a")""", "Computed")]
    [TestCase("""join(",", ["a"])""", "Computed")]
    [TestCase("""length(["a"])""", "Computed")]
    [TestCase("""contains(["a"], "a")""", "Computed")]
    [TestCase("""sum([1])""", "Computed")]
    public void Value_OfResult_IsThisLiteral(string expression, string source) =>
        Assert.That(Sources(FunctionCase.Evaluate(expression).Value.Origin), Is.EqualTo(source));

    [Test]
    public void Contributors_OfSelectedValue_IncludeWhatItWasSelectedBy()
    {
        var contributors = FunctionCase.Evaluate("""lookup({k = "v"}, "k")""").Value.Origin.Contributors().Select(Text);
        Assert.That(contributors, Is.SupersetOf(["\"v\"", "\"k\""]));
    }

    static string Sources(Origin origin) => origin.Alone.IsEmpty ? origin.Kind.ToString() : string.Join(' ', origin.Alone.Select(Text));

    static string Text(SyntaxNode node) => node.Text.GetString(node.Span);
}
