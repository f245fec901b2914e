using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Tuples, objects and for-expressions.</summary>
sealed partial class Evaluation
{
    HclValue Tuple(TupleExpression tuple)
    {
        var elements = new HclElement[tuple.Elements.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = new HclElement(null, Value(tuple.Elements[i]), Origin.Of(tuple.Elements[i]));
        return HclValue.Tuple(elements, Origin.Of(tuple));
    }

    HclValue Object(ObjectExpression structure)
    {
        var elements = new HclElement[structure.Items.Length];
        var isKnown = true;
        for (var i = 0; i < elements.Length; i++)
        {
            var item = structure.Items[i];
            var key = item.ConstantKey ?? (item.Key is TraversalExpression ? Wrong(item.Key, EvaluationDiagnostics.AmbiguousKey) : KeyText(Value(item.Key), item.Key));
            var value = Value(item.Value);
            isKnown &= key is not null;
            elements[i] = new HclElement(key, value, Origin.Of(item));
        }

        return isKnown ? HclValue.Object(elements, Origin.Of(structure)) : Unknown(HclType.Dynamic, Origin.Applied(structure, [.. elements.Select(e => e.Value)]));
    }

    HclValue For(ForExpression loop)
    {
        var collection = Value(loop.Collection);
        if (!IsIterable(collection, loop.Collection) || collection.IsUnknown)
            return Unknown(HclType.Dynamic, Origin.Applied(loop, [collection, .. Reads(loop)]));
        var results = new List<HclElement>();
        var conditions = new List<Origin>();
        var (isKnown, mark) = (true, diagnostics.Count);
        var outer = scope;
        var inner = new LoopScope(outer, loop.KeyName, loop.ValueName);
        scope = inner;
        foreach (var (element, key) in Iterate(collection))
        {
            inner.Set(key, element.Value);
            var included = loop.Condition is null ? true : Includes(loop.Condition, conditions);
            isKnown &= included is not null && (included == false || TryAdd(loop, element, results));

            // What is wrong with one element would be said of each.
            if (diagnostics.Count > mark)
                break;
        }

        scope = outer;
        if (!isKnown)
            return Unknown(HclType.Dynamic, Origin.Applied(loop, [collection, .. Reads(loop)]));
        var origin = Origin.Computed(loop, [collection.Origin, .. conditions]);
        if (loop.KeyResult is null)
            return HclValue.Tuple(results, origin);
        return loop.IsGrouped ? Grouped(results, origin) : Unique(loop, results, origin);
    }

    bool? Includes(HclExpression condition, List<Origin> conditions)
    {
        var value = Value(condition);
        conditions.Add(value.Origin);
        return Bool(value, condition, EvaluationDiagnostics.NullCondition, EvaluationDiagnostics.WrongCondition);
    }

    bool TryAdd(ForExpression loop, HclElement element, List<HclElement> results)
    {
        string? key = null;
        if (loop.KeyResult is not null && (key = KeyText(Value(loop.KeyResult), loop.KeyResult)) is null)
            return false;
        budget.Spend(1);
        results.Add(new HclElement(key, Value(loop.Result), element.YieldedBy));
        return true;
    }

    HclValue Unique(ForExpression loop, List<HclElement> results, Origin origin)
    {
        var keys = new HashSet<string>(results.Count, StringComparer.Ordinal);
        foreach (var result in results)
        {
            if (!keys.Add(result.Key!))
                return Fail(loop.KeyResult!, EvaluationDiagnostics.DuplicateKey(result.Key!));
        }

        return HclValue.Object(results, origin);
    }

    /// <summary>A group is there as long as one of its members is.</summary>
    static HclValue Grouped(List<HclElement> results, Origin origin) => HclValue.Object(
        results.GroupBy(r => r.Key!, StringComparer.Ordinal).Select(group => new HclElement(
            group.Key,
            HclValue.Tuple(group.Select(r => r with { Key = null }), origin),
            group.Select(r => r.YieldedBy).Aggregate(Origin.Either))),
        origin);

    /// <summary>The elements with their keys: of maps and objects the keys, of lists and tuples the numbers, of sets the elements themselves.</summary>
    static IEnumerable<(HclElement Element, HclValue Key)> Iterate(HclValue collection)
    {
        var index = 0;
        foreach (var element in collection.Elements)
        {
            var key = element.Key is not null ? element.KeyValue()
                : collection.Type is SetType ? element.Value
                : HclValue.Number(HclNumber.From(index), Origin.Computed(null, element.YieldedBy));
            index++;
            yield return (element, key);
        }
    }

    /// <summary>Whether it can be iterated over, or is unknown and perhaps can; false after saying that it cannot.</summary>
    bool IsIterable(HclValue collection, HclExpression node)
    {
        if (collection.IsNull)
            Fail(node, EvaluationDiagnostics.NullCollection);
        else if (!collection.Type.IsDynamic && !collection.Type.IsSequence && !collection.Type.IsKeyed)
            Fail(node, EvaluationDiagnostics.NotIterable(collection.Type));
        else
            return true;
        return false;
    }

    /// <summary>A key; null if it is unknown or wrong, and then that has been said.</summary>
    string? KeyText(HclValue key, SyntaxNode node)
    {
        if (key.IsNull)
            return Wrong(node, EvaluationDiagnostics.NullKey);
        if (HclConversion.Convert(key, HclType.String, out var error) is not { } converted)
            return Wrong(node, EvaluationDiagnostics.WrongKey(error!));
        return converted.IsUnknown ? null : converted.AsString();
    }

    string? Wrong(SyntaxNode node, DiagnosticKind kind)
    {
        Fail(node, kind);
        return null;
    }
}
