using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>Asked which literal yields an element, the answer is a place in the source, or why there is none: what every removal relies on.</summary>
public class ProvenanceTests
{
    const string Records = """
        records = [
          { name = "www", type = "A", to = "10.0.0.1" },
          { name = "old", type = "CNAME", to = "gone.example.org" },
        ]
        """;

    const string Old = """{ name = "old", type = "CNAME", to = "gone.example.org" }""";

    [TestCase("""result = { for r in local.records : join("_", [r.name, r.type]) => r }""", "old_CNAME", TestName = "Yields_MapMadeOfAList_TheListsElement")]
    [TestCase("""result = { for r in [for r in local.records : merge(r, { ttl = 300 })] : "${r.name}_${r.type}" => r if r.to != "" }""", "old_CNAME", TestName = "Yields_LoopOverALoop_TheListsElement")]
    [TestCase("""result = { for r in concat([{ name = "a" }], local.records) : r.name => r... }""", "old", TestName = "Yields_GroupOfOne_ItsMember")]
    [TestCase("""result = { for r in true ? local.records : [] : r.name => r.to }""", "old", TestName = "Yields_Conditional_TheElementOfTheChosenResult")]
    [TestCase("""result = { for n in toset(local.records[*].name) : n => n }""", "old", TestName = "Yields_SetOfASplat_TheListsElement")]
    [TestCase("""result = { for i, r in local.records : "${i}" => r }""", "1", TestName = "Yields_MapByNumber_TheListsElement")]
    public void Yields(string result, string key)
    {
        var element = LocalScope.Of($"{Records}\n{result}\n").Value("result").Element(key)!.Value;
        Assert.That(element.YieldedBy.Alone.Select(n => n.ToString()), Is.EqualTo(new[] { Old }), element.YieldedBy.ToString());
    }

    [Test]
    public void Yields_NestedLoops_InnerElementFirstThenOuter()
    {
        var value = LocalScope.Of("""
            zones  = [{ zone = "a", names = ["x", "y"] }, { zone = "b", names = ["x"] }]
            result = { for r in flatten([for z in local.zones : [for n in z.names : { zone = z.zone, name = n }]]) : "${r.zone}_${r.name}" => r }
            """).Value("result");
        Assert.That(value.Element("b_x")!.Value.YieldedBy.Alone.Select(n => n.ToString()), Is.EqualTo(new[] { "\"x\"", """{ zone = "b", names = ["x"] }""" }));
        Assert.That(value.Element("a_y")!.Value.YieldedBy.Alone[0].ToString(), Is.EqualTo("\"y\""));
    }

    [TestCase("result = { a = 1, b = 2 }", "b", "main.tf:1:19")]
    [TestCase("result = merge({ a = 1 }, { b = 2 })", "b", "main.tf:1:29")]
    [TestCase("result = { for k, v in { a = 1, b = 2 } : k => v }", "b", "main.tf:1:33")]
    [TestCase("result = { for k, v in { a = 1, b = 2 } : k => v * 2 }", "b", "main.tf:1:33")]
    [TestCase("result = merge({ a = 1, b = 1 }, { b = 2 })", "b", "several, none of which alone: main.tf:1:25, main.tf:1:36")]
    [TestCase("result = { a = 1, b = 2, b = 3 }", "b", "several, none of which alone: main.tf:1:19, main.tf:1:26")]
    [TestCase("result = { for n in toset([\"b\", \"b\"]) : n => n }", "b", "several, none of which alone: main.tf:1:28, main.tf:1:33")]
    [TestCase("result = { for n in [\"b\", \"b\"] : n => n... }", "b", "several, none of which alone: main.tf:1:22, main.tf:1:27")]
    [TestCase("result = { for n in split(\",\", \"a,b\") : n => n }", "b", "computed from main.tf:1:21, main.tf:1:27, main.tf:1:32")]
    public void YieldedBy_Element_IsThisPlaceOrSaysWhyNone(string source, string key, string expected) =>
        Assert.That(LocalScope.Of(source).Value("result").Element(key)!.Value.YieldedBy.ToString(), Is.EqualTo(expected));

    [TestCase("result = \"a\"", "main.tf:1:10")]
    [TestCase("result = -5", "main.tf:1:10")]
    [TestCase("x = { y = [\"a\", \"b\"] }\nresult = local.x.y[1]", "main.tf:1:17")]
    [TestCase("result = true ? \"a\" : \"b\"", "main.tf:1:17")]
    [TestCase("result = tonumber(\"5\")", "main.tf:1:19")]
    [TestCase("result = lookup({ a = \"x\" }, \"a\", \"y\")", "main.tf:1:23")]
    [TestCase("result = <<-EOT\n  text\n  EOT\n", "main.tf:1:10")]
    [TestCase("result = \"${\"a\"}\"", "main.tf:1:13")]
    [TestCase("result = \"x${\"a\"}\"", "computed from main.tf:1:10, main.tf:1:14")]
    [TestCase("result = 1 + 2", "computed from main.tf:1:10, main.tf:1:10, main.tf:1:14")]
    [TestCase("result = [for k, v in { a = 1 } : k][0]", "main.tf:1:25")]
    public void Origin_Value_IsThisPlaceOrSaysWhyNone(string source, string expected) =>
        Assert.That(LocalScope.Of(source).Value("result").Origin.ToString(), Is.EqualTo(expected));

    [Test]
    public void Contributors_Conditional_HasItsCondition()
    {
        var value = LocalScope.Of("enabled = false\nresult = local.enabled ? 1 : 0\n").Value("result");
        Assert.That(value.Origin.Contributors().Select(n => n.ToString()), Is.EquivalentTo(new[] { "0", "local.enabled ? 1 : 0", "false" }));
    }

    [Test]
    public void Origin_ChainOfAHundredThousandOperations_IsToldWithoutOverflow()
    {
        var value = LocalScope.Of($"result = {string.Join(" + ", Enumerable.Repeat("1", 100_000))}\n").Value("result");
        Assert.That(value.AsNumber(), Is.EqualTo(HclNumber.From(100_000)));
        Assert.That(value.Origin.Contributors().Count(), Is.EqualTo(199_999));
    }
}
