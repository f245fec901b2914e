using System.Collections.Immutable;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Functions;

/// <summary>What bodies of functions read from their calls, and the values that they make for them.</summary>
static class CallValues
{
    public static string Text(this in HclCall call, int index) => call.Arguments[index].AsString();

    public static HclNumber Number(this in HclCall call, int index) => call.Arguments[index].AsNumber();

    public static ImmutableArray<HclElement> Elements(this in HclCall call, int index) => call.Arguments[index].Elements;

    /// <summary>An argument that must be a whole number in the range of a machine integer.</summary>
    public static long Whole(this in HclCall call, int index)
    {
        var number = call.Number(index);
        if (!number.IsInteger || number.CompareTo(HclNumber.From(long.MinValue)) < 0 || number.CompareTo(HclNumber.From(long.MaxValue)) > 0)
            throw new HclFunctionException($"A whole number between {long.MinValue} and {long.MaxValue} is required.", index);
        return (long)number.Truncated;
    }

    /// <summary>An argument that is calculated with as a machine floating point number.</summary>
    public static double Double(this in HclCall call, int index) => call.Number(index).ToDouble() is var value && double.IsFinite(value)
        ? value
        : throw new HclFunctionException("The number is too large.", index);

    public static HclValue Result(this in HclCall call, string value) => HclValue.String(value, call.Origin);

    public static HclValue Result(this in HclCall call, bool value) => HclValue.Bool(value, call.Origin);

    public static HclValue Result(this in HclCall call, long value) => HclValue.Number(HclNumber.From(value), call.Origin);

    /// <summary>A number; unknown if it is too large to be one here, as Terraform's may be larger.</summary>
    public static HclValue Result(this in HclCall call, HclNumber? value) => value is null ? call.Unknown(HclType.Number) : HclValue.Number(value, call.Origin);

    /// <summary>True, false, or unknown for null.</summary>
    public static HclValue Result(this in HclCall call, bool? value) => value is { } known ? call.Result(known) : call.Unknown(HclType.Bool);

    public static HclValue Unknown(this in HclCall call, HclType type) => HclValue.Unknown(type, call.Origin);

    /// <summary>A list of strings that the function computes.</summary>
    public static HclValue Result(this in HclCall call, IEnumerable<string> values)
    {
        var origin = call.Origin;
        return HclValue.List(HclType.String, values.Select(v => new HclElement(HclValue.String(v, origin))), origin);
    }

    /// <summary>A value that is passed on unchanged because of what the call says.</summary>
    public static HclValue Selected(this in HclCall call, HclValue value) => value.From(Origin.Selected(null, value.Origin, call.Origin));

    /// <summary>A list if the argument is a list or a set, a tuple if it is one: of some of its elements.</summary>
    public static HclValue SameKind(this in HclCall call, HclType type, IEnumerable<HclElement> elements) =>
        type is CollectionType collection ? HclValue.List(collection.Element, elements, call.Origin) : HclValue.Tuple(elements, call.Origin);
}
