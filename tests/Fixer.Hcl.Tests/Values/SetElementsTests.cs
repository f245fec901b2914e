using Fixer.Hcl.Tests.Evaluation;

namespace Fixer.Hcl.Tests.Values;

/// <summary>The order is cty's: it decides in which order Terraform shows instances, and which element a splat gives first.</summary>
public class SetElementsTests
{
    [TestCase("[\"b\", \"a\", \"B\", \"\"]", "[\"\",\"B\",\"a\",\"b\"]")]
    [TestCase("[\"\\uffff\", \"\\U0001F600\", \"z\"]", "[\"z\",\"\\uffff\",\"\\U0001F600\"]")]
    [TestCase("[10, 9, -1, 9.5]", "[-1,9,9.5,10]")]
    [TestCase("[true, false, true]", "[false,true]")]
    [TestCase("[null, \"a\"]", "[\"a\",null]")]
    [TestCase("[[2], [10]]", "[[10],[2]]")]
    [TestCase("[[\"b\"], [\"a\", \"c\"], []]", "[[\"a\",\"c\"],[\"b\"],[]]")]
    [TestCase("[{ a = 2 }, { a = 10 }]", "[{\"a\":10},{\"a\":2}]")]
    [TestCase("[{ a = true }, { a = false }, { a = null }]", "[{\"a\":false},{\"a\":true},{\"a\":null}]")]
    [TestCase("[{ b = 1, a = 2 }, { a = 1, b = 2 }]", "[{\"a\":1,\"b\":2},{\"a\":2,\"b\":1}]")]
    [TestCase("[[12345678902], [1.5], [12345678901]]", "[[12345678901],[12345678902],[1.5]]")]
    [TestCase("[[1e100], [0.00001], [0.0001], [1e21], [1234567890], [99999999999]]", "[[0.0001],[1234567890],[1e100],[99999999999],[1e21],[0.00001]]")]
    [TestCase("[[1.51], [1.50000000001]]", "[[1.51],[1.50000000001]]")]
    [TestCase("[[\"a\\n\"], [\"a\\\"\"], [\"ab\"], [\"a\"]]", "[[\"a\"],[\"a\\\"\"],[\"a\\n\"],[\"ab\"]]")]
    public void Set_OfElements_IsInThisOrder(string elements, string expected)
    {
        var set = Evaluated.Value($"to({elements}, set(any))");
        Assert.That(Written.Json(set), Is.EqualTo(Written.Json(Evaluated.Value(expected))));
    }

    [Test]
    public void Set_OfEqualElements_IsYieldedByNoneAlone()
    {
        var set = Evaluated.Value("to([\"a\", \"b\", \"a\"], set(string))");
        Assert.That(set.Elements.Select(e => e.YieldedBy.Alone.Length), Is.EqualTo(new[] { 0, 1 }));
    }
}
