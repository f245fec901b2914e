using System.Collections.Immutable;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>concat</c>, <c>slice</c>, <c>reverse</c>, <c>sort</c>, <c>chunklist</c>, <c>flatten</c>: elements in another order, or in other lists.</summary>
static class Sequences
{
    /// <summary>A list if all are lists of types that have one in common, else a tuple.</summary>
    public static HclFunction Concat { get; } = Function(HclType.Dynamic, [], Any("seqs"), call =>
    {
        if (call.Arguments.IsEmpty)
            throw new HclFunctionException("At least one list is required.");
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (call.Arguments[i].Type is not (ListType or TupleType))
                throw new HclFunctionException("A list or tuple is required.", i);
        }

        call.Budget.Spend(call.Arguments.Sum(a => (long)a.Elements.Length));
        if (call.Arguments.All(a => a.Type is ListType) && TypeUnification.Unify(call.Arguments.Select(a => a.Type)) is ListType type)
            return HclValue.List(type.Element, call.Arguments.SelectMany((a, i) => Converted(a, type, i)), call.Origin);
        return HclValue.Tuple(call.Arguments.SelectMany(a => a.Elements), call.Origin);
    });

    public static HclFunction Slice { get; } = Function(HclType.Dynamic, [Any("list"), Number("start_index"), Number("end_index")], call =>
    {
        if (call.Arguments[0].Type is not (ListType or TupleType))
            throw new HclFunctionException("A list or tuple is required.", 0);
        var (elements, start, end) = (call.Elements(0), call.Whole(1), call.Whole(2));
        if (end < 0 || end > elements.Length)
            throw new HclFunctionException($"The list has no index {end}.", 2);
        if (start < 0 || start > end)
            throw new HclFunctionException($"The start must be between 0 and the end, {end}.", 1);
        return call.SameKind(call.Arguments[0].Type, elements[(int)start..(int)end]);
    });

    public static HclFunction Reverse { get; } = Function(HclType.Dynamic, [Any("list")], call => call.Arguments[0].Type.IsSequence
        ? call.SameKind(call.Arguments[0].Type, call.Elements(0).Reverse())
        : throw new HclFunctionException("A list, set or tuple is required.", 0));

    /// <summary>Strings by their code points.</summary>
    public static HclFunction Sort { get; } = Function(ListOfString, [new("list", ListOfString)], call =>
    {
        if (!call.Arguments[0].IsWhollyKnown)
            return call.Unknown(ListOfString);
        if (call.Elements(0).Any(e => e.Value.IsNull))
            throw new HclFunctionException("Null cannot be sorted.", 0);
        return HclValue.List(HclType.String, call.Elements(0).OrderBy(e => e.Value.AsString(), CodePointOrder.Comparer), call.Origin);
    });

    /// <summary>Lists of so many elements each but the last; of all of them for zero.</summary>
    public static HclFunction ChunkList { get; } = Function(new ListType(ListOfAny), [new("list", ListOfAny), Number("size")], call =>
    {
        var (list, size) = (call.Arguments[0], call.Whole(1));
        if (size < 0)
            throw new HclFunctionException("The size must not be negative.", 1);
        call.Budget.Spend(list.Elements.Length);
        var (type, origin) = (list.Type, call.Origin);
        var chunks = list.Elements.Chunk((int)Math.Clamp(size == 0 ? list.Elements.Length : size, 1, int.MaxValue));
        return HclValue.List(type, chunks.Select(c => new HclElement(HclValue.List(((ListType)type).Element, c, origin))), origin);
    });

    /// <summary>A tuple of all that is in lists, sets and tuples, however deep.</summary>
    public static HclFunction Flatten { get; } = Function(HclType.Dynamic, [Any("list")], call =>
    {
        if (!call.Arguments[0].Type.IsSequence)
            throw new HclFunctionException("A list, set or tuple is required.", 0);
        var result = ImmutableArray.CreateBuilder<HclElement>();
        return AddFlat(result, call.Arguments[0], null, call.Budget) ? HclValue.Tuple(result, call.Origin) : call.Unknown(HclType.Dynamic);
    });

    static ImmutableArray<HclElement> Converted(HclValue list, ListType type, int index) =>
        HclConversion.Convert(list, type, out var error)?.Elements ?? throw new HclFunctionException($"The elements cannot be converted: {error}.", index);

    /// <summary>Each element is there because of those that it was in. False if it is not known how many there are.</summary>
    static bool AddFlat(ImmutableArray<HclElement>.Builder result, HclValue list, Origin? outer, EvaluationBudget budget)
    {
        foreach (var element in list.Elements)
        {
            budget.Spend(1);
            var (value, yieldedBy) = (element.Value, outer is null ? element.YieldedBy : element.YieldedBy.Within(outer));
            if (value.IsUnknown && (value.Type.IsDynamic || value.Type.IsSequence))
                return false;
            if (value.IsNull || !value.Type.IsSequence)
                result.Add(new(null, value, yieldedBy));
            else if (!AddFlat(result, value, yieldedBy, budget))
                return false;
        }

        return true;
    }
}
