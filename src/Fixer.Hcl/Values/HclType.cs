using System.Collections.Immutable;

namespace Fixer.Hcl.Values;

/// <summary>A type of the language: cty's type system, as Terraform uses it. Compared by structure.</summary>
public abstract record HclType
{
    private protected HclType()
    {
    }

    /// <summary>Unicode text.</summary>
    public static HclType String { get; } = new PrimitiveType("string");

    /// <summary>A number of arbitrary precision.</summary>
    public static HclType Number { get; } = new PrimitiveType("number");

    /// <summary>True or false.</summary>
    public static HclType Bool { get; } = new PrimitiveType("bool");

    /// <summary>A type that is not known yet: the type of null, and of unknown values of which nothing is known.</summary>
    public static HclType Dynamic { get; } = new PrimitiveType("dynamic");

    /// <summary>Whether it is string, number or bool.</summary>
    public bool IsPrimitive => this is PrimitiveType && this != Dynamic;

    /// <summary>Whether it is a list, set or map.</summary>
    public bool IsCollection => this is ListType or SetType or MapType;

    /// <summary>Whether values have elements under keys: map or object.</summary>
    public bool IsKeyed => this is MapType or ObjectType;

    /// <summary>Whether values have elements in an order: list, set or tuple.</summary>
    public bool IsSequence => this is ListType or SetType or TupleType;
}

/// <summary>String, number, bool or dynamic: see the properties of <see cref="HclType"/>.</summary>
public sealed record PrimitiveType : HclType
{
    internal PrimitiveType(string name) => Name = name;

    /// <summary>Terraform's name of it.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Elements of one type, in order.</summary>
/// <param name="Element">The type of each.</param>
public sealed record ListType(HclType Element) : HclType
{
    /// <inheritdoc/>
    public override string ToString() => $"list of {Element}";
}

/// <summary>Distinct elements of one type.</summary>
/// <param name="Element">The type of each.</param>
public sealed record SetType(HclType Element) : HclType
{
    /// <inheritdoc/>
    public override string ToString() => $"set of {Element}";
}

/// <summary>Elements of one type under keys.</summary>
/// <param name="Element">The type of each.</param>
public sealed record MapType(HclType Element) : HclType
{
    /// <inheritdoc/>
    public override string ToString() => $"map of {Element}";
}

/// <summary>Attributes of a type each.</summary>
/// <param name="Attributes">Their types by name.</param>
public sealed record ObjectType(ImmutableSortedDictionary<string, HclType> Attributes) : HclType
{
    /// <summary>Whether the attributes are the same.</summary>
    public bool Equals(ObjectType? other) => other is not null && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override int GetHashCode() => Attributes.Aggregate(17, (hash, a) => HashCode.Combine(hash, a.Key, a.Value));

    /// <inheritdoc/>
    public override string ToString() => "object";
}

/// <summary>Elements of a type each, in order.</summary>
/// <param name="Elements">Their types.</param>
public sealed record TupleType(ImmutableArray<HclType> Elements) : HclType
{
    /// <summary>Whether the elements are the same.</summary>
    public bool Equals(TupleType? other) => other is not null && Elements.SequenceEqual(other.Elements);

    /// <inheritdoc/>
    public override int GetHashCode() => Elements.Aggregate(19, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => "tuple";
}
