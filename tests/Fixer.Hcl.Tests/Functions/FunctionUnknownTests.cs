using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Tests.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Functions;

/// <summary>What depends on something unknown is unknown, and only that.</summary>
public class FunctionUnknownTests
{
    static readonly Dictionary<string, HclValue> Variables = new()
    {
        ["any"] = HclValue.Unknown(HclType.Dynamic, Origin.Supplied),
        ["text"] = HclValue.Unknown(HclType.String, Origin.Supplied),
        ["number"] = HclValue.Unknown(HclType.Number, Origin.Supplied),
        ["flag"] = HclValue.Unknown(HclType.Bool, Origin.Supplied),
        ["texts"] = HclValue.Unknown(new ListType(HclType.String), Origin.Supplied),
        ["structure"] = HclValue.Unknown(ObjectType.Of(new AttributeType("a", HclType.String)), Origin.Supplied),
        ["pair"] = HclValue.Unknown(new TupleType([HclType.String, HclType.Number]), Origin.Supplied),
    };

    [TestCase("upper(text)", "string")]
    [TestCase("upper(any)", "string")]
    [TestCase("abs(number)", "number")]
    [TestCase("max(1, number)", "number")]
    [TestCase("sum([1, number])", "number")]
    [TestCase("join(\",\", [\"a\", text])", "string")]
    [TestCase("join(\",\", texts)", "string")]
    [TestCase("split(\",\", text)", "list(string)")]
    [TestCase("format(\"%s\", text)", "string")]
    [TestCase("format(\"%v\", [text])", "string")]
    [TestCase("startswith(text, \"a\")", "bool")]
    [TestCase("jsonencode({a = text})", "string")]
    [TestCase("jsondecode(text)", "dynamic")]
    [TestCase("regex(text, \"a\")", "dynamic")]
    [TestCase("replace(\"a\", \"a\", text)", "string")]
    [TestCase("contains([\"a\", text], \"b\")", "bool")]
    [TestCase("contains(texts, \"b\")", "bool")]
    [TestCase("index([text, \"a\"], \"a\")", "number")]
    [TestCase("alltrue([true, flag])", "bool")]
    [TestCase("anytrue([false, flag])", "bool")]
    [TestCase("coalesce(text, \"b\")", "string")]
    [TestCase("coalesce(null, text)", "string")]
    [TestCase("coalescelist(texts, [\"a\"])", "dynamic")]
    [TestCase("compact([\"a\", text])", "list(string)")]
    [TestCase("distinct([\"a\", text])", "list(string)")]
    [TestCase("sort([\"a\", text])", "list(string)")]
    [TestCase("flatten([[\"a\"], texts])", "dynamic")]
    [TestCase("flatten([[\"a\"], any])", "dynamic")]
    [TestCase("keys(any)", "dynamic")]
    [TestCase("lookup(structure, \"a\", \"b\")", "dynamic")]
    [TestCase("lookup({a = \"b\"}, text, \"c\")", "dynamic")]
    [TestCase("merge({a = 1}, any)", "dynamic")]
    [TestCase("zipmap([text], [1])", "dynamic")]
    [TestCase("zipmap([text], tolist([1]))", "map(number)")]
    [TestCase("matchkeys([\"a\"], [text], [\"b\"])", "list(string)")]
    [TestCase("transpose({a = [text]})", "map(list(string))")]
    [TestCase("setunion([\"a\"], [text])", "set(dynamic)")]
    [TestCase("tolist(texts)", "list(string)")]
    [TestCase("tolist(any)", "list(dynamic)")]
    [TestCase("toset([\"a\", text])", "set(string)")]
    [TestCase("tonumber(text)", "number")]
    [TestCase("try(text, \"a\")", "dynamic")]
    [TestCase("try(any.b, \"a\")", "dynamic")]
    [TestCase("try([for t in texts : t], \"a\")", "dynamic")]
    [TestCase("can(tonumber(text))", "bool")]
    [TestCase("length(texts)", "number")]
    [TestCase("length(text)", "number")]
    [TestCase("formatlist(\"%s\", texts)", "list(string)")]
    [TestCase("formatlist(\"%s\", any)", "list(string)")]
    [TestCase("cidrsubnet(\"10.0.0.0/8\", 8, number)", "string")]
    [TestCase("timestamp()", "string")]
    [TestCase("plantimestamp()", "string")]
    [TestCase("uuid()", "string")]
    [TestCase("bcrypt(\"a\")", "string")]
    [TestCase("rsadecrypt(\"a\", \"b\")", "string")]
    [TestCase("base64gzip(\"a\")", "string")]
    [TestCase("textencodebase64(\"a\", \"windows-1252\")", "string")]
    [TestCase("pathexpand(\"~/a\")", "string")]
    [TestCase("issensitive(\"a\")", "bool")]
    [TestCase("pow(2, 0.3)", "number")]
    [TestCase("pow(10, 400)", "number")]
    [TestCase("log(0, 10)", "number")]
    [TestCase("regex(\"\\\\p{Greek}\", \"a\")", "dynamic")]
    [TestCase("regex(\"(?i)ä\", \"Ä\")", "dynamic")]
    [TestCase("cidrhost(\"::ffff:1.2.3.0/120\", 1)", "string")]
    [TestCase("jsondecode(\"\\\"\\\\ud800\\\"\")", "dynamic")]
    public void Call_WhatDependsOnUnknown_IsUnknownOfThisType(string expression, string type)
    {
        var evaluation = Evaluate(expression);
        Assert.That((evaluation.Succeeded, evaluation.Value.IsUnknown, Written.Type(evaluation.Value.Type)), Is.EqualTo((true, true, type)));
    }

    [TestCase("concat([\"a\"], [text])", "[\"a\",?]")]
    [TestCase("flatten([[\"a\"], [text]])", "[\"a\",?]")]
    [TestCase("merge({a = text}, {b = 1})", "{\"a\":?,\"b\":1}")]
    [TestCase("merge({a = text}, {a = 1})", "{\"a\":1}")]
    [TestCase("values({a = text, b = 1})", "[?,1]")]
    [TestCase("keys({a = text})", "[\"a\"]")]
    [TestCase("keys(structure)", "[\"a\"]")]
    [TestCase("length([\"a\", text])", "2")]
    [TestCase("length(structure)", "1")]
    [TestCase("length(pair)", "2")]
    [TestCase("contains([text, \"b\"], \"b\")", "true")]
    [TestCase("alltrue([false, flag])", "false")]
    [TestCase("anytrue([flag, true])", "true")]
    [TestCase("coalesce(\"a\", text)", "\"a\"")]
    [TestCase("coalescelist([\"a\"], [text])", "[\"a\"]")]
    [TestCase("element([text, \"b\"], 1)", "\"b\"")]
    [TestCase("lookup({a = \"b\", c = text}, \"a\")", "\"b\"")]
    [TestCase("lookup({a = \"b\"}, \"a\", text)", "\"b\"")]
    [TestCase("index([\"a\", text], \"a\")", "0")]
    [TestCase("slice([text, \"b\"], 1, 2)", "[\"b\"]")]
    [TestCase("reverse([text, \"b\"])", "[\"b\",?]")]
    [TestCase("chunklist([\"a\", text], 1)", "[[\"a\"],[?]]")]
    [TestCase("setproduct([\"a\"], [text])", "[[\"a\",?]]")]
    [TestCase("zipmap([\"a\"], [text])", "{\"a\":?}")]
    [TestCase("formatlist(\"%s\", [\"a\", text])", "[\"a\",?]")]
    [TestCase("startswith(text, \"\")", "true")]
    [TestCase("try(\"a\", text)", "\"a\"")]
    [TestCase("one([text])", "?")]
    [TestCase("tolist([\"a\", text])", "[\"a\",?]")]
    [TestCase("tomap({a = text})", "{\"a\":?}")]
    public void Call_WhatDoesNotDependOnUnknown_IsKnown(string expression, string json) => Assert.That(Written.Json(Evaluate(expression).Value), Is.EqualTo(json));

    static HclEvaluation Evaluate(string expression) => FunctionCase.Evaluate(expression, Variables);
}
