using Fixer.Hcl.Tests.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Values;

/// <summary>Conversion by cty's rules.</summary>
public class HclConversionTests
{
    [TestCase("1.50", "string", "\"1.5\" string")]
    [TestCase("true", "string", "\"true\" string")]
    [TestCase("\"1e3\"", "number", "1000 number")]
    [TestCase("\"0\"", "bool", "false bool")]
    [TestCase("\"true\"", "bool", "true bool")]
    [TestCase("null", "string", "null string")]
    [TestCase("unknown(number)", "string", "? string")]
    [TestCase("unknown(any)", "list(string)", "? list(string)")]
    [TestCase("[1, \"a\", true]", "list(string)", "[\"1\",\"a\",\"true\"] list(string)")]
    [TestCase("[1, \"a\", true]", "list(any)", "[\"1\",\"a\",\"true\"] list(string)")]
    [TestCase("[]", "list(any)", "[] list(dynamic)")]
    [TestCase("[]", "set(number)", "[] set(number)")]
    [TestCase("[null, \"a\"]", "list(any)", "[null,\"a\"] list(string)")]
    [TestCase("[\"b\", \"a\", \"b\"]", "set(string)", "[\"a\",\"b\"] set(string)")]
    [TestCase("[\"10\", 9, \"9\"]", "set(number)", "[9,10] set(number)")]
    [TestCase("[\"a\", unknown(string)]", "set(string)", "? set(string)")]
    [TestCase("[\"a\", unknown(string)]", "list(string)", "[\"a\",?] list(string)")]
    [TestCase("to([\"b\", \"a\"], set(string))", "list(string)", "[\"a\",\"b\"] list(string)")]
    [TestCase("to([\"1\"], list(string))", "list(number)", "[1] list(number)")]
    [TestCase("[1, \"2\"]", "tuple([string, number])", "[\"1\",2] tuple([string,number])")]
    [TestCase("{ b = 1, a = true }", "map(string)", "{\"a\":\"true\",\"b\":\"1\"} map(string)")]
    [TestCase("{ a = 1, b = [] }", "object({ a = string })", "{\"a\":\"1\"} object({a:string})")]
    [TestCase("{ a = 1 }", "object({ a = number, b = optional(string) })", "{\"a\":1,\"b\":null} object({a:number,b:string})")]
    [TestCase("null", "object({ a = optional(string) })", "null object({a:string})")]
    [TestCase("to({ a = 1, b = 2 }, map(number))", "object({ a = string })", "{\"a\":\"1\"} object({a:string})")]
    [TestCase("to({ a = 1 }, map(number))", "object({ a = number, b = optional(bool) })", "{\"a\":1,\"b\":null} object({a:number,b:bool})")]
    [TestCase("[{ a = 1 }, { a = \"x\" }]", "list(any)", "[{\"a\":\"1\"},{\"a\":\"x\"}] list(object({a:string}))")]
    [TestCase("[{ a = 1 }, { b = \"x\" }]", "list(any)", "[{\"a\":\"1\"},{\"b\":\"x\"}] list(map(string))")]
    [TestCase("[[1], [\"a\", true]]", "list(any)", "[[\"1\"],[\"a\",\"true\"]] list(list(string))")]
    [TestCase("[unknown(any), { a = 1 }]", "list(any)", "? list(dynamic)")]
    [TestCase("[{ a = unknown(any) }, { a = [1] }]", "list(any)", "[{\"a\":?},{\"a\":[1]}] list(object({a:dynamic}))")]
    public void Convert_OfValue_IsThis(string value, string type, string expected) =>
        Assert.That(Evaluated.Text($"to({value}, {type})"), Is.EqualTo(expected));

    [TestCase("\"a\"", "number", "a number is required")]
    [TestCase("\"True\"", "bool", "a bool is required")]
    [TestCase("1", "bool", "a bool is required")]
    [TestCase("\"a\"", "list(string)", "a list of string is required")]
    [TestCase("[\"a\", \"b\"]", "list(number)", "element 0: a number is required")]
    [TestCase("{ a = \"b\" }", "map(number)", "element \"a\": a number is required")]
    [TestCase("[1, []]", "list(any)", "a list of dynamic is required")]
    [TestCase("[1]", "tuple([number, number])", "a tuple([number, number]) is required")]
    [TestCase("{ a = 1 }", "object({ a = number, b = string })", "attribute \"b\" is required")]
    [TestCase("{ a = { b = \"x\" } }", "object({ a = object({ b = number }) })", "attribute \"a\": attribute \"b\": a number is required")]
    [TestCase("to({ a = 1 }, map(number))", "object({ b = number })", "attribute \"b\" is required")]
    [TestCase("to({ a = 1 }, map(number))", "object({ a = optional(bool) })", "attribute \"a\": a bool is required")]
    [TestCase("to([{ a = unknown(any) }, { a = [1] }], list(any))", "list(object({ a = string }))", "element 1: a object({a = string}) is required")]
    public void Convert_OfOtherValue_SaysWhyNot(string value, string type, string expected)
    {
        var converted = HclConversion.Convert(Evaluated.Value(value), Evaluated.Type(type), out var error);
        Assert.Multiple(() =>
        {
            Assert.That(converted, Is.Null);
            Assert.That(error, Is.EqualTo(expected));
        });
    }

    [Test]
    public void Convert_OfList_KeepsOriginsOfElements()
    {
        var list = Evaluated.Value("to([1, \"a\"], list(string))");
        Assert.That(list.Elements.Select(e => $"{e.YieldedBy.Alone.Single()} {e.Value.Origin.Alone.Single()}"), Is.EqualTo(new[] { "1 1", "\"a\" \"a\"" }));
    }
}
