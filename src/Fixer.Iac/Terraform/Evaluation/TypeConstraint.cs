using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>
/// The type of a variable, with the defaults of its optional attributes (Terraform documentation, "Type Constraints").
/// </summary>
/// <param name="Type">The type that values are converted to.</param>
/// <param name="Defaults">Defaults of attributes of an object.</param>
/// <param name="Parts">Constraints of attributes, of elements of a tuple, or under the empty name of the elements of a collection.</param>
sealed record TypeConstraint(HclType Type, ImmutableDictionary<string, HclValue> Defaults, ImmutableDictionary<string, TypeConstraint> Parts)
{
    const string Elements = "";

    public static TypeConstraint Any { get; } = Of(HclType.Dynamic);

    /// <summary>Reads a constraint; null if it is none.</summary>
    public static TypeConstraint? Read(HclExpression expression) => expression switch
    {
        TraversalExpression { Steps.IsEmpty: true } name => Named(name.Root),
        StringLiteral old => Named(old.Value),
        FunctionCallExpression { Arguments: [var argument] } call => Read(call.Name, argument),
        _ => null,
    };

    static TypeConstraint Of(HclType type) => new(type, ImmutableDictionary<string, HclValue>.Empty, ImmutableDictionary<string, TypeConstraint>.Empty);

    /// <summary>The names without arguments, those of Terraform 0.11 too.</summary>
    static TypeConstraint? Named(string name) => name switch
    {
        "string" => Of(HclType.String),
        "number" => Of(HclType.Number),
        "bool" => Of(HclType.Bool),
        "any" => Any,
        "list" => Of(new ListType(HclType.Dynamic)),
        "map" => Of(new MapType(HclType.Dynamic)),
        "set" => Of(new SetType(HclType.Dynamic)),
        _ => null,
    };

    static TypeConstraint? Read(string name, HclExpression argument)
    {
        if (name is "object" or "tuple")
            return (name, argument) is ("object", ObjectExpression attributes) ? Object(attributes) : (name, argument) is ("tuple", TupleExpression elements) ? Tuple(elements) : null;
        if (Read(argument) is not { } element)
            return null;
        HclType? type = name switch
        {
            "list" => new ListType(element.Type),
            "set" => new SetType(element.Type),
            "map" => new MapType(element.Type),
            _ => null,
        };
        return type is null ? null : Of(type) with { Parts = ImmutableDictionary<string, TypeConstraint>.Empty.Add(Elements, element) };
    }

    static TypeConstraint? Object(ObjectExpression expression)
    {
        var attributes = new Dictionary<string, AttributeType>(StringComparer.Ordinal);
        var defaults = ImmutableDictionary.CreateBuilder<string, HclValue>();
        var parts = ImmutableDictionary.CreateBuilder<string, TypeConstraint>();
        foreach (var item in expression.Items)
        {
            var optional = item.Value as FunctionCallExpression is { Name: "optional", Arguments: [_] or [_, _] } call ? call : null;
            if (item.ConstantKey is not { } name || Read(optional?.Arguments[0] ?? item.Value) is not { } part)
                return null;
            attributes[name] = new AttributeType(name, part.Type, optional is not null);
            parts[name] = part;
            if (optional is { Arguments: [_, var value] })
                defaults[name] = new HclEvaluator(HclScope.Empty).Evaluate(value).Value;
        }

        return new(ObjectType.Of(attributes.Values), defaults.ToImmutable(), parts.ToImmutable());
    }

    static TypeConstraint? Tuple(TupleExpression expression)
    {
        var elements = expression.Elements.Select(Read).ToArray();
        return Array.TrueForAll(elements, e => e is not null)
            ? new(new TupleType([.. elements.Select(e => e!.Type)]), ImmutableDictionary<string, HclValue>.Empty, elements.Select((e, i) => (e, i)).ToImmutableDictionary(p => $"{p.i}", p => p.e!))
            : null;
    }

    /// <summary>The value as the variable has it; null if it is not convertible.</summary>
    public HclValue? Convert(HclValue value, out string? error) => HclConversion.Convert(WithDefaults(value), Type, out error);

    HclValue WithDefaults(HclValue value)
    {
        if (value.IsUnknown || value.IsNull || Parts.IsEmpty || !(value.Type.IsKeyed || value.Type.IsSequence))
            return value;
        var elements = new List<HclElement>(value.Elements.Length);
        var changed = false;
        foreach (var (index, element) in value.Elements.Index())
        {
            var part = Parts.GetValueOrDefault(Type is ObjectType ? element.Key ?? $"{index}" : Type is TupleType ? $"{index}" : Elements);
            var given = element.Value.IsNull && element.Key is { } key && Defaults.TryGetValue(key, out var fallback) ? fallback : element.Value;
            var whole = part is null ? given : part.WithDefaults(given);
            changed |= !ReferenceEquals(whole, element.Value);
            elements.Add(element with { Value = whole });
        }

        if (value.Type.IsKeyed)
        {
            var missing = Defaults.Where(d => value.Element(d.Key) is null).ToArray();
            changed |= missing.Length > 0;
            elements.AddRange(missing.Select(d => new HclElement(d.Key, Parts[d.Key].WithDefaults(d.Value), d.Value.Origin)));
        }

        if (!changed)
            return value;
        return value.Type.IsKeyed ? HclValue.Object(elements, value.Origin) : HclValue.Tuple(elements, value.Origin);
    }
}
