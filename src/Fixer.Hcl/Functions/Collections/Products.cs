using System.Collections.Immutable;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>setproduct</c>: all tuples of one element of each argument. A list if no argument is a set.</summary>
static class Products
{
    public static HclFunction SetProduct { get; } = Function(HclType.Dynamic, [], Any("sets"), call =>
    {
        if (call.Arguments.Length < 2)
            throw new HclFunctionException("At least two sets or lists are required.");
        var types = ImmutableArray.CreateBuilder<HclType>(call.Arguments.Length);
        var count = Int128.One;
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            types.Add(ElementType(call.Arguments[i].Type, i));
            count = Int128.Min(count * call.Elements(i).Length, long.MaxValue / 1024);
        }

        call.Budget.Spend((long)count * Math.Min(call.Arguments.Length + 1, 1024));
        var (type, origin) = (new TupleType(types.MoveToImmutable()), call.Origin);
        var tuples = Tuples(call, type).Select(t => new HclElement(null, HclValue.Tuple(t, origin), Origin.Joint([.. t.Select(e => e.YieldedBy)])));
        return call.Arguments.Any(a => a.Type is SetType) ? HclValue.Set(type, tuples, origin) : HclValue.List(type, tuples, origin);
    });

    static HclType ElementType(HclType type, int index) => type switch
    {
        TupleType tuple => TypeUnification.Unify(tuple.Elements) is { } unified && (!unified.IsDynamic || tuple.Elements.All(e => e.IsDynamic))
            ? unified
            : throw new HclFunctionException("All elements must be of one type.", index),
        ListType or SetType => ((CollectionType)type).Element,
        _ => throw new HclFunctionException("A set, list or tuple is required.", index),
    };

    /// <summary>The last argument changes fastest.</summary>
    static IEnumerable<ImmutableArray<HclElement>> Tuples(HclCall call, TupleType type)
    {
        IEnumerable<ImmutableArray<HclElement>> tuples = [[]];
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            HclElement[] elements = [.. call.Elements(i).Select(e => e with { Value = Converted(e.Value, type.Elements[i], i) })];
            tuples = tuples.SelectMany(_ => elements, (t, e) => t.Add(e));
        }

        return tuples;
    }

    static HclValue Converted(HclValue value, HclType type, int index) =>
        HclConversion.Convert(value, type, out var error) ?? throw new HclFunctionException($"All elements must be of one type: {error}.", index);
}
