using System.Diagnostics;
using System.Text;
using CsCheck;
using Fixer.Hcl.Json;

namespace Fixer.Hcl.Tests.Json;

/// <summary>Any input comes out as it went in, in time linear in its length, and nodes lie where they say.</summary>
public class JsonRoundTripTests
{
    static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "=", "\"a\"", "\"", "\"a\": ", "1", "-1.5e3", "01", "true", "null", "nul", "\n", "\r\n", "\r", "\t", " ", "\\", "\\u00e9", "\\ud83d",
        "\"${a.b}\"", "\"${\"", "\"\\\"${\\\"x\\\"}\"", "//", "/*", "*/", "#", "é", "\ufeff", "日本", "\0", "'", "@",
    ];

    static readonly string[] Sources =
    [
        "{\n  \"resource\": {\n    \"aws_route53_record\": {\n      \"www\": {\n        \"name\": \"www.${var.domain}.\",\n        \"records\": [\n          \"a\",\n          \"b\"\n        ]\n      }\n    }\n  }\n}\n",
        "{\"//\":\"é\\u00e9\\ud83d\\ude00\",\"locals\":[{\"a\":[1,-2.5e-3,true,false,null]},{\"b\":\"%{ if a }\\\"b\\\"%{ endif }\"}]}",
        "\ufeff[\r\n\t{ \"a\" : { } , \"a\" : [ ] }\r\n]\r\n",
    ];

    [Test]
    public void Parse_AnyBytes_ToBytesIsTheSame() => Gen.Byte.Array[0, 200].Sample(IsLossless, iter: 3000);

    [Test]
    public void Parse_SoupOfFragments_ToBytesIsTheSame() =>
        Gen.OneOf(Gens.AnyOf(Fragments).Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 3]).Array[0, 40]
            .Sample(parts => IsLossless([.. parts.SelectMany(p => p)]), iter: 20000);

    [Test]
    public void Parse_MutatedSource_ToBytesIsTheSame() =>
        Gen.Select(Gens.AnyOf(Sources), Gen.Int[0, 300], Gen.Int[0, 9], Gens.AnyOf(Fragments)).Sample(
            (source, at, removed, inserted) =>
            {
                var start = Math.Min(at, source.Length);
                return IsLossless(Encoding.UTF8.GetBytes(source[..start] + inserted + source[Math.Min(start + removed, source.Length)..]));
            },
            iter: 10000);

    static readonly string[] Units =
    [
        "[", "{", "{\"a\":", "[{\"a\":", "]", "}", "[]", "{},", ",", ":", "\"", "\"\n", "\\", "\"a\"", "\"a\":", "\"a\":1,", "1", "[1,", "-", "x", "/*", "/**/", "//", "#", "#\n", "\n", "\r", " ", "\0", "é", "'", "=", "]}",
    ];

    [TestCaseSource(nameof(Units))]
    public void Parse_RepeatedHundredThousandTimes_IsLosslessAndQuick(string unit)
    {
        foreach (var prefix in new[] { "", "[", "{\"a\": ", "[\"" })
        {
            var clock = Stopwatch.StartNew();
            Assert.That(IsLossless(Encoding.UTF8.GetBytes(prefix + string.Concat(Enumerable.Repeat(unit, 100_000)))));
            Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit), $"{prefix}{unit}…");
        }
    }

    [TestCase("[", "]")]
    [TestCase("{\"a\":", "}")]
    public void Parse_DeepNesting_IsADiagnosticAndHidesNothingBehindIt(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        var file = Js.Parse($"{{\"deep\": {deep}, \"z\": 1}}");
        Assert.Multiple(() =>
        {
            Assert.That(file.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "HCL116" }));
            Assert.That(((JsonObject)file.Root).Member("z"), Is.Not.Null);
        });
    }

    [TestCase("a")]
    [TestCase("\\n")]
    [TestCase("\\ud83d\\ude00")]
    [TestCase("${a}")]
    [TestCase("é")]
    public void Value_OfLongString_IsQuick(string unit)
    {
        var file = Js.Parse($"[\"{string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))}\"]");
        var clock = Stopwatch.StartNew();
        var text = (JsonString)((JsonArray)file.Root).Elements[0];
        Assert.That(text.Value, Is.Not.Empty);
        Assert.That(text.Template.Diagnostics.Concat(text.Expression.Diagnostics).Select(text.Locate).All(d => text.Span.Contains(d.Span)));
        foreach (var node in text.Template.Expression.DescendantsAndSelf())
            Assert.That(text.Span.Contains(text.SpanOf(node.Span)));
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
    }

    static bool IsLossless(byte[] bytes)
    {
        var file = JsonFile.Parse(bytes);
        Visit(file.Root, new TextSpan(0, bytes.Length));
        return file.ToBytes().AsSpan().SequenceEqual(bytes);
    }

    static void Visit(JsonNode node, TextSpan within)
    {
        if (!within.Contains(node.Span))
            Assert.Fail($"{node.Span} is not in {within}");
        if (node is JsonString text)
            _ = text.Value;
        var at = node.Span.Start;
        foreach (var child in node.Children)
        {
            if (child.Parent != node)
                Assert.Fail($"{child.Span} has another parent");
            Visit(child, new TextSpan(at, node.Span.End));
            at = child.Span.End;
        }
    }
}
