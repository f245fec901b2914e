using System.Collections.Immutable;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>setunion</c>, <c>setintersection</c>, <c>setsubtract</c>, of sets whose element types have one in common.</summary>
static class SetOperations
{
    public static HclFunction Union { get; } = Function(SetOfAny, [new("first_set", SetOfAny)], new("other_sets", SetOfAny), call =>
    {
        var (type, sets) = Unified(call);
        return HclValue.Set(type.Element, sets.SelectMany(s => s.Elements), call.Origin);
    });

    /// <summary>An element is there because it is in all of them.</summary>
    public static HclFunction Intersection { get; } = Function(SetOfAny, [new("first_set", SetOfAny)], new("other_sets", SetOfAny), call =>
    {
        var (type, sets) = Unified(call);
        var common = sets.Skip(1).Aggregate(ByKey(sets[0], type), (left, right) =>
        {
            var others = ByKey(right, type);
            return left.Where(e => others.ContainsKey(e.Key)).ToDictionary(e => e.Key, e => e.Value with { YieldedBy = Origin.Joint(e.Value.YieldedBy, others[e.Key].YieldedBy) });
        });
        return HclValue.Set(type.Element, common.Values, call.Origin);
    });

    public static HclFunction Subtract { get; } = Function(SetOfAny, [new("a", SetOfAny), new("b", SetOfAny)], call =>
    {
        var (type, sets) = Unified(call);
        var taken = ByKey(sets[1], type);
        return HclValue.Set(type.Element, sets[0].Elements.Where(e => !taken.ContainsKey(SetElements.Key(type.Element, e.Value))), call.Origin);
    });

    /// <summary>All arguments as sets of one type. An empty set whose type is not known is a set of anything.</summary>
    static (SetType Type, ImmutableArray<HclValue> Sets) Unified(in HclCall call)
    {
        call.Budget.Spend(call.Arguments.Sum(a => (long)a.Elements.Length));
        var types = call.Arguments.Where(a => !(a.Elements.IsEmpty && ((SetType)a.Type).Element.IsDynamic)).Select(a => ((SetType)a.Type).Element);
        var type = new SetType(TypeUnification.Unify(types) ?? throw new HclFunctionException("The sets have elements of types that have none in common."));
        var sets = call.Arguments.Select((a, i) => HclConversion.Convert(a, type, out var error) ?? throw new HclFunctionException($"The elements cannot be converted: {error}.", i));
        return (type, [.. sets]);
    }

    static Dictionary<object, HclElement> ByKey(HclValue set, SetType type) => set.Elements.ToDictionary(e => SetElements.Key(type.Element, e.Value));
}
