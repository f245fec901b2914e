using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>What is unknown makes unknown what depends on it: never a guess, and no more than that.</summary>
public class UnknownTypesTests
{
    static readonly HclScope Scope = HclScope.Of(new Dictionary<string, HclValue>
    {
        ["text"] = HclValue.Unknown(HclType.String, Origin.Supplied),
        ["count"] = HclValue.Unknown(HclType.Number, Origin.Supplied),
        ["flag"] = HclValue.Unknown(HclType.Bool, Origin.Supplied),
        ["any"] = HclValue.Unknown(HclType.Dynamic, Origin.Supplied),
        ["list"] = HclValue.Unknown(new ListType(HclType.String), Origin.Supplied),
        ["zones"] = HclValue.Unknown(new ListType(ObjectType.Of(new AttributeType("id", HclType.String))), Origin.Supplied),
        ["map"] = HclValue.Unknown(new MapType(HclType.Number), Origin.Supplied),
    });

    [TestCase("count + 1", "? number")]
    [TestCase("-count", "? number")]
    [TestCase("!flag", "? bool")]
    [TestCase("count < 1", "? bool")]
    [TestCase("flag && true", "? bool")]
    [TestCase("flag && false", "false bool")]
    [TestCase("flag || true", "true bool")]
    [TestCase("flag || false", "? bool")]
    [TestCase("text == \"a\"", "? bool")]
    [TestCase("text == 1", "false bool")]
    [TestCase("text == null", "? bool")]
    [TestCase("text == count", "? bool", TestName = "both may be null")]
    [TestCase("any == 1", "? bool")]
    [TestCase("any != 1", "? bool")]
    [TestCase("[text, 1] == [\"a\", 2]", "false bool")]
    [TestCase("[text, 1] == [\"a\", 1]", "? bool")]
    [TestCase("[1] == to([1], list(number))", "false bool")]
    [TestCase("to([], list(any)) == []", "false bool")]
    [TestCase("flag ? 1 : 2", "? number")]
    [TestCase("flag ? 1 : \"a\"", "? string")]
    [TestCase("flag ? 1 : null", "? number")]
    [TestCase("flag ? 1 / 0 : nothing", "? dynamic", TestName = "errors in results do not count while it is not known which is taken")]
    [TestCase("true ? 1 : 1 / 0", "1 number")]
    [TestCase("false ? 1 / 0 : 1", "1 number")]
    [TestCase("true ? 1 : upper([])", "1 number")]
    [TestCase("true ? \"a\" : text", "\"a\" string")]
    [TestCase("true ? \"a\" : any", "\"a\" string")]
    [TestCase("true ? [1] : any", "? dynamic", TestName = "the type of the other result counts too")]
    [TestCase("false ? any : null", "null dynamic")]
    [TestCase("\"a${text}\"", "? string")]
    [TestCase("\"${count}\"", "? number")]
    [TestCase("\"%{ if flag }a%{ else }a%{ endif }\"", "? string")]
    [TestCase("\"%{ for x in list }a%{ endfor }\"", "? string")]
    [TestCase("[for x in list : 1]", "? dynamic")]
    [TestCase("[for x in [text, \"a\"] : x]", "[?,\"a\"] tuple([string,string])")]
    [TestCase("[for x in [text, \"a\"] : x if x != \"b\"]", "? dynamic")]
    [TestCase("{ for x in [text] : x => 1 }", "? dynamic")]
    [TestCase("{ for x in [text] : \"a\" => x }", "{\"a\":?} object({a:string})")]
    [TestCase("{ (text) = 1 }", "? dynamic")]
    [TestCase("{ a = text }.a", "? string")]
    [TestCase("[text, 1][1]", "1 number")]
    [TestCase("[1, 2][count]", "? dynamic")]
    [TestCase("map[\"a\"]", "? number")]
    [TestCase("map.a", "? number")]
    [TestCase("any.a[0].b", "? dynamic")]
    [TestCase("list[*]", "? list(string)")]
    [TestCase("zones[*].id", "? list(string)")]
    [TestCase("text[*]", "? dynamic", TestName = "a splat of null is empty, of another text it has one element")]
    [TestCase("any[*].a", "? dynamic")]
    [TestCase("to([], list(object({ id = string })))[*].id", "[] list(string)")]
    [TestCase("to([{ id = 1 }], list(object({ id = string })))[*].id", "[\"1\"] list(string)")]
    [TestCase("null[*]", "[] tuple([])")]
    [TestCase("upper(text)", "? string")]
    [TestCase("upper(any)", "? string")]
    [TestCase("upper(list...)", "? string")]
    public void Evaluate_WithUnknown_IsThis(string expression, string expected) => Assert.That(Evaluated.Text(expression, Scope), Is.EqualTo(expected));

    [TestCase("zones[*].name", "HCL219")]
    [TestCase("flag ? 1 : [2]", "HCL218")]
    [TestCase("flag && 1", "HCL205")]
    [TestCase("null ? 1 : 2", "HCL206")]
    [TestCase("list.a", "HCL219")]
    [TestCase("count[0]", "HCL220")]
    [TestCase("[for x in count : x]", "HCL207")]
    [TestCase("[for x in [1, 2] : nothing]", "HCL214")]
    [TestCase("[nothing, null + 1]", "HCL214, HCL204")]
    public void Evaluate_OfWhatCannotBeRight_SaysSo(string expression, string expected) => Assert.That(Evaluated.Text(expression, Scope), Is.EqualTo(expected));
}
