using System.Collections.Immutable;

namespace Fixer.Hcl.Values;

/// <summary>A value of the language, and where it came from. Immutable. A value can be known, null or unknown, each of a type.</summary>
public sealed class HclValue
{
    static readonly object NullContent = new();

    /// <summary>A string, a <see cref="HclNumber"/>, a boxed bool, an array of elements, <see cref="NullContent"/>, or null if unknown.</summary>
    readonly object? content;

    /// <summary>Made when it is first asked for where it follows from the elements: most tuples and objects are only passed on.</summary>
    HclType? type;

    HclValue(HclType? type, object? content, Origin origin)
        : this(type, content, origin, content is HclElement[] elements ? Around(elements) : type!.Extent)
    {
    }

    HclValue(HclType? type, object? content, Origin origin, Extent extent)
    {
        (this.type, this.content, Origin, Extent) = (type, content, origin, extent);
        IsWhollyKnown = content is HclElement[] elements ? Array.TrueForAll(elements, e => e.Value.IsWhollyKnown) : content is not null;
    }

    /// <summary>Its type; <see cref="HclType.Dynamic"/> only if it is null or unknown.</summary>
    public HclType Type => type ??= StructuralType((HclElement[])content!);

    /// <summary>What it was made from.</summary>
    public Origin Origin { get; }

    /// <summary>Whether it is null.</summary>
    public bool IsNull => ReferenceEquals(content, NullContent);

    /// <summary>Whether nothing but its type is known. Elements of a known collection may be unknown: see <see cref="IsWhollyKnown"/>.</summary>
    public bool IsUnknown => content is null;

    /// <summary>Whether neither it nor anything in it is unknown. Decided when it is made, since a value can be in another one in many ways.</summary>
    public bool IsWhollyKnown { get; }

    /// <summary>A string, in Unicode normalization form C as the language has it.</summary>
    public static HclValue String(string value, Origin origin) => new(HclType.String, NormalForm.C(value), origin);

    /// <summary>A number.</summary>
    public static HclValue Number(HclNumber value, Origin origin) => new(HclType.Number, value, origin);

    /// <summary>True or false.</summary>
    public static HclValue Bool(bool value, Origin origin) => new(HclType.Bool, value, origin);

    /// <summary>Null of a type.</summary>
    public static HclValue Null(HclType type, Origin origin) => new(type, NullContent, origin);

    /// <summary>A value of which only the type is known.</summary>
    public static HclValue Unknown(HclType type, Origin origin) => new(type, null, origin);

    /// <summary>A list; the elements must be of the type.</summary>
    public static HclValue List(HclType elementType, IEnumerable<HclElement> elements, Origin origin) =>
        new(new ListType(elementType), Sequence(elements), origin);

    /// <summary>A tuple; its type follows from the elements.</summary>
    public static HclValue Tuple(IEnumerable<HclElement> elements, Origin origin) => new(null, Sequence(elements), origin);

    /// <summary>
    /// A set: of equal elements one stays, yielded by all of them. Elements are in the order in which the language iterates over them.
    /// Unknown as a whole if something in it is unknown: how many elements it has is not known then.
    /// </summary>
    public static HclValue Set(HclType elementType, IEnumerable<HclElement> elements, Origin origin)
    {
        HclElement[] all = [.. elements];
        var distinct = SetElements.Distinct(elementType, all);
        return new(new SetType(elementType), distinct, distinct is null ? origin.Holding([.. all]) : origin);
    }

    /// <summary>A map; the elements must be of the type and have keys. Of equal keys the last one stays.</summary>
    public static HclValue Map(HclType elementType, IEnumerable<HclElement> elements, Origin origin) =>
        new(new MapType(elementType), Keyed(elements), origin);

    /// <summary>An object; its type follows from the elements, which must have keys. Of equal keys the last one stays.</summary>
    public static HclValue Object(IEnumerable<HclElement> elements, Origin origin)
    {
        var sorted = Keyed(elements);

        // An object without attributes and a tuple without elements look the same: the type must tell them apart.
        return new(sorted.Length == 0 ? EmptyObject : null, sorted, origin);
    }

    /// <summary>The text of a known string.</summary>
    /// <exception cref="InvalidOperationException">It is not a known string.</exception>
    public string AsString() => content as string ?? throw Not("a known string");

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is not a known number.</exception>
    public HclNumber AsNumber() => content as HclNumber ?? throw Not("a known number");

    /// <summary>True or false.</summary>
    /// <exception cref="InvalidOperationException">It is not a known bool.</exception>
    public bool AsBool() => content as bool? ?? throw Not("a known bool");

    /// <summary>The elements of a known collection, tuple or object: maps and objects by key in the order of code points, sets in the language's order.</summary>
    /// <exception cref="InvalidOperationException">It has no elements, is null or is unknown.</exception>
    public ImmutableArray<HclElement> Elements =>
        content is HclElement[] elements ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(elements) : throw Not("a known collection");

    /// <summary>The element of a known map or object under <paramref name="key"/>; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">It has no elements, is null or is unknown.</exception>
    public HclElement? Element(string key)
    {
        var elements = Elements;
        var index = Sorted.IndexOf(elements.AsSpan(), key, e => e.Key!);
        return index < 0 ? null : elements[index];
    }

    /// <summary>The same value with another origin.</summary>
    public HclValue From(Origin origin) => ReferenceEquals(origin, Origin) ? this : new(type, content, origin, Extent);

    /// <summary>Same type and same content throughout; two unknown values of a type count as the same. Origins do not matter.</summary>
    public bool IsSame(HclValue other)
    {
        // Where neither type is given, it follows from keys and elements, and is not made to be compared.
        if (type is null && other.type is null)
            return HasSame((HclElement[])content!, (HclElement[])other.content!);
        if (ReferenceEquals(content, other.content) && Type == other.Type)
            return true;
        if (content is null || other.content is null || IsNull || other.IsNull || Type != other.Type)
            return false;
        return content is HclElement[] mine ? HasSame(mine, (HclElement[])other.content) : content.Equals(other.content);
    }

    static bool HasSame(HclElement[] mine, HclElement[] theirs)
    {
        if (ReferenceEquals(mine, theirs))
            return true;
        if (mine.Length != theirs.Length)
            return false;
        for (var i = 0; i < mine.Length; i++)
        {
            if (mine[i].Key != theirs[i].Key || !mine[i].Value.IsSame(theirs[i].Value))
                return false;
        }

        return true;
    }

    /// <summary>What the language's <c>==</c> says; null if that depends on something unknown.</summary>
    public bool? IsEqualTo(HclValue other)
    {
        if (IsNull && other.IsNull)
            return true;
        if (IsNull || other.IsNull)
            return IsUnknown || other.IsUnknown ? null : false;

        // Two unknown values may both be null, of whatever types.
        if (IsUnknown || other.IsUnknown)
            return (IsUnknown && other.IsUnknown) || Type == other.Type || Type.HasDynamic || other.Type.HasDynamic ? null : false;
        if (content is not HclElement[] mine || other.content is not HclElement[] theirs)
            return Type == other.Type && content!.Equals(other.content);
        if (mine.Length != theirs.Length || Type.GetType() != other.Type.GetType() || (Type != other.Type && !Type.HasDynamic && !other.Type.HasDynamic))
            return false;
        bool? result = true;
        for (var i = 0; i < mine.Length && result != false; i++)
        {
            if (mine[i].Key != theirs[i].Key)
                return false;
            var equal = mine[i].Value.IsEqualTo(theirs[i].Value);
            result = equal == false ? false : equal is null ? null : result;
        }

        return result;
    }

    /// <summary>How much is in it; if it is unknown or null, in its type.</summary>
    internal Extent Extent { get; }

    /// <summary>What <see cref="Elements"/> is, or null: for a value of which only that is asked.</summary>
    internal HclElement[]? ElementsOrNull => content as HclElement[];

    static ObjectType EmptyObject { get; } = ObjectType.Of();

    static HclType StructuralType(HclElement[] elements) => elements is [{ Key: not null }, ..]
        ? new ObjectType([.. elements.Select(e => new AttributeType(e.Key!, e.Value.Type))])
        : new TupleType([.. elements.Select(e => e.Value.Type)]);

    static Extent Around(HclElement[] elements)
    {
        var extent = Extent.One;
        foreach (var element in elements)
            extent = extent.With(element.Value.Extent);
        return extent;
    }

    static HclElement[] Sequence(IEnumerable<HclElement> elements) => [.. elements];

    static HclElement[] Keyed(IEnumerable<HclElement> elements)
    {
        var array = elements.ToArray();
        for (var i = 1; i < array.Length; i++)
        {
            if (CodePointOrder.Compare(array[i - 1].Key!, array[i].Key!) >= 0)
                return Deduplicated(array);
        }

        return array;
    }

    /// <summary>Sorted by key, of equal keys the last. It is there because of all of them: without it, the one before would be.</summary>
    static HclElement[] Deduplicated(HclElement[] elements)
    {
        var byKey = new Dictionary<string, HclElement>(elements.Length, StringComparer.Ordinal);
        foreach (var element in elements)
            byKey[element.Key!] = byKey.TryGetValue(element.Key!, out var before) ? element with { YieldedBy = Origin.Either(before.YieldedBy, element.YieldedBy) } : element;
        return [.. byKey.Values.OrderBy(e => e.Key!, CodePointOrder.Comparer)];
    }

    InvalidOperationException Not(string what) => new($"This {(IsUnknown ? "unknown " : IsNull ? "null " : "")}{Type} is not {what}.");
}
