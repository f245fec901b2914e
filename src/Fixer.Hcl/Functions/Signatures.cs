using System.Collections.Immutable;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Functions;

/// <summary>Short words for what functions take and give; for <c>using static</c>.</summary>
static class Signatures
{
    public static HclType ListOfString { get; } = new ListType(HclType.String);

    public static HclType ListOfAny { get; } = new ListType(HclType.Dynamic);

    public static HclType SetOfAny { get; } = new SetType(HclType.Dynamic);

    public static HclFunction Function(HclType result, ImmutableArray<HclParameter> parameters, Func<HclCall, HclValue> body) =>
        new HclValueFunction { Result = result, Parameters = parameters, Body = body };

    public static HclFunction Function(HclType result, ImmutableArray<HclParameter> parameters, HclParameter variadic, Func<HclCall, HclValue> body) =>
        new HclValueFunction { Result = result, Parameters = parameters, Variadic = variadic, Body = body };

    /// <summary>A function from one string to another.</summary>
    public static HclFunction TextFunction(string parameter, Func<string, string> body) =>
        Function(HclType.String, [Text(parameter)], call => call.Result(body(call.Text(0))));

    public static HclParameter Text(string name) => new(name, HclType.String);

    public static HclParameter Number(string name) => new(name, HclType.Number);

    /// <summary>A parameter of any type; neither null nor unknown reaches the function.</summary>
    public static HclParameter Any(string name) => new(name, HclType.Dynamic);

    /// <summary>A parameter of any type whose argument may be null or unknown.</summary>
    public static HclParameter Anything(string name) => new(name, HclType.Dynamic, AllowsNull: true, AllowsUnknown: true);
}
