using System.Diagnostics;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>No expression takes more than linear time, and what a few lines can multiply the budget bounds.</summary>
public class HostileEvaluationTests
{
    const int Many = 100_000;

    static readonly HclScope Scope = HclScope.Of(new Dictionary<string, HclValue>
    {
        ["texts"] = Evaluated.Value(List(i => $"\"s{i}\"")),
        ["equal"] = Evaluated.Value(List(i => $"{{ a = {i}, b = \"x\" }}")),
        ["different"] = Evaluated.Value(List(i => $"{{ a{i} = {i} }}")),
        ["tuples"] = Evaluated.Value(List(i => $"[{string.Join(',', Enumerable.Range(0, 12).Select(bit => (i >> bit & 1) == 0 ? "1" : "\"1\""))}]")),
    });

    [TestCase("[for s in texts : \"${s}x\" if s != \"s7\"]")]
    [TestCase("{ for i, s in texts : s => i }")]
    [TestCase("{ for i, s in texts : \"g\" => i... }")]
    [TestCase("[for i, s in texts : texts[i]]")]
    [TestCase("\"%{ for s in texts }${s},%{ endfor }\"")]
    [TestCase("equal[*].a")]
    [TestCase("equal == equal")]
    [TestCase("true ? equal : different")]
    [TestCase("to(equal, list(any))")]
    [TestCase("to(different, list(any))")]
    [TestCase("to([for i, t in tuples : t], set(any))")]
    [TestCase("to([for s in texts : \"same\"], set(string))")]
    public void Evaluate_OfHundredThousandElements_IsQuick(string expression)
    {
        var scope = Scope;
        var clock = Stopwatch.StartNew();
        _ = Evaluated.Value(expression, scope).Type;
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
    }

    [Test]
    public void Unify_OfManyTypesThatOneSpoils_IsQuick()
    {
        var types = Scope.Find((TraversalExpression)HclFragment.ParseExpression("tuples"u8.ToArray()).Expression, out _)!.Elements.Select(e => (HclType)new ListType(e.Value.Type));
        var clock = Stopwatch.StartNew();
        Assert.That(TypeUnification.Unify([.. types, new SetType(HclType.Bool)]), Is.Null);
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
    }

    [TestCase("[before, before]", "HCL200")]
    [TestCase("[before]", "HCL200")]
    [TestCase("[unknown(bool) ? [before] : [before]]", "HCL200")]
    public void Evaluate_OfValuesThatHoldEachOther_IsBounded(string expression, string expected)
    {
        var (value, codes) = (Evaluated.Value("[1]"), new List<string>());
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 3000; i++)
        {
            var evaluation = Evaluated.Of(expression, HclScope.Of(new Dictionary<string, HclValue> { ["before"] = value }));
            codes.AddRange(evaluation.Diagnostics.Select(d => d.Code));
            value = evaluation.Value;
        }

        Assert.That(codes.Distinct(), Is.EqualTo(new[] { expected }));
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
    }

    [TestCase("equal == equal")]
    [TestCase("true ? equal : texts")]
    [TestCase("upper(equal)")]
    public void Evaluate_OfLargeOperands_CostsTheirSize(string expression)
    {
        var budget = new EvaluationBudget(Many);
        var evaluation = new HclEvaluator(Scope, Evaluated.Functions, budget).Evaluate(HclFragment.ParseExpression(System.Text.Encoding.UTF8.GetBytes(expression)));
        Assert.That(evaluation.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "HCL200" }));
    }

    static string List(Func<int, string> element) => $"[{string.Join(',', Enumerable.Range(0, Many).Select(element))}]";
}
