using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>Unknown goes in, unknown comes out: nothing is ever guessed, and what is known stays known.</summary>
public class UnknownTests
{
    [TestCase("unknown", "?")]
    [TestCase("unknown.a.b[0]", "?")]
    [TestCase("unknown + 1", "?")]
    [TestCase("-unknown", "?")]
    [TestCase("unknown == 1", "?")]
    [TestCase("unknown != null", "?")]
    [TestCase("[unknown] == [1]", "?")]
    [TestCase("[unknown, 1] == [1, 2]", "false")]
    [TestCase("unknown ? 1 : 2", "?")]
    [TestCase("unknown ? 1 : 1", "?")]
    [TestCase("true ? 1 : unknown", "1")]
    [TestCase("true ? { a = 1 } : unknown", "?")]
    [TestCase("unknown && false", "false")]
    [TestCase("unknown && true", "?")]
    [TestCase("unknown || true", "true")]
    [TestCase("\"x${unknown}\"", "?")]
    [TestCase("\"%{ if unknown }a%{ endif }\"", "?")]
    [TestCase("\"%{ for x in unknown }a%{ endfor }\"", "?")]
    [TestCase("[1, unknown]", "[1,?]")]
    [TestCase("[1, unknown][0]", "1")]
    [TestCase("[1, 2][unknown]", "?")]
    [TestCase("{ a = unknown, b = 1 }", """{"a":?,"b":1}""")]
    [TestCase("{ (unknown) = 1 }", "?")]
    [TestCase("[for x in unknown : x]", "?")]
    [TestCase("[for x in [1, unknown] : x]", "[1,?]")]
    [TestCase("[for x in [1, unknown] : x if x == 1]", "?")]
    [TestCase("{ for x in [1, unknown] : x => 1 }", "?")]
    [TestCase("{ for k, x in { a = unknown } : k => x }", """{"a":?}""")]
    [TestCase("unknown[*].a", "?")]
    [TestCase("[unknown][*].a", "[?]")]
    [TestCase("upper(unknown)", "?")]
    [TestCase("max(unknown...)", "?")]
    [TestCase("toset([\"a\", unknown])", "?")]
    public void Evaluate_WithUnknown_YieldsOnlyWhatIsCertain(string expression, string expected) =>
        Assert.That(Written.Json(LocalScope.Of($"result = {expression}\n").Value("result")), Is.EqualTo(expected));

    [TestCase("result = 1 + [1]", "HCL205 1:14")]
    [TestCase("result = [1, nothing, 2]", "HCL214 1:14")]
    [TestCase("result = {\n  a = upper()\n  b = nosuch(1)\n}", "HCL216 2:7, HCL215 3:7")]
    [TestCase("result = [for x in [1, 2, 3] : x.y]", "HCL219 1:33")]
    public void Evaluate_WhatIsWrong_IsSaidOnceEachAndTheValueIsUnknown(string source, string expected)
    {
        var file = Hcl.Parse(source);
        var evaluation = new LocalScope(file).Evaluate(file.Body.Attribute("result")!.Value);
        Assert.That(string.Join(", ", Hcl.Diagnoses(evaluation.Diagnostics)), Is.EqualTo(expected));
        Assert.That(evaluation.Value.IsUnknown);
    }

    [TestCase("[for a in local.x : [for b in local.x : [for c in local.x : [for d in local.x : 1]]]]")]
    [TestCase("\"%{ for a in local.x }%{ for b in local.x }%{ for c in local.x }0123456789%{ endfor }%{ endfor }%{ endfor }\"")]
    [TestCase("setproduct(local.x, local.x, local.x, local.x)")]
    [TestCase("range(1000000000)")]
    [TestCase("format(\"%1000000000s\", \"a\")")]
    public void Evaluate_BombInAFewWords_IsStoppedByTheBudget(string expression)
    {
        var file = Hcl.Parse($"x = [{string.Join(',', Enumerable.Range(0, 1000))}]\nresult = {expression}\n");
        var evaluation = new HclEvaluator(new LocalScope(file), StandardFunctions.All, new EvaluationBudget(1_000_000)).Evaluate(file.Body.Attribute("result")!.Value);
        Assert.That(Hcl.Diagnoses(evaluation.Diagnostics), Is.Not.Empty);
        Assert.That(evaluation.Value.IsUnknown);
    }

    /// <summary>In Terraform these succeed, so that the second argument of <c>try</c> would be a wrong guess.</summary>
    [TestCase("try(1 / 0, 5)")]
    [TestCase("try(1e99999 * 2, 5)")]
    [TestCase("can(1e99999)")]
    [TestCase("try(length([for a in local.x : [for b in local.x : [for c in local.x : 1]]]), 5)")]
    public void Evaluate_TryOfWhatOnlyOurBoundsRefuse_IsUnknown(string expression)
    {
        var file = Hcl.Parse($"x = [{string.Join(',', Enumerable.Range(0, 1000))}]\nresult = {expression}\n");
        var evaluation = new HclEvaluator(new LocalScope(file), StandardFunctions.All, new EvaluationBudget(1_000_000)).Evaluate(file.Body.Attribute("result")!.Value);
        Assert.That(evaluation.Value.IsUnknown);
    }

    [Test]
    public void Evaluate_OperatorsNestedTooDeeply_IsADiagnosticOrAValue()
    {
        var file = Hcl.Parse($"result = {string.Concat(Enumerable.Repeat("(1 + ", 400))}1{new string(')', 400)}\n");
        Assert.That(Written.Json(new LocalScope(file).Value("result")), Is.EqualTo("401"));
    }
}
