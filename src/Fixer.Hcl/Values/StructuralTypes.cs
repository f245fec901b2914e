using System.Collections.Immutable;

namespace Fixer.Hcl.Values;

/// <summary>An attribute of an object type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">In a type that values are converted to: whether it may be missing, and is null then.</param>
public readonly record struct AttributeType(string Name, HclType Type, bool IsOptional = false);

/// <summary>Attributes of a type each.</summary>
public sealed record ObjectType : HclType
{
    readonly int hash;

    internal ObjectType(ImmutableArray<AttributeType> sorted)
    {
        Attributes = sorted;
        HasDynamic = sorted.Any(a => a.Type.HasDynamic);
        Extent = sorted.Aggregate(Extent.One, (extent, a) => extent.With(a.Type.Extent));
        hash = sorted.Aggregate(17, HashCode.Combine);
    }

    /// <summary>The attributes, by name in the order of code points.</summary>
    public ImmutableArray<AttributeType> Attributes { get; }

    /// <inheritdoc/>
    public override bool HasDynamic { get; }

    internal override Extent Extent { get; }

    /// <summary>The type with these attributes, in any order.</summary>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public static ObjectType Of(params IEnumerable<AttributeType> attributes)
    {
        var sorted = attributes.OrderBy(a => a.Name, CodePointOrder.Comparer).ToImmutableArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Name == sorted[i - 1].Name)
                throw new ArgumentException($"The attribute {sorted[i].Name} is given twice.", nameof(attributes));
        }

        return new(sorted);
    }

    /// <summary>The attribute of this name; null if there is none.</summary>
    public AttributeType? Attribute(string name)
    {
        var index = Sorted.IndexOf(Attributes.AsSpan(), name, a => a.Name);
        return index < 0 ? null : Attributes[index];
    }

    /// <summary>Whether the attributes are the same.</summary>
    public bool Equals(ObjectType? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <inheritdoc/>
    public override string ToString() => $"object({{{string.Join(", ", Attributes.Select(a => $"{a.Name} = {(a.IsOptional ? "optional " : "")}{a.Type}"))}}})";
}

/// <summary>Elements of a type each, in order.</summary>
public sealed record TupleType : HclType
{
    readonly int hash;

    /// <param name="elements">Their types.</param>
    public TupleType(ImmutableArray<HclType> elements)
    {
        Elements = elements;
        HasDynamic = elements.Any(e => e.HasDynamic);
        Extent = elements.Aggregate(Extent.One, (extent, e) => extent.With(e.Extent));
        hash = elements.Aggregate(19, HashCode.Combine);
    }

    /// <summary>Their types.</summary>
    public ImmutableArray<HclType> Elements { get; }

    /// <inheritdoc/>
    public override bool HasDynamic { get; }

    internal override Extent Extent { get; }

    /// <summary>Whether the elements are the same.</summary>
    public bool Equals(TupleType? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && Elements.AsSpan().SequenceEqual(other.Elements.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <inheritdoc/>
    public override string ToString() => $"tuple([{string.Join(", ", Elements)}])";
}
