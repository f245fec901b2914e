namespace Fixer.Hcl.Values;

/// <summary>A type of the language: cty's type system, as Terraform uses it. Immutable, compared by structure.</summary>
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

    /// <summary>A type that is not known yet: that of null, and of unknown values of which nothing is known. As a target of conversion it stands for any type.</summary>
    public static HclType Dynamic { get; } = new PrimitiveType("dynamic");

    /// <summary>Whether it is string, number or bool.</summary>
    public bool IsPrimitive => this is PrimitiveType && !IsDynamic;

    /// <summary>Whether it is <see cref="Dynamic"/>.</summary>
    public bool IsDynamic => ReferenceEquals(this, Dynamic);

    /// <summary>Whether it is a list, set or map.</summary>
    public bool IsCollection => this is CollectionType;

    /// <summary>Whether values have elements under keys: map or object.</summary>
    public bool IsKeyed => this is MapType or ObjectType;

    /// <summary>Whether values have elements in an order: list, set or tuple.</summary>
    public bool IsSequence => this is ListType or SetType or TupleType;

    /// <summary>Whether <see cref="Dynamic"/> is anywhere in it.</summary>
    public virtual bool HasDynamic => IsDynamic;

    internal virtual Extent Extent => Extent.One;
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

/// <summary>A list, set or map: all elements are of one type.</summary>
/// <param name="Element">The type of each.</param>
public abstract record CollectionType(HclType Element) : HclType
{
    /// <inheritdoc/>
    public override bool HasDynamic => Element.HasDynamic;

    internal override Extent Extent => Extent.One.With(Element.Extent);
}

/// <summary>Elements of one type, in order.</summary>
/// <param name="Element">The type of each.</param>
public sealed record ListType(HclType Element) : CollectionType(Element)
{
    /// <inheritdoc/>
    public override string ToString() => $"list of {Element}";
}

/// <summary>Distinct elements of one type.</summary>
/// <param name="Element">The type of each.</param>
public sealed record SetType(HclType Element) : CollectionType(Element)
{
    /// <inheritdoc/>
    public override string ToString() => $"set of {Element}";
}

/// <summary>Elements of one type under keys.</summary>
/// <param name="Element">The type of each.</param>
public sealed record MapType(HclType Element) : CollectionType(Element)
{
    /// <inheritdoc/>
    public override string ToString() => $"map of {Element}";
}
