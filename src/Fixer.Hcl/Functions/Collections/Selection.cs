using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>element</c>, <c>lookup</c>, <c>one</c>, <c>coalesce</c>, <c>coalescelist</c>: one value of several is passed on.</summary>
static class Selection
{
    /// <summary>Indexes go round and round; below zero only multiples of the length do.</summary>
    public static HclFunction Element { get; } = Function(HclType.Dynamic, [Any("list"), Number("index")], call =>
    {
        if (call.Arguments[0].Type is not (ListType or TupleType))
            throw new HclFunctionException("A list or tuple is required.", 0);
        var (elements, index) = (call.Elements(0), call.Whole(1));
        if (elements.IsEmpty)
            throw new HclFunctionException("The list is empty.", 0);
        if (index % elements.Length < 0)
            throw new HclFunctionException("The index must not be negative.", 1);
        return call.Selected(elements[(int)(index % elements.Length)].Value);
    });

    public static HclFunction Lookup { get; } = Function(HclType.Dynamic, [Any("inputMap"), Text("key")], Anything("default"), call =>
    {
        var map = call.Arguments[0];
        if (call.Arguments.Length > 3)
            throw new HclFunctionException("There are more than three arguments.", 3);
        if (!map.Type.IsKeyed)
            throw new HclFunctionException("A map or object is required.", 0);
        var fallback = call.Arguments.Length == 3 ? Default(map.Type, call.Arguments[2]) : null;
        return call.Selected(map.Element(call.Text(1))?.Value ?? fallback ?? throw new HclFunctionException("There is no element under this key.", 1));
    });

    public static HclFunction One { get; } = Function(HclType.Dynamic, [Any("list")], call =>
    {
        if (!call.Arguments[0].Type.IsSequence || call.Elements(0).Length > 1)
            throw new HclFunctionException("A list, set or tuple of no or one element is required.", 0);
        return call.Elements(0) is [var only]
            ? call.Selected(only.Value)
            : HclValue.Null(call.Arguments[0].Type is CollectionType collection ? collection.Element : HclType.Dynamic, call.Origin);
    });

    /// <summary>The first that is neither null nor an empty string.</summary>
    public static HclFunction Coalesce { get; } = Function(HclType.Dynamic, [], Anything("vals"), call =>
    {
        var type = TypeUnification.Unify(call.Arguments.Select(a => a.Type)) ?? throw new HclFunctionException("The arguments must be of one type.");
        foreach (var argument in call.Arguments)
        {
            var value = HclConversion.Convert(argument, type, out var error) ?? throw new HclFunctionException($"The arguments must be of one type: {error}.");
            if (value.IsUnknown)
                return call.Unknown(type);
            if (!value.IsNull && !(type == HclType.String && value.AsString().Length == 0))
                return call.Selected(value);
        }

        throw new HclFunctionException("All arguments are null or empty.");
    });

    /// <summary>The first that has elements.</summary>
    public static HclFunction CoalesceList { get; } = Function(HclType.Dynamic, [], Anything("vals"), call =>
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.IsUnknown)
                return call.Unknown(HclType.Dynamic);
            if (argument.Type is not (ListType or TupleType))
                throw new HclFunctionException("All arguments must be lists or tuples.", call.Arguments.IndexOf(argument));
        }

        var found = call.Arguments.FirstOrDefault(a => !a.IsNull && !a.Elements.IsEmpty);
        return found is null ? throw new HclFunctionException("All arguments are null or empty.") : call.Selected(found);
    });

    static HclValue Default(HclType map, HclValue value) => map is MapType { Element: var element }
        ? HclConversion.Convert(value, element, out var error) ?? throw new HclFunctionException($"The default must be of the type of the elements: {error}.", 2)
        : value;
}
