using Fixer.Hcl.Json;

namespace Fixer.Hcl.Values;

/// <summary>An element of a collection, tuple or object.</summary>
/// <param name="Key">The key, in maps and objects; null in the others.</param>
/// <param name="Value">The value, with its own origin.</param>
/// <param name="YieldedBy">What puts the element there: not always what its value is made of. In <c>[for s in ["a"] : upper(s)]</c> the value is computed and the element is there because of <c>"a"</c>.</param>
public readonly record struct HclElement(string? Key, HclValue Value, Origin YieldedBy)
{
    /// <summary>An element without key, yielded by what made its value.</summary>
    public HclElement(HclValue value)
        : this(null, value, value.Origin)
    {
    }

    /// <summary>The key as a value, with the origin of the key alone where it is written out.</summary>
    /// <exception cref="InvalidOperationException">The element has no key.</exception>
    public HclValue KeyValue()
    {
        var key = Key ?? throw new InvalidOperationException("An element of a list, set or tuple has no key.");
        SyntaxNode? written = YieldedBy.Alone switch
        {
            [ObjectItem item, ..] when item.ConstantKey == key => item.Key,
            [JsonMember member, ..] when member.Name.Value == key => member.Name,
            _ => null,
        };
        return HclValue.String(key, written is null ? Origin.Computed(null, YieldedBy) : Origin.Of(written));
    }
}
