namespace Fixer.Hcl.Values;

/// <summary>One type that values of several types can be converted to: what the results of a conditional, or the elements of a list, have in common.</summary>
public static class TypeUnification
{
    /// <summary>The type that all <paramref name="types"/> are best converted to; <see cref="HclType.Dynamic"/> for none. Null if there is no such type.</summary>
    public static HclType? Unify(IEnumerable<HclType> types)
    {
        var distinct = types.Distinct().ToList();
        return distinct.Count switch
        {
            0 => HclType.Dynamic,
            1 => distinct[0],
            _ => UnifyDistinct(distinct),
        };
    }

    static HclType? UnifyDistinct(List<HclType> types)
    {
        var dynamics = types.Count(t => t.IsDynamic);
        bool All<T>() => types.Count(t => t is T) + dynamics == types.Count;
        bool Both<T1, T2>() => types.Exists(t => t is T1) && types.Count(t => t is T1 or T2) + dynamics == types.Count;
        if (All<MapType>())
            return Collection(types, dynamics, e => new MapType(e));
        if (Both<MapType, ObjectType>() && Replaced<ObjectType>(types, AsMap) is MapType map)
            return map;
        if (All<ListType>())
            return Collection(types, dynamics, e => new ListType(e));
        if (Both<ListType, TupleType>() && Replaced<TupleType>(types, AsList) is ListType list)
            return list;
        if (All<SetType>())
            return Collection(types, dynamics, e => new SetType(e));
        if (All<ObjectType>())
            return dynamics > 0 ? HclType.Dynamic : Objects([.. types.Cast<ObjectType>()]);
        if (All<TupleType>())
            return dynamics > 0 ? HclType.Dynamic : Tuples([.. types.Cast<TupleType>()]);
        if (types.Exists(t => t is ObjectType) && types.Exists(t => t is TupleType))
            return null;
        return types.Order(TypePreference.Comparer).FirstOrDefault(wanted => types.TrueForAll(t => HclConversion.Resolve(t, wanted) is not null));
    }

    /// <summary>What a collection will be is not known while the type of one is not.</summary>
    static HclType? Collection(List<HclType> types, int dynamics, Func<HclType, HclType> make)
    {
        if (dynamics > 0)
            return HclType.Dynamic;
        return Unify(types.Select(t => ((CollectionType)t).Element)) is { } element ? make(element) : null;
    }

    /// <summary>Unifies with objects seen as maps, or tuples seen as lists.</summary>
    static HclType? Replaced<T>(List<HclType> types, Func<IEnumerable<T>, HclType?> combine)
        where T : HclType => combine(types.OfType<T>()) is { } collection ? Unify(types.Select(t => t is T ? collection : t)) : null;

    static HclType? Objects(ObjectType[] types)
    {
        var first = types[0].Attributes;
        if (!Array.TrueForAll(types, t => t.Attributes.Length == first.Length && t.Attributes.Select(a => a.Name).SequenceEqual(first.Select(a => a.Name))))
            return AsMap(types);
        var attributes = new AttributeType[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            if (Unify(types.Select(t => t.Attributes[i].Type)) is not { } type)
                return null;
            attributes[i] = new(first[i].Name, type);
        }

        return new ObjectType([.. attributes]);
    }

    static HclType? Tuples(TupleType[] types)
    {
        var length = types[0].Elements.Length;
        if (!Array.TrueForAll(types, t => t.Elements.Length == length))
            return AsList(types);
        var elements = new HclType[length];
        for (var i = 0; i < length; i++)
        {
            if (Unify(types.Select(t => t.Elements[i])) is not { } type)
                return null;
            elements[i] = type;
        }

        return new TupleType([.. elements]);
    }

    static MapType? AsMap(IEnumerable<ObjectType> types) => Unify(types.SelectMany(t => t.Attributes).Select(a => a.Type)) is { } element ? new(element) : null;

    static ListType? AsList(IEnumerable<TupleType> types) => Unify(types.SelectMany(t => t.Elements)) is { } element ? new(element) : null;
}
