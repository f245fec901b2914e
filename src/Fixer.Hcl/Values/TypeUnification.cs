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
        return types.Order(TypePreference.Comparer).FirstOrDefault(new Candidates(types).Suits);
    }

    /// <summary>Remembers which type did not suit last: mostly the next candidate fails for it as well, and the others need not be asked again.</summary>
    sealed class Candidates(List<HclType> types)
    {
        HclType? last;

        public bool Suits(HclType wanted)
        {
            if (last is not null && HclConversion.Resolve(last, wanted) is null)
                return false;
            last = types.Find(t => HclConversion.Resolve(t, wanted) is null);
            return last is null;
        }
    }

    /// <summary>What a collection will be is not known while the type of one is not.</summary>
    static HclType? Collection(List<HclType> types, int dynamics, Func<HclType, HclType> make)
    {
        if (dynamics > 0)
            return HclType.Dynamic;
        return Unify(types.Select(t => ((CollectionType)t).Element)) is { } element ? IfSuits(types, make(element)) : null;
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

        return IfSuits(types, new ObjectType([.. attributes])) ?? AsMap(types);
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

        return IfSuits(types, new TupleType([.. elements])) ?? AsList(types);
    }

    static HclType? AsMap(IEnumerable<ObjectType> types) => Common(types, t => t.Attributes.Select(a => a.Type), e => new MapType(e));

    static HclType? AsList(IEnumerable<TupleType> types) => Common(types, t => t.Elements, e => new ListType(e));

    /// <summary>A collection of what all parts of all types have in common.</summary>
    static HclType? Common<T>(IEnumerable<T> types, Func<T, IEnumerable<HclType>> parts, Func<HclType, CollectionType> make)
        where T : HclType
    {
        var distinct = types.SelectMany(parts).Distinct().ToList();
        return distinct.Count > 0 && Unify(distinct) is { } element ? IfSuits(types, make(element)) : null;
    }

    /// <summary>Parts of unknown type have something in common with each of two others that have nothing in common with each other.</summary>
    static HclType? IfSuits(IEnumerable<HclType> types, HclType unified) =>
        !types.Any(t => t.HasDynamic) || types.All(t => HclConversion.Resolve(t, unified) is not null) ? unified : null;
}
