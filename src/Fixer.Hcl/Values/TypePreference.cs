namespace Fixer.Hcl.Values;

/// <summary>Which of several types is preferred when values of all are to become one: the one that can stand for the others comes first.</summary>
static class TypePreference
{
    /// <summary>For a stable sort.</summary>
    public static Comparer<HclType> Comparer { get; } = Comparer<HclType>.Create(Compare);

    static int Compare(HclType left, HclType right) => Rank(left).CompareTo(Rank(right)) is var order && order != 0
        ? order
        : (left, right) is (CollectionType a, CollectionType b) ? Compare(a.Element, b.Element) : 0;

    /// <summary>Everything can become a string before anything else; lists before tuples, and those before sets; anything is better than a type not known.</summary>
    static int Rank(HclType type) => type switch
    {
        PrimitiveType when type == HclType.String => 0,
        PrimitiveType when !type.IsDynamic => 1,
        ListType => 2,
        TupleType => 3,
        SetType => 4,
        MapType => 5,
        ObjectType => 6,
        _ => 7,
    };
}
