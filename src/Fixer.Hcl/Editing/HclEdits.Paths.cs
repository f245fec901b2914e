using System.Collections.Immutable;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>Sets the value that a path leads to. If its last step is a key that the object does not have, the item is added.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the path starts: the value of an argument, for instance.</param>
    /// <param name="path">The steps. Without any, it is the start that is set.</param>
    /// <param name="value">Source of the new value.</param>
    /// <exception cref="ArgumentException">The value is no expression, or the start is of another file.</exception>
    public static HclPathEdit SetAt(HclFile file, HclExpression start, ReadOnlySpan<HclPathStep> path, string value)
    {
        MustBeOf(file, start, nameof(start));
        var node = start;
        for (var i = 0; i < path.Length; i++)
        {
            var refusal = Take(path[i], i, node, out var places);
            if (refusal is { Reason: HclPathRefusalReason.KeyNotFound } && i == path.Length - 1)
                return new HclPathFound(SetItem(file, (ObjectExpression)node.WithoutParentheses, path[i].Key!, value));
            if (refusal is not null)
                return refusal;
            node = ValueOf(places[^1]);
        }

        return new HclPathFound(SetValue(file, node, value));
    }

    /// <summary>Removes the element or item that a path leads to; of a key that occurs several times, all items.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the path starts: the value of an argument, for instance.</param>
    /// <param name="path">The steps, at least one.</param>
    /// <exception cref="ArgumentException">The path is empty, or the start is of another file.</exception>
    public static HclPathEdit RemoveAt(HclFile file, HclExpression start, ReadOnlySpan<HclPathStep> path)
    {
        MustBeOf(file, start, nameof(start));
        if (path.IsEmpty)
            throw new ArgumentException("The path has no steps: an argument is removed as such.", nameof(path));
        var node = start;
        ImmutableArray<HclNode> places = [];
        for (var i = 0; i < path.Length; i++)
        {
            if (Take(path[i], i, node, out places) is { } refusal)
                return refusal;
            node = ValueOf(places[^1]);
        }

        return new HclPathFound(RemoveAll(file, places));
    }

    /// <summary>The elements or items that a step leads to; of several the last one counts.</summary>
    static HclPathRefusal? Take(HclPathStep step, int index, HclExpression node, out ImmutableArray<HclNode> places)
    {
        places = [];
        HclPathRefusalReason reason;
        switch (node.WithoutParentheses)
        {
            case TupleExpression tuple when step.Key is null:
                reason = HclPathRefusalReason.IndexOutOfRange;
                if (step.Index >= 0 && step.Index < tuple.Elements.Length)
                    places = [tuple.Elements[step.Index]];
                break;
            case ObjectExpression obj when step.Key is not null:
                reason = obj.Items.Any(i => i.ConstantKey is null) ? HclPathRefusalReason.ComputedKey : HclPathRefusalReason.KeyNotFound;
                if (reason == HclPathRefusalReason.KeyNotFound)
                    places = [.. obj.Items.Where(i => i.ConstantKey == step.Key)];
                break;
            default:
                reason = HclPathRefusalReason.NotLiteral;
                break;
        }

        return places.IsEmpty ? new HclPathRefusal(reason, index, node) : null;
    }

    static HclExpression ValueOf(HclNode place) => place is ObjectItem item ? item.Value : (HclExpression)place;
}
