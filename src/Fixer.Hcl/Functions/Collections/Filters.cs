using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>compact</c>, <c>distinct</c>, <c>matchkeys</c>: some of the elements of a list. Which ones depends on all of them, so that nothing in it may be unknown.</summary>
static class Filters
{
    /// <summary>Without what is null or empty.</summary>
    public static HclFunction Compact { get; } = Function(ListOfString, [new("list", ListOfString)], call => call.Arguments[0].IsWhollyKnown
        ? HclValue.List(HclType.String, call.Elements(0).Where(e => !e.Value.IsNull && e.Value.AsString().Length > 0), call.Origin)
        : call.Unknown(ListOfString));

    /// <summary>Of equal elements the first stays, in its place, yielded by all of them.</summary>
    public static HclFunction Distinct { get; } = Function(ListOfAny, [new("list", ListOfAny)], call =>
    {
        if (!call.Arguments[0].IsWhollyKnown)
            return call.Unknown(call.Arguments[0].Type);
        var type = ((ListType)call.Arguments[0].Type).Element;
        var (places, distinct) = (new Dictionary<object, int>(), new List<HclElement>());
        foreach (var element in call.Elements(0))
        {
            if (places.TryAdd(SetElements.Key(type, element.Value), distinct.Count))
                distinct.Add(element);
            else
            {
                var place = places[SetElements.Key(type, element.Value)];
                distinct[place] = SetElements.Merged(distinct[place], element);
            }
        }

        return HclValue.List(type, distinct, call.Origin);
    });

    /// <summary>The values whose keys, at the same place of another list, are searched for.</summary>
    public static HclFunction MatchKeys { get; } = Function(ListOfAny, [new("values", ListOfAny), new("keys", ListOfAny), new("searchset", ListOfAny)], call =>
    {
        var values = call.Arguments[0];
        var type = TypeUnification.Unify([call.Arguments[1].Type, call.Arguments[2].Type]) ?? throw new HclFunctionException("Keys and search set must be of one type.", 2);
        if (values.Elements.Length != call.Elements(1).Length)
            throw new HclFunctionException("There must be as many keys as values.", 1);
        if (!call.Elements(2).IsEmpty && call.Arguments.Any(a => !a.IsWhollyKnown))
            return call.Unknown(values.Type);
        var searched = Keys(call, 2, type).ToHashSet();
        var found = values.Elements.Zip(Keys(call, 1, type)).Where(p => searched.Contains(p.Second)).Select(p => p.First);
        return HclValue.List(((ListType)values.Type).Element, searched.Count == 0 ? [] : found, call.Origin);
    });

    static IEnumerable<object> Keys(HclCall call, int index, HclType type)
    {
        var list = HclConversion.Convert(call.Arguments[index], type, out var error) ?? throw new HclFunctionException($"Keys and search set must be of one type: {error}.", index);
        return list.Elements.Select(e => SetElements.Key(((ListType)list.Type).Element, e.Value));
    }
}
