using System.Collections.Immutable;

namespace Fixer.Hcl.Values;

/// <summary>Conversion of values to other types, by cty's rules. A converted value keeps its origin: the same literal yields it.</summary>
public static class HclConversion
{
    /// <summary>
    /// Converts a value; a part of <paramref name="type"/> that is <see cref="HclType.Dynamic"/> takes what is there. Null if the
    /// value is not convertible, and then <paramref name="error"/> says why, as in "a number is required".
    /// </summary>
    public static HclValue? Convert(HclValue value, HclType type, out string? error)
    {
        error = null;
        if (type.IsDynamic || value.Type == type)
            return value;
        if (Resolve(value.Type, type) is not { } target)
        {
            error = Mismatch(value.Type, type);
            return null;
        }

        return To(value, target, ref error);
    }

    /// <summary>The type that converting a value of type <paramref name="from"/> gives; null if no such value is convertible.</summary>
    public static HclType? Resolve(HclType from, HclType to) => (from, to) switch
    {
        (_, { IsDynamic: true }) => from,
        ({ IsDynamic: true }, _) => to,
        (PrimitiveType, PrimitiveType) => from == to || from == HclType.String || to == HclType.String ? to : null,
        (ObjectType a, ObjectType b) => ResolveObject(b, to => a.Attribute(to.Name) is { } from ? Resolve(from.Type, to.Type) : to.IsOptional ? to.Type : null),

        // Whether there is an element for an optional attribute is not known before the value is.
        (MapType a, ObjectType b) => ResolveObject(b, to => Resolve(a.Element, to.Type) ?? (to.IsOptional ? to.Type : null)),
        (TupleType a, TupleType b) => ResolveTuple(a, b),
        (TupleType a, ListType b) => ResolveElements(a.Elements, b.Element) is { } element ? new ListType(element) : null,
        (TupleType a, SetType b) => ResolveElements(a.Elements, b.Element) is { } element ? new SetType(element) : null,
        (ObjectType a, MapType b) => ResolveElements(a.Attributes.Select(x => x.Type), b.Element) is { } element ? new MapType(element) : null,
        (ListType or SetType, ListType b) => Resolve(((CollectionType)from).Element, b.Element) is { } element ? new ListType(element) : null,
        (ListType or SetType, SetType b) => Resolve(((CollectionType)from).Element, b.Element) is { } element ? new SetType(element) : null,
        (MapType a, MapType b) => Resolve(a.Element, b.Element) is { } element ? new MapType(element) : null,
        _ => null,
    };

    static ObjectType? ResolveObject(ObjectType to, Func<AttributeType, HclType?> resolve)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeType>(to.Attributes.Length);
        foreach (var attribute in to.Attributes)
        {
            if (resolve(attribute) is not { } type)
                return null;
            attributes.Add(attribute with { Type = type });
        }

        return new(attributes.MoveToImmutable());
    }

    static TupleType? ResolveTuple(TupleType from, TupleType to)
    {
        if (from.Elements.Length != to.Elements.Length)
            return null;
        var elements = from.Elements.Select((e, i) => Resolve(e, to.Elements[i])).ToArray();
        return Array.TrueForAll(elements, e => e is not null) ? new TupleType([.. elements!]) : null;
    }

    /// <summary>One type for the elements of a tuple or the attributes of an object.</summary>
    static HclType? ResolveElements(IEnumerable<HclType> from, HclType to)
    {
        var types = from.Distinct().ToArray();
        if (types.Length == 0)
            return to;
        if (to.IsDynamic)
        {
            if (TypeUnification.Unify(types) is not { } unified)
                return null;
            to = unified;
        }

        var resolved = types.Select(t => Resolve(t, to)).ToArray();
        return Array.TrueForAll(resolved, t => t is not null) ? TypeUnification.Unify(resolved!) : null;
    }

    /// <summary>To a type that <see cref="Resolve"/> has found.</summary>
    static HclValue? To(HclValue value, HclType type, ref string? error)
    {
        if (type.IsDynamic || value.Type == type)
            return value;
        if (value.IsUnknown)
            return HclValue.Unknown(WithoutOptional(type), value.Origin);
        if (value.IsNull)
            return HclValue.Null(WithoutOptional(type), value.Origin);
        if (type is PrimitiveType)
            return ToPrimitive(value, type, ref error);

        // Something of unknown type decides what the others become.
        if (type is CollectionType { Element.IsDynamic: true } && value.Elements.Any(e => !e.Value.Type.IsDynamic))
            return HclValue.Unknown(type, value.Origin.Holding(value.Elements));
        var elements = type is ObjectType target ? Attributes(value, target, ref error) : Elements(value, type, ref error);
        return elements is null ? null : type switch
        {
            ListType list => HclValue.List(WithoutOptional(list.Element), elements, value.Origin),
            SetType set => HclValue.Set(WithoutOptional(set.Element), elements, value.Origin),
            MapType map => HclValue.Map(WithoutOptional(map.Element), elements, value.Origin),
            TupleType => HclValue.Tuple(elements, value.Origin),
            _ => HclValue.Object(elements, value.Origin),
        };
    }

    static HclElement[]? Elements(HclValue value, HclType type, ref string? error)
    {
        var elements = value.Elements.ToArray();
        for (var i = 0; i < elements.Length; i++)
        {
            var wanted = type is TupleType tuple ? tuple.Elements[i] : ((CollectionType)type).Element;
            if (Part(value, elements[i].Value, wanted, ref error) is not { } converted)
            {
                error = $"{(elements[i].Key is { } key ? $"element \"{key}\"" : $"element {i}")}: {error}";
                return null;
            }

            elements[i] = elements[i] with { Value = converted };
        }

        return elements;
    }

    static HclElement[]? Attributes(HclValue value, ObjectType type, ref string? error)
    {
        var attributes = new HclElement[type.Attributes.Length];
        for (var i = 0; i < attributes.Length; i++)
        {
            var (name, wanted, isOptional) = type.Attributes[i];
            var found = value.Element(name);
            if (found is null && !isOptional)
            {
                error = $"attribute \"{name}\" is required";
                return null;
            }

            var element = found ?? new HclElement(name, HclValue.Null(WithoutOptional(wanted), value.Origin), value.Origin);
            if (Part(value, element.Value, wanted, ref error) is not { } converted)
            {
                error = $"attribute \"{name}\": {error}";
                return null;
            }

            attributes[i] = element with { Value = converted };
        }

        return attributes;
    }

    /// <summary>What the type of the whole left open is found out at each part.</summary>
    static HclValue? Part(HclValue whole, HclValue part, HclType wanted, ref string? error)
    {
        if ((whole.Type is not MapType && !whole.Type.HasDynamic) || Resolve(part.Type, wanted) is not null)
            return To(part, wanted, ref error);
        error = Mismatch(part.Type, wanted);
        return null;
    }

    static HclValue? ToPrimitive(HclValue value, HclType type, ref string? error)
    {
        if (type == HclType.String)
            return HclValue.String(value.Type == HclType.Bool ? (value.AsBool() ? "true" : "false") : value.AsNumber().ToString(), value.Origin);
        var text = value.AsString();
        if (type == HclType.Number && HclNumber.Parse(text) is { } number)
            return HclValue.Number(number, value.Origin);
        if (type == HclType.Bool && text is "true" or "1")
            return HclValue.Bool(true, value.Origin);
        if (type == HclType.Bool && text is "false" or "0")
            return HclValue.Bool(false, value.Origin);
        error = Required(type);
        return null;
    }

    /// <summary>The type as values have it: which attributes may be missing is a matter of what is converted.</summary>
    static HclType WithoutOptional(HclType type) => type switch
    {
        ListType list => new ListType(WithoutOptional(list.Element)),
        SetType set => new SetType(WithoutOptional(set.Element)),
        MapType map => new MapType(WithoutOptional(map.Element)),
        TupleType tuple => new TupleType([.. tuple.Elements.Select(WithoutOptional)]),
        ObjectType structure => new ObjectType([.. structure.Attributes.Select(a => new AttributeType(a.Name, WithoutOptional(a.Type)))]),
        _ => type,
    };

    static string Mismatch(HclType from, HclType to)
    {
        if ((from, to) is (ObjectType a, ObjectType b) && b.Attributes.FirstOrDefault(x => !x.IsOptional && a.Attribute(x.Name) is null) is { Name: { } missing })
            return $"attribute \"{missing}\" is required";
        return Required(to);
    }

    static string Required(HclType type) => $"a {type} is required";
}
