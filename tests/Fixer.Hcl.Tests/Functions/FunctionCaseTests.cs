namespace Fixer.Hcl.Tests.Functions;

/// <summary>Every function does what it does in Terraform: the same value of the same type, or an error where Terraform has one.</summary>
public class FunctionCaseTests
{
    static IEnumerable<TestCaseData> Cases() => FunctionCase.All().Select(c => new TestCaseData(c.Expression, c.Type, c.Json).SetArgDisplayNames(c.Expression));

    [TestCaseSource(nameof(Cases))]
    public void Call_OfCase_HasThisValue(string expression, string type, string json) =>
        Assert.That(FunctionCase.Of(expression), Is.EqualTo(new FunctionCase(expression, type, json)));

    [Test]
    public async Task Call_OfEveryCase_HasTheValueThatTerraformHas()
    {
        var expressions = FunctionCase.All().Where(c => !c.IsUnknown).Select(c => c.Expression).ToArray();
        var results = await TerraformConsole.Evaluate(expressions);
        Assert.That(expressions.Select(e => $"{e} = {Result(FunctionCase.Of(e))}"), Is.EqualTo(expressions.Zip(results, (e, r) => $"{e} = {r}")));
    }

    static string Result(FunctionCase actual) => actual is { Fails: false, IsUnknown: false } ? actual.Json : actual.Type;
}
