using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Names, attributes, indexes and splats.</summary>
sealed partial class Evaluation
{
    HclValue Traversal(TraversalExpression traversal) => scope.Find(traversal, out var taken) is { } start
        ? Steps(start, traversal.Steps.AsSpan()[taken..])
        : Fail(traversal, EvaluationDiagnostics.UnknownName(traversal.Root));

    HclValue Steps(HclValue value, ReadOnlySpan<TraversalStep> steps)
    {
        while (!steps.IsEmpty)
        {
            var step = steps[0];
            steps = steps[1..];
            switch (step)
            {
                case AttributeStep attribute:
                    value = Attribute(value, attribute);
                    break;
                case IndexStep index:
                    value = Index(value, index);
                    break;
                default:
                    var each = step is FullSplatStep ? steps.Length : EachLength(steps);
                    value = Splat(value, step, steps[..each]);
                    steps = steps[each..];
                    break;
            }
        }

        return value;
    }

    /// <summary>How many of the steps behind <c>.*</c> go into each element.</summary>
    static int EachLength(ReadOnlySpan<TraversalStep> steps)
    {
        var length = 0;
        while (length < steps.Length && steps[length] is AttributeStep or IndexStep { IsLegacy: true })
            length++;
        return length;
    }

    HclValue Attribute(HclValue value, AttributeStep step)
    {
        if (value.IsNull)
            return Fail(step, EvaluationDiagnostics.AttributeOfNull(step.Name));
        var type = value.Type switch
        {
            { IsDynamic: true } => HclType.Dynamic,
            MapType map => map.Element,
            ObjectType structure => structure.Attribute(step.Name)?.Type,
            _ => null,
        };
        if (type is null)
            return Fail(step, EvaluationDiagnostics.NoAttribute(value.Type, step.Name));
        if (value.IsUnknown)
            return Unknown(type, value.Origin.By(null));
        return value.Element(step.Name)?.Value ?? Fail(step, EvaluationDiagnostics.NoAttribute(value.Type, step.Name));
    }

    HclValue Index(HclValue value, IndexStep step)
    {
        var key = Value(step.Key);
        if (value.IsNull)
            return Fail(step, EvaluationDiagnostics.IndexOfNull());
        if (key.IsNull)
            return Fail(step, EvaluationDiagnostics.NullKey);
        if (value.Type.IsDynamic)
            return Unknown(HclType.Dynamic, Origin.Applied(step, [value, key]));
        if (value.Type is not (ListType or TupleType or MapType or ObjectType))
            return Fail(step, EvaluationDiagnostics.NotIndexable(value.Type));
        if (HclConversion.Convert(key, value.Type.IsKeyed ? HclType.String : HclType.Number, out var error) is not { } converted)
            return Fail(step, EvaluationDiagnostics.WrongKey(error!));
        if (value.IsUnknown || converted.IsUnknown)
            return Unknown(value.Type is CollectionType collection ? collection.Element : HclType.Dynamic, Origin.Applied(step, [value, key]));
        var element = value.Type.IsKeyed ? value.Element(converted.AsString()) : At(value, converted.AsNumber());
        if (element is not { } found)
            return Fail(step, EvaluationDiagnostics.NoElement(value.Type.IsKeyed ? $"\"{converted.AsString()}\"" : converted.AsNumber().ToString()));
        return step.Key is StringLiteral or NumberLiteral ? found.Value : found.Value.From(Origin.Selected(step, found.Value.Origin, key.Origin));
    }

    static HclElement? At(HclValue value, HclNumber number) =>
        number.TryToInt32(out var index) && index >= 0 && index < value.Elements.Length ? value.Elements[index] : null;

    HclValue Splat(HclValue value, TraversalStep step, ReadOnlySpan<TraversalStep> each)
    {
        var isSequence = value.Type.IsSequence;
        if (value.IsNull)
            return isSequence ? Fail(step, EvaluationDiagnostics.SplatOfNull) : HclValue.Tuple([], Origin.Computed(step, value.Origin));

        // Something unknown that is no list may turn out to be null.
        if (value.IsUnknown)
            return Unknown(value.Type is ListType or SetType && EachType(value, each) is { HasDynamic: false } type ? new ListType(type) : HclType.Dynamic, Origin.Computed(step, value.Origin));
        var origin = isSequence ? Origin.Selected(step, value.Origin) : Origin.Computed(step, value.Origin);
        var elements = isSequence ? value.Elements : [new HclElement(value)];
        var results = new HclElement[elements.Length];
        budget.Spend(results.Length);
        for (var i = 0; i < results.Length; i++)
            results[i] = elements[i] with { Value = Steps(elements[i].Value, each) };
        if (value.Type is not (ListType or SetType))
            return HclValue.Tuple(results, origin);
        var types = results.Select(r => r.Value.Type).Distinct().Take(2).ToArray();
        return types.Length < 2 ? HclValue.List(types.Length == 0 ? EachType(value, each) : types[0], results, origin) : HclValue.Tuple(results, origin);
    }

    /// <summary>What steps into an element of a list or set give.</summary>
    HclType EachType(HclValue value, ReadOnlySpan<TraversalStep> each) => Steps(Unknown(((CollectionType)value.Type).Element, value.Origin), each).Type;
}
