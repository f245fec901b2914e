using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Functions;

/// <summary><c>templatestring</c>, which needs something to refer to.</summary>
public class TemplateStringTests
{
    const string Locals = """
        greeting = "hello, $${name}"
        loop = "%%{ for n in names }<$${n}>%%{ endfor }"
        wrapped = "$${name}"
        broken = "$${"
        nested = "$${templatestring(greeting, { name = 1 })}"
        plain = "plain"
        options = { greeting = "hi $${upper(name)}", number = 5 }
        list = ["x $${name}"]
        """;

    static readonly string[] Expressions =
    [
        """templatestring(local.greeting, { name = "x" })""",
        """templatestring(local.greeting, tomap({ name = 5 }))""",
        """templatestring(local.greeting, {})""",
        """templatestring(local.greeting, { name = [1] })""",
        """templatestring(local.greeting, { name = "x", "1y" = 2 })""",
        """templatestring(local.greeting, "x")""",
        """templatestring(local.greeting, null)""",
        """templatestring(local.greeting)""",
        """templatestring(local.loop, { names = ["a", "b"] })""",
        """templatestring(local.wrapped, { name = true })""",
        """templatestring(local.wrapped, { name = [1] })""",
        """templatestring(local.wrapped, { name = null })""",
        """templatestring(local.broken, {})""",
        """templatestring(local.nested, {})""",
        """templatestring(local.plain, {})""",
        """templatestring(local.options.greeting, { name = "x" })""",
        """templatestring(local.options["greeting"], { name = "x" })""",
        """templatestring(local.options.number, {})""",
        """templatestring(local.list[0], { name = "x" })""",
        """templatestring((local.greeting), { name = "x" })""",
        """templatestring("literal", {})""",
        """templatestring(upper(local.plain), {})""",
    ];

    [Test]
    public async Task Call_OfTemplate_HasTheValueThatTerraformHas()
    {
        var results = await TerraformConsole.Evaluate(Expressions, Locals);
        Assert.That(Expressions.Select(e => $"{e} = {Result(e)}"), Is.EqualTo(Expressions.Zip(results, (e, r) => $"{e} = {r}")));
    }

    [TestCase("""templatestring(local.greeting, { name = "x" })""", "\"hello, x\"")]
    [TestCase("""templatestring(local.nested, {})""", "!error")]
    [TestCase("""templatestring("literal", {})""", "!error")]
    public void Call_OfTemplate_HasThisValue(string expression, string json) => Assert.That(Result(expression), Is.EqualTo(json));

    static string Result(string expression)
    {
        var locals = FunctionCase.Evaluate($"{{\n{Locals}\n}}").Value;
        var actual = FunctionCase.Of(expression, new Dictionary<string, HclValue> { ["local"] = locals });
        return actual.Fails ? actual.Type : actual.Json;
    }
}
