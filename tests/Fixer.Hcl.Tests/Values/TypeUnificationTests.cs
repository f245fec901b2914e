using Fixer.Hcl.Tests.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Values;

/// <summary>Unification by cty's rules.</summary>
public class TypeUnificationTests
{
    [TestCase("number", "number", "number")]
    [TestCase("number", "string", "string")]
    [TestCase("any", "number", "number")]
    [TestCase("list(number)", "list(string)", "list(string)")]
    [TestCase("list(bool)", "set(bool)", "list(bool)")]
    [TestCase("set(string)", "list(number)", "list(number)")]
    [TestCase("list(number)", "any", "dynamic")]
    [TestCase("tuple([number])", "tuple([string])", "tuple([string])")]
    [TestCase("tuple([number])", "tuple([string, bool])", "list(string)")]
    [TestCase("tuple([])", "list(string)", "list(string)")]
    [TestCase("tuple([number, string])", "list(bool)", "list(string)")]
    [TestCase("tuple([string])", "set(string)", "set(string)")]
    [TestCase("object({ a = number })", "object({ a = bool, b = string })", "map(string)")]
    [TestCase("object({ a = number })", "object({ a = string })", "object({a:string})")]
    [TestCase("object({})", "map(bool)", "map(bool)")]
    [TestCase("object({ a = number })", "map(string)", "map(string)")]
    [TestCase("object({ a = number })", "any", "dynamic")]
    public void Unify_OfTypes_IsThis(string first, string second, string expected) => Assert.Multiple(() =>
    {
        Assert.That(Written.Type(Unify(first, second)!), Is.EqualTo(expected));
        Assert.That(Written.Type(Unify(second, first)!), Is.EqualTo(expected));
        Assert.That(Written.Type(Unify(first, second, first, second)!), Is.EqualTo(expected));
    });

    [TestCase("number", "bool")]
    [TestCase("number", "list(number)")]
    [TestCase("tuple([])", "object({})")]
    [TestCase("list(string)", "map(string)")]
    [TestCase("object({ a = number })", "object({ b = list(number) })")]
    [TestCase("object({ a = number, b = list(string) })", "object({ a = any })")]
    public void Unify_OfTypesWithNothingInCommon_IsNull(string first, string second) => Assert.Multiple(() =>
    {
        Assert.That(Unify(first, second), Is.Null);
        Assert.That(Unify(second, first), Is.Null);
    });

    [Test]
    public void Unify_OfNone_IsDynamic() => Assert.That(TypeUnification.Unify([])!.IsDynamic);

    static HclType? Unify(params string[] types) => TypeUnification.Unify(types.Select(Evaluated.Type));
}
