using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Functions;

/// <summary>No call takes more time or memory than its budget allows, whatever it asks for.</summary>
[CancelAfter(60_000)]
public class FunctionHostileInputTests
{
    const int Large = 100_000;

    [TestCase("range(1000000000)")]
    [TestCase("setproduct(range(1000), range(1000), range(1000), range(1000))")]
    [TestCase("setproduct([for i in range(60) : range(1024)]...)")]
    [TestCase("format(\"%1000000000d\", 1)")]
    [TestCase("format(\"%99999999999999999999s\", 1)")]
    [TestCase("format(\"%.1000000000f\", 1)")]
    [TestCase("indent(1000000000, \"\\n\")")]
    [TestCase("indent(9000000000000000000, \"\\n\\n\\n\")")]
    [TestCase("replace(text, \"\", text)")]
    [TestCase("replace(text, \"a\", text)")]
    [TestCase("replace(text, \"/a/\", text)")]
    [TestCase("join(text, [for i in range(1024) : [for j in range(1024) : \"\"]]...)")]
    [TestCase("regexall(\"a*b|a\", text)")]
    [TestCase("regexall(\"(a*)*b|(a|aa)+c|a\", text)")]
    [TestCase("jsondecode(brackets)")]
    [TestCase("jsonencode(tree)")]
    [TestCase("flatten(tree)")]
    [TestCase("cidrsubnets(\"10.0.0.0/8\", [for i in range(1000) : 24]..., 1)")]
    public void Call_WhichAsksForTooMuch_Fails(string expression) => Assert.That(Evaluate(expression).Succeeded, Is.False);

    [TestCase("regex(\"(a?){1000}(a){1000}(b?){1000}(c?){1000}(d?){1000}(e?){1000}(f?){1000}(g?){1000}\", text)")]
    [TestCase("regex(parentheses, text)")]
    [TestCase("parseint(digits, 10)")]
    [TestCase("parseint(digits, 16)")]
    public void Call_WhichIsTooLarge_IsUnknown(string expression) => Assert.That(Evaluate(expression).Value.IsUnknown, Is.True);

    [TestCase("regex(\"(a|a)*$\", text)")]
    [TestCase("regex(\"(x+x+)+y|a+\", text)")]
    [TestCase("length(regexall(\"a\", text))")]
    [TestCase("length(csvdecode(lines))")]
    [TestCase("length(split(\"\", text))")]
    [TestCase("length(distinct(split(\"\", text)))")]
    [TestCase("strrev(text)")]
    [TestCase("length(text)")]
    [TestCase("title(text)")]
    [TestCase("trim(text, text)")]
    [TestCase("base64decode(base64encode(text))")]
    [TestCase("length(matchkeys(split(\"\", text), split(\"\", text), split(\"\", text)))")]
    public void Call_OfLargeText_Succeeds(string expression)
    {
        var evaluation = Evaluate(expression);
        Assert.That((evaluation.Succeeded, evaluation.Value.IsUnknown), Is.EqualTo((true, false)));
    }

    static HclEvaluation Evaluate(string expression) => FunctionCase.Evaluate(expression, new Dictionary<string, HclValue>
    {
        ["text"] = Text(new string('a', Large)),
        ["digits"] = Text(new string('9', Large)),
        ["brackets"] = Text(new string('[', Large)),
        ["parentheses"] = Text(new string('(', Large) + new string(')', Large)),
        ["lines"] = Text(string.Concat(Enumerable.Repeat("a\n", Large))),
        ["tree"] = Enumerable.Range(0, 60).Aggregate(Text("leaf"), (tree, _) => HclValue.Tuple([new(tree), new(tree)], Origin.Supplied)),
    });

    static HclValue Text(string text) => HclValue.String(text, Origin.Supplied);
}
