using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Tests.Json;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>Expressions in JSON: their strings and names are templates.</summary>
public class JsonEvaluationTests
{
    static readonly HclScope Scope = HclScope.Of(new Dictionary<string, HclValue>
    {
        ["name"] = Evaluated.Value("\"www\""),
        ["list"] = Evaluated.Value("[\"a\", \"b\"]"),
        ["later"] = HclValue.Unknown(HclType.String, Origin.Supplied),
    });

    [TestCase("1.50", "1.5 number")]
    [TestCase("-1e2", "-100 number")]
    [TestCase("true", "true bool")]
    [TestCase("null", "null dynamic")]
    [TestCase("[1, \"a\"]", "[1,\"a\"] tuple([number,string])")]
    [TestCase("{}", "{} object({})")]
    [TestCase("{ \"b\": 1, \"a\": [] }", "{\"a\":[],\"b\":1} object({a:tuple([]),b:number})")]
    [TestCase("\"\"", "\"\" string")]
    [TestCase("\"a\\u0022\\n\"", "\"a\\\"\\n\" string")]
    [TestCase("\"e\\u0301\"", "\"é\" string")]
    [TestCase("\"C:\\\\www\"", "\"C:\\\\www\" string")]
    [TestCase("\"$${name}\"", "\"${name}\" string")]
    [TestCase("\"${name}.example.com\"", "\"www.example.com\" string")]
    [TestCase("\"${list}\"", "[\"a\",\"b\"] tuple([string,string])")]
    [TestCase("\"${1 + 1}\"", "2 number")]
    [TestCase("\"${upper(\\\"a\\\")}\"", "\"A\" string")]
    [TestCase("\"%{ for x in list }${x},%{ endfor }\"", "\"a,b,\" string")]
    [TestCase("{ \"${name}\": 1 }", "{\"www\":1} object({www:number})")]
    [TestCase("{ \"${1}\": 1 }", "{\"1\":1} object({1:number})")]
    [TestCase("\"x${later}\"", "? string")]
    [TestCase("{ \"${later}\": 1 }", "? dynamic")]
    [TestCase("[\"${later}\", 1]", "[?,1] tuple([string,number])")]
    public void Evaluate_OfJson_IsThis(string json, string expected)
    {
        var evaluation = Evaluate(json);
        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Diagnostics, Is.Empty);
            Assert.That($"{Written.Json(evaluation.Value)} {Written.Type(evaluation.Value.Type)}", Is.EqualTo(expected));
        });
    }

    [TestCase("[1,\n \"${nam}\"]", "HCL214 2:5 'nam'")]
    [TestCase("\"\\u0022\\n${nam}\"", "HCL214 1:12 'nam'")]
    [TestCase("\"${upper(\\\"\\u0061\\\", 1)}\"", "HCL216 1:22 '1'")]
    [TestCase("\"${f\\u006fo}\"", "HCL214 1:4 'f\\u006fo'")]
    [TestCase("\"x${null}\"", "HCL210 1:5 'null'")]
    [TestCase("\"a\\t${1\"", "HCL004 1:5 '${'")]
    [TestCase("{ \"${null}\": 1 }", "HCL208 1:3 '\"${null}\"'")]
    [TestCase("{ \"${list}\": 1 }", "HCL208 1:3 '\"${list}\"'")]
    [TestCase("{ \"www\": 1, \"${name}\": 2 }", "HCL213 1:13 '\"${name}\"'")]
    [TestCase("1e99999", "HCL202 1:1 '1e99999'")]
    [TestCase("{ \"a\": }", "HCL201 1:7 ''")]
    public void Evaluate_OfWrongJson_SaysWhereInTheFile(string json, string expected)
    {
        var file = Js.Parse(json);
        var evaluation = new HclEvaluator(Scope, Evaluated.Functions).Evaluate(file.Root);
        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Diagnostics.Select(d => $"{d.Code} {d.Position} '{file.Text.GetString(d.Span)}'"), Is.EqualTo(new[] { expected }));
            Assert.That(evaluation.Value.IsUnknown && evaluation.Value.Type.IsDynamic);
        });
    }

    [Test]
    public void Elements_OfJson_AreYieldedByItsNodes()
    {
        var value = Evaluate("{ \"a\": [\"x\", \"y${name}\"], \"${name}\": true }").Value;
        var array = value.Element("a")!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(array.YieldedBy.Alone.Single(), Is.InstanceOf<JsonMember>());
            Assert.That(array.KeyValue().Origin.Alone.Single().ToString(), Is.EqualTo("\"a\""));
            Assert.That(array.Value.Elements.Select(e => e.YieldedBy.Alone.Single().ToString()), Is.EqualTo(new[] { "\"x\"", "\"y${name}\"" }));
            Assert.That(array.Value.Elements.Select(e => e.Value.Origin.Kind), Is.EqualTo(new[] { OriginKind.Literal, OriginKind.Computed }));
            Assert.That(value.Element("www")!.Value.KeyValue().Origin.Kind, Is.EqualTo(OriginKind.Computed));
        });
    }

    [Test]
    public void Elements_OfReferenceInJson_AreYieldedByWhatItRefersTo()
    {
        var value = Evaluate("\"${list}\"").Value;
        Assert.That(value.Elements.Select(e => e.YieldedBy.Alone.Single().ToString()), Is.EqualTo(new[] { "\"a\"", "\"b\"" }));
        Assert.That(value.Origin.Contributors().Select(n => n.ToString()), Does.Contain("\"${list}\""));
    }

    /// <summary>A span of the decoded text is no span of the file: nobody should take it for one.</summary>
    [TestCase("\"${[\\\"a\\\", upper(\\\"b\\\")]}\"")]
    [TestCase("\"${{ a = [1], (name) = 2 }}\"")]
    [TestCase("\"${[for x in [\\\"a\\\"] : upper(x) if x != name]}\"")]
    [TestCase("\"a${name == 1 ? 2 : -3}\"")]
    [TestCase("[{ \"x${name}\": \"${to([2, 1], set(any))[*]}\" }]")]
    [TestCase("\"${unknown(string)}\"")]
    public void Origins_WithinAString_AreTheString(string json)
    {
        var file = Js.Parse(json);
        var value = new HclEvaluator(Scope, Evaluated.Functions).Evaluate(file.Root).Value;
        var nodes = Origins(value).SelectMany(o => o.Contributors().Concat(o.Alone)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(nodes.Where(n => n.Text == file.Text), Is.Not.Empty);
            Assert.That(nodes.Where(n => n.Text != file.Text).Select(n => n.ToString()), Is.All.EqualTo("\"www\""), "of the scope");
        });
    }

    static IEnumerable<Origin> Origins(HclValue value) => value.IsUnknown || value.IsNull || value.Type.IsPrimitive
        ? [value.Origin]
        : value.Elements.SelectMany(e => Origins(e.Value).Append(e.YieldedBy)).Append(value.Origin);

    static HclEvaluation Evaluate(string json) => new HclEvaluator(Scope, Evaluated.Functions).Evaluate(Js.Parse(json).Root);
}
