using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions.Strings;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>contains</c>, <c>index</c>, <c>length</c>, <c>alltrue</c>, <c>anytrue</c>: questions about elements.</summary>
static class Membership
{
    /// <summary>An element that is unknown may be the one that is looked for, unless another one is.</summary>
    public static HclFunction Contains { get; } = Function(HclType.Bool, [Any("list"), Any("value")], call =>
    {
        if (!call.Arguments[0].Type.IsSequence)
            throw new HclFunctionException("A list, set or tuple is required.", 0);
        bool? result = false;
        foreach (var element in call.Elements(0))
        {
            var isEqual = element.Value.IsEqualTo(call.Arguments[1]);
            if (isEqual == true)
                return call.Result(true);
            result = isEqual is null ? null : result;
        }

        return call.Result(result);
    });

    public static HclFunction Index { get; } = Function(HclType.Number, [Any("list"), Any("value")], call =>
    {
        if (call.Arguments[0].Type is not (ListType or TupleType))
            throw new HclFunctionException("A list or tuple is required.", 0);
        var elements = call.Elements(0);
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Value.IsEqualTo(call.Arguments[1]) is not { } isEqual)
                return call.Unknown(HclType.Number);
            if (isEqual)
                return call.Result((long)i);
        }

        throw new HclFunctionException("The list has no such element.", 1);
    });

    /// <summary>Of strings, too; the number of elements of a tuple or object is known from its type.</summary>
    public static HclFunction Length { get; } = Function(HclType.Number, [Any("value") with { AllowsUnknown = true }], call =>
    {
        var value = call.Arguments[0];
        return value.Type switch
        {
            TupleType tuple => call.Result((long)tuple.Elements.Length),
            ObjectType structure => call.Result((long)structure.Attributes.Length),
            var type when !type.IsDynamic && !type.IsCollection && type != HclType.String => throw new HclFunctionException("A string or something with elements is required.", 0),
            _ when value.IsUnknown => call.Unknown(HclType.Number),
            CollectionType => call.Result((long)value.Elements.Length),
            _ => call.Result((long)Graphemes.Count(value.AsString())),
        };
    });

    /// <summary>Null is not true. What stands behind an unknown element is not looked at, as in Terraform.</summary>
    public static HclFunction AllTrue { get; } = OfBools(call =>
    {
        foreach (var element in call.Elements(0))
        {
            if (element.Value.IsUnknown)
                return null;
            if (element.Value.IsNull || !element.Value.AsBool())
                return false;
        }

        return true;
    });

    public static HclFunction AnyTrue { get; } = OfBools(call =>
    {
        bool? result = false;
        foreach (var element in call.Elements(0))
        {
            if (element.Value.IsUnknown)
                result = null;
            else if (!element.Value.IsNull && element.Value.AsBool())
                return true;
        }

        return result;
    });

    static HclFunction OfBools(Func<HclCall, bool?> body) => Function(HclType.Bool, [new("list", new ListType(HclType.Bool))], call => call.Result(body(call)));
}
