using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>Evaluates with three functions of types, written as in Terraform's variables: <c>unknown(string)</c>, <c>typednull(string)</c>, <c>to([], list(any))</c>; and <c>upper</c>.</summary>
static class Evaluated
{
    public static IReadOnlyDictionary<string, HclFunction> Functions { get; } = new Dictionary<string, HclFunction>
    {
        ["unknown"] = new HclExpressionFunction { Body = call => HclValue.Unknown(Type(call.Call.Arguments[0]), Origin.Of(call.Call)) },
        ["typednull"] = new HclExpressionFunction { Body = call => HclValue.Null(Type(call.Call.Arguments[0]), Origin.Of(call.Call)) },
        ["to"] = new HclExpressionFunction { Body = To },
        ["upper"] = new HclValueFunction { Parameters = [new("text", HclType.String)], Result = HclType.String, Body = call => HclValue.String(call.Arguments[0].AsString().ToUpperInvariant(), call.Origin) },
    };

    public static HclEvaluation Of(string expression, HclScope? scope = null) =>
        new HclEvaluator(scope ?? HclScope.Empty, Functions).Evaluate(HclFragment.ParseExpression(Encoding.UTF8.GetBytes(expression)));

    /// <summary>The value and its type, or the codes of what is wrong.</summary>
    public static string Text(string expression, HclScope? scope = null)
    {
        var evaluation = Of(expression, scope);
        return evaluation.Succeeded ? $"{Written.Json(evaluation.Value)} {Written.Type(evaluation.Value.Type)}" : string.Join(", ", evaluation.Diagnostics.Select(d => d.Code));
    }

    /// <summary>The value; the test fails if there is none.</summary>
    public static HclValue Value(string expression, HclScope? scope = null)
    {
        var evaluation = Of(expression, scope);
        Assert.That(evaluation.Diagnostics, Is.Empty);
        return evaluation.Value;
    }

    public static HclType Type(string type) => Type(HclFragment.ParseExpression(Encoding.UTF8.GetBytes(type)).Expression);

    static HclType Type(HclExpression type) => type switch
    {
        TraversalExpression { Root: "string" } => HclType.String,
        TraversalExpression { Root: "number" } => HclType.Number,
        TraversalExpression { Root: "bool" } => HclType.Bool,
        TraversalExpression { Root: "any" } => HclType.Dynamic,
        FunctionCallExpression { Name: "list", Arguments: [var element] } => new ListType(Type(element)),
        FunctionCallExpression { Name: "set", Arguments: [var element] } => new SetType(Type(element)),
        FunctionCallExpression { Name: "map", Arguments: [var element] } => new MapType(Type(element)),
        FunctionCallExpression { Name: "tuple", Arguments: [TupleExpression elements] } => new TupleType([.. elements.Elements.Select(Type)]),
        FunctionCallExpression { Name: "object", Arguments: [ObjectExpression structure] } => ObjectType.Of(structure.Items.Select(Attribute)),
        _ => throw new ArgumentException($"{type} is no type."),
    };

    static AttributeType Attribute(ObjectItem item) => item.Value is FunctionCallExpression { Name: "optional", Arguments: [var type] }
        ? new(item.ConstantKey!, Type(type), IsOptional: true)
        : new(item.ConstantKey!, Type(item.Value));

    static HclValue To(HclLazyCall call)
    {
        var value = call.Evaluate(call.Call.Arguments[0], null).Value;
        return HclConversion.Convert(value, Type(call.Call.Arguments[1]), out var error) ?? throw new HclFunctionException(error!, 0);
    }
}
