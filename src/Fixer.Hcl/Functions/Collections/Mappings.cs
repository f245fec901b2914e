using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>keys</c>, <c>values</c>, <c>merge</c>, <c>zipmap</c>, <c>transpose</c>: maps and objects, taken apart and put together.</summary>
static class Mappings
{
    static readonly HclType MapOfLists = new MapType(ListOfString);

    /// <summary>Those of an object are known from its type.</summary>
    public static HclFunction Keys { get; } = Function(HclType.Dynamic, [Any("inputMap") with { AllowsUnknown = true }], call =>
    {
        var (map, origin) = (call.Arguments[0], call.Origin);
        if (map.IsUnknown)
        {
            return map.Type switch
            {
                ObjectType type => HclValue.Tuple(type.Attributes.Select(a => new HclElement(HclValue.String(a.Name, origin))), origin),
                MapType => call.Unknown(ListOfString),
                { IsDynamic: true } => call.Unknown(HclType.Dynamic),
                _ => throw NoMapping,
            };
        }

        return Kind(call, map, HclType.String, map.Type.IsKeyed ? map.Elements.Select(e => new HclElement(null, e.KeyValue(), e.YieldedBy)) : throw NoMapping);
    });

    public static HclFunction Values { get; } = Function(HclType.Dynamic, [Any("mapping")], call =>
    {
        var map = call.Arguments[0];
        if (!map.Type.IsKeyed)
            throw NoMapping;
        return Kind(call, map, map.Type is MapType type ? type.Element : HclType.Dynamic, map.Elements.Select(e => e with { Key = null }));
    });

    /// <summary>Maps of one type become a map, everything else an object. Null has no elements.</summary>
    public static HclFunction Merge { get; } = Function(HclType.Dynamic, [], Any("maps") with { AllowsNull = true }, call =>
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (!call.Arguments[i].Type.IsKeyed && !call.Arguments[i].Type.IsDynamic)
                throw new HclFunctionException("A map or object is required.", i);
        }

        var given = call.Arguments.Where(a => !a.IsNull).ToArray();
        call.Budget.Spend(given.Sum(a => (long)a.Elements.Length));
        var elements = given.SelectMany(a => a.Elements);
        return call.Arguments is [{ Type: MapType type }, ..] && call.Arguments.All(a => a.Type == type)
            ? HclValue.Map(type.Element, elements, call.Origin)
            : HclValue.Object(elements, call.Origin);
    });

    /// <summary>An element needs both its key and its value.</summary>
    public static HclFunction ZipMap { get; } = Function(HclType.Dynamic, [new("keys", ListOfString), Any("values")], call =>
    {
        var (keys, values) = (call.Arguments[0], call.Arguments[1]);
        if (values.Type is not (ListType or TupleType))
            throw new HclFunctionException("A list or tuple is required.", 1);
        if (keys.Elements.Length != values.Elements.Length)
            throw new HclFunctionException($"There are {keys.Elements.Length} keys and {values.Elements.Length} values.", 1);
        if (!keys.IsWhollyKnown)
            return call.Unknown(values.Type is ListType unknown ? new MapType(unknown.Element) : HclType.Dynamic);
        if (keys.Elements.Any(k => k.Value.IsNull))
            throw new HclFunctionException("A key is null.", 0);
        var elements = keys.Elements.Zip(values.Elements, (k, v) => new HclElement(k.Value.AsString(), v.Value, Origin.Joint(k.YieldedBy, v.YieldedBy)));
        return values.Type is ListType type ? HclValue.Map(type.Element, elements, call.Origin) : HclValue.Object(elements, call.Origin);
    });

    /// <summary>What was in a list under a key becomes a key, under which the key is in a list.</summary>
    public static HclFunction Transpose { get; } = Function(MapOfLists, [new("values", MapOfLists)], call =>
    {
        if (!call.Arguments[0].IsWhollyKnown)
            return call.Unknown(MapOfLists);
        if (call.Elements(0).Any(e => e.Value.IsNull || e.Value.Elements.Any(inner => inner.Value.IsNull)))
            throw new HclFunctionException("Neither a list nor a string in it may be null.", 0);
        var origin = call.Origin;
        var pairs = call.Elements(0).SelectMany(list => list.Value.Elements.Select(item => (Key: item.Value.AsString(), Element: new HclElement(null, list.KeyValue(), item.YieldedBy.Within(list.YieldedBy)))));
        return HclValue.Map(
            ListOfString,
            pairs.GroupBy(p => p.Key, p => p.Element).Select(g => new HclElement(g.Key, HclValue.List(HclType.String, g, origin), g.Select(e => e.YieldedBy).Aggregate(Origin.Either))),
            origin);
    });

    static HclFunctionException NoMapping => new("A map or object is required.", 0);

    /// <summary>A list for a map, a tuple for an object.</summary>
    static HclValue Kind(in HclCall call, HclValue map, HclType element, IEnumerable<HclElement> elements) =>
        map.Type is MapType ? HclValue.List(element, elements, call.Origin) : HclValue.Tuple(elements, call.Origin);
}
