using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Schema;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>Finds, for one change, the source that provides the value, and edits it. Whether that changes more than it should is not decided here.</summary>
sealed class ChangePlanning(RootReading root)
{
    /// <summary>Where a path leads.</summary>
    /// <param name="Around">The last value on the way that is there.</param>
    /// <param name="Found">What the path leads to; null if there is no such thing.</param>
    /// <param name="Taken">How many steps lead to <paramref name="Around"/>.</param>
    /// <param name="Source">Where it is written.</param>
    /// <param name="Schema">What the provider says about <paramref name="Around"/>, if it is a block.</param>
    readonly record struct Place(HclValue Around, HclElement? Found, int Taken, WrittenSource Source, BlockSchema? Schema);

    public ChangeStep Of(AttributeChange change)
    {
        var path = AttributePath.Parse(change.Path);
        var what = $"{change.Address} {path}";
        var instance = root.Evaluation.Instances.First(i => i.Address == change.Address);
        var (place, refusal) = Walk(instance, path, what);
        if (refusal is not null)
            return refusal;
        var isMissing = place.Found is null || place.Taken < path.All.Count() - 1;
        return change switch
        {
            SetAttribute set => isMissing ? Insert(place, path, set.Value, what) : Set(place, path, set.Value, what),
            RemoveAttribute => isMissing ? ChangeStep.None : Remove(instance, place, path, what),
            RemoveElements like => isMissing ? ChangeStep.None : RemoveElements(instance, place, path, like.Like, what),
            _ => throw new ArgumentException("This kind of change is not known.", nameof(change)),
        };
    }

    (Place Place, ChangeStep? Refusal) Walk(ResourceInstance instance, AttributePath path, string what)
    {
        WrittenSource source = new ConfigurationSource(root.Context);
        var (value, schema) = (instance.Values, BlockSchema.Of(instance.Type));
        HclElement? found = null;
        var steps = path.All.ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            if (i == path.Steps.Length)
            {
                if (Document.Of(value, root.Context) is not { } document)
                    return (default, Refuse(value, $"{what}: the document", ", or made of other documents there"));
                (value, source) = (document.Value, document.Source);
            }

            if (value.IsUnknown)
                return (default, Refuse(value, what));
            found = Child(value, steps[i]);
            if (found is null || i == steps.Length - 1)
                return (new Place(value, found, i, source, schema), null);
            if (steps[i].Key is { } key)
                schema = schema?.Block(key);
            value = found.Value.Value;
        }

        return (default, ChangeStep.Refuse(EditRefusalCode.UnsupportedSyntax, $"{what} is a whole document. Change a part of it."));
    }

    static HclElement? Child(HclValue value, HclPathStep step)
    {
        if (value.IsNull || !(step.Key is null ? value.Type.IsSequence : value.Type.IsKeyed))
            return null;
        return step.Key is { } key ? value.Element(key) : step.Index < value.Elements.Length ? value.Elements[step.Index] : null;
    }

    static ChangeStep Refuse(HclValue value, string what, string more = "")
    {
        var node = value.Origin.Operation ?? value.Origin.Alone.FirstOrDefault();
        return ChangeStep.Refuse(EditRefusalCode.ComputedValue, node is null
            ? $"{what} is not known before the provider is asked. Change it by hand."
            : $"{what} is computed in {SourceLocation.Of(node)}{more}. Change it by hand.");
    }

    static ChangeStep Set(in Place place, AttributePath path, JsonNode value, string what)
    {
        var found = place.Found!.Value.Value;
        if (IsAlready(place, path, found, value))
            return ChangeStep.None;
        if (found.Origin.Kind == OriginKind.Supplied && path.Last.Key is not null)
            return Insert(place, path, value, what);
        return found.IsUnknown || found.Origin.Alone is not [var node, ..] ? Refuse(found, what) : place.Source.Set(node, value, what);
    }

    static bool IsAlready(in Place place, AttributePath path, HclValue found, JsonNode value)
    {
        if (JsonText.IsEqual(found, value) || (path.Document is not null && value is JsonArray { Count: 1 } one && JsonText.IsEqual(found, one[0])))
            return true;
        return path.Document is null && path.Last.Key is { } name && place.Schema is { } schema && JsonText.IsEqual(found, JsonText.Of(schema.Convert(name, JsonText.Value(value))));
    }

    static ChangeStep Insert(in Place place, AttributePath path, JsonNode value, string what)
    {
        var steps = path.All.Skip(place.Taken).ToArray();
        var container = Container(place.Around);
        if (container is null || steps[0].Key is not { } name)
            return Refuse(place.Around, what);
        if (path.Document is null && steps is [_, { Key: null, Index: 0 }, _, ..])
        {
            if (container is not HclBlock || place.Source is not ConfigurationSource configuration || place.Schema is not { } schema)
                return ChangeStep.Refuse(EditRefusalCode.UnsupportedSyntax, $"{what}: whether {name} is a block cannot be told here. Write it in {SourceLocation.Of(container)} by hand.");
            return Block(schema, steps, value) is { } source
                ? configuration.InsertBlock(container, source, what)
                : ChangeStep.Refuse(EditRefusalCode.UnsupportedSyntax, $"{what}: the provider knows no block {name} with that in it.");
        }

        if (steps.Skip(1).Any(s => s.Key is null))
            return ChangeStep.Refuse(EditRefusalCode.DeclarationNotFound, $"{what} has no element of this number.");
        var whole = steps.Skip(1).Reverse().Aggregate(value.DeepClone(), (inner, step) => new JsonObject { [step.Key!] = inner });
        return place.Source.Insert(container, name, whole, what);
    }

    /// <summary>What a new name is added to: what is written there, or for a <c>merge</c> the object that is merged last.</summary>
    static SyntaxNode? Container(HclValue value) => value.Origin switch
    {
        { Kind: OriginKind.Literal, Alone: [var node, ..] } => node,
        { Operation: FunctionCallExpression { Name: "merge", ExpandsLast: false }, Arguments: [.., { Origin: { Kind: OriginKind.Literal, Alone: [ObjectExpression last, ..] } }] } => last,
        _ => null,
    };

    /// <summary>Source of a block, and of the blocks in it on the way to the value; null if the provider has none of that name.</summary>
    static string? Block(BlockSchema schema, ReadOnlySpan<HclPathStep> steps, JsonNode value)
    {
        if (steps is [{ Key: { } argument }])
            return $"{argument} = {HclEdits.Literal(value)}";
        if (steps is not [{ Key: { } name }, { Key: null, Index: 0 }, ..] || schema.Block(name) is not { } inner || Block(inner, steps[2..], value) is not { } content)
            return null;
        return $"{name} {{\n  {content.Replace("\n", "\n  ", StringComparison.Ordinal)}\n}}";
    }

    static ChangeStep Remove(ResourceInstance instance, in Place place, AttributePath path, string what)
    {
        var found = place.Found!.Value;

        // All blocks of a type are there because of the block around them: each has a source of its own.
        if (path.Document is null && found.YieldedBy.Alone is [var around, ..] && place.Around.Origin.Alone is [var outer, ..] && around == outer)
            return found.Value.Type.IsSequence ? Remove(instance, place, path, found.Value.Elements, what) : place.Source.Remove([found.Value.Origin.Alone[0]], what);
        return found.YieldedBy.Alone is [var node, ..] ? place.Source.Remove([node], what) : Shared(found, what);
    }

    static ChangeStep RemoveElements(ResourceInstance instance, in Place place, AttributePath path, JsonNode like, string what)
    {
        var list = place.Found!.Value.Value;
        if (list.IsUnknown)
            return Refuse(list, what);
        if (list.IsNull || !list.Type.IsSequence)
            return JsonText.Matches(list, like) ? Last(what) : ChangeStep.None;
        ImmutableArray<HclElement> elements = [.. list.Elements.Where(e => JsonText.Matches(e.Value, like))];
        if (elements.IsEmpty)
            return list.Elements.FirstOrDefault(e => !e.Value.IsWhollyKnown && like is not JsonObject).Value is { } unknown ? Refuse(unknown, $"Whether an element of {what} is {JsonText.Written(like)} cannot be told: one") : ChangeStep.None;
        return path.Document is not null && elements.Length == list.Elements.Length ? Last(what) : Remove(instance, place, path, elements, what);
    }

    static ChangeStep Remove(ResourceInstance instance, in Place place, AttributePath path, ImmutableArray<HclElement> elements, string what)
    {
        if (path.Document is null && BlockRemoval.Obstacle(instance, place.Around, place.Schema, path, elements, what) is { } obstacle)
            return new([], [], obstacle);
        var shared = elements.FirstOrDefault(e => e.YieldedBy.Alone.IsEmpty);
        return shared.Value is not null ? Shared(shared, what) : place.Source.Remove([.. elements.Select(e => e.YieldedBy.Alone[0])], what);
    }

    static ChangeStep Last(string what) => ChangeStep.Refuse(EditRefusalCode.LastResource, $"{what} would be left without an element. Remove what it is in instead.");

    static ChangeStep Shared(HclElement element, string what) =>
        ChangeStep.Refuse(EditRefusalCode.ComputedValue, $"No piece of source alone puts it into {what}: {element.YieldedBy}. Change it by hand.");
}
