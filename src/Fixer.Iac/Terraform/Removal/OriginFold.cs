using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// Says something of all that values are made of: their origins, the values that these were made from, and the elements of those. Each is looked at once,
/// and what is said of its parts is folded into what is said of it.
/// </summary>
/// <typeparam name="T">What is said.</typeparam>
abstract class OriginFold<T>
{
    readonly Dictionary<object, T> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is said of a value.</summary>
    public T Of(HclValue value)
    {
        var open = new Stack<(object Item, object[] Parts, int Next)>();
        Open(value);
        while (open.TryPop(out var top))
        {
            if (top.Next < top.Parts.Length)
            {
                open.Push(top with { Next = top.Next + 1 });
                Open(top.Parts[top.Next]);
            }
            else
                known[top.Item] = Fold(top.Item, top.Parts.Select(p => known[p]));
        }

        return known[value];

        void Open(object item)
        {
            // Nothing is made of itself: values and origins are made from others that are there already.
            if (!known.ContainsKey(item))
                open.Push((item, [.. Parts(item)], 0));
        }
    }

    /// <summary>What is said of a value or an origin.</summary>
    /// <param name="item">An <see cref="HclValue"/> or an <see cref="Origin"/>.</param>
    /// <param name="parts">What was said of its parts, in order.</param>
    protected abstract T Fold(object item, IEnumerable<T> parts);

    static IEnumerable<object> Parts(object item) => item is HclValue value
        ? HasElements(value) ? value.Elements.SelectMany(e => new object[] { e.YieldedBy, e.Value }).Prepend(value.Origin) : [value.Origin]
        : ((Origin)item).Inputs.Concat<object>(((Origin)item).Values);

    static bool HasElements(HclValue value) => !value.IsUnknown && !value.IsNull && (value.Type.IsKeyed || value.Type.IsSequence);
}
