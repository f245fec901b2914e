using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Schema;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What the body of a resource says about an instance: arguments by name, nested blocks as tuples of objects.</summary>
sealed class ResourceValues(RootContext root)
{
    /// <summary>Blocks in blocks, beyond what any provider has.</summary>
    const int MaxDepth = 20;

    /// <summary>The only kind of block that every provider has once at most, and shows as an object.</summary>
    const string Timeouts = "timeouts";

    /// <summary>Whether Terraform itself, not the provider, is told this.</summary>
    public static bool IsMeta(string name) => name is "count" or "for_each" or "provider" or "depends_on" or "lifecycle" or "connection" or "provisioner";

    public HclValue Of(ConfigurationBlock block, HclScope scope) => Of(block.Body, block.Node, new(scope, BlockSchema.Of(block.Labels[0]), 0));

    HclValue Of(ConfigurationBody body, SyntaxNode node, Place place)
    {
        var elements = new List<HclElement>();
        foreach (var argument in body.Arguments.Where(a => !IsMeta(a.Name) && !IsBlock(a, place.Schema)))
        {
            var value = root.Evaluate(argument.Value, place.Scope);
            if (!value.IsNull)
                elements.Add(new HclElement(argument.Name, place.Schema?.Convert(argument.Name, value) ?? value, Origin.Of(argument.Node)));
        }

        if (place.Depth < MaxDepth)
        {
            foreach (var group in Nested(body, place).GroupBy(b => b.Type, StringComparer.Ordinal))
                elements.Add(new HclElement(group.Key, Blocks(group.Key, [.. group.SelectMany(g => g.Elements)], group.Any(g => g.IsUnknown), node), Origin.Of(node)));
        }

        return HclValue.Object(elements, Origin.Of(node));
    }

    /// <summary>Whether an argument of a body in JSON is a block.</summary>
    static bool IsBlock(ConfigurationArgument argument, BlockSchema? schema) =>
        argument.Value is JsonValue && (argument.Name is "dynamic" or Timeouts || schema?.Block(argument.Name) is not null);

    static HclValue Blocks(string type, HclElement[] elements, bool isUnknown, SyntaxNode node)
    {
        if (isUnknown)
            return HclValue.Unknown(HclType.Dynamic, Origin.Of(node));
        return type == Timeouts && elements is [var only] ? only.Value : HclValue.Tuple(elements, Origin.Of(node));
    }

    IEnumerable<(string Type, IEnumerable<HclElement> Elements, bool IsUnknown)> Nested(ConfigurationBody body, Place place)
    {
        foreach (var type in BlockTypes(body, place.Schema).Where(t => !IsMeta(t) && t != "dynamic"))
        {
            foreach (var block in body.Blocks(type, 0))
                yield return (type, [new HclElement(null, Of(block.Body, block.Node, place.In(type)), Origin.Of(block.Node))], false);
        }

        foreach (var block in body.Blocks("dynamic", 1))
        {
            var elements = Dynamic(block, place);
            yield return (block.Labels[0], elements ?? [], elements is null);
        }
    }

    /// <summary>The types of blocks that may be in a body: those that are, and in JSON, which does not show them, those that could be.</summary>
    static IEnumerable<string> BlockTypes(ConfigurationBody body, BlockSchema? schema) =>
        body is NativeBody ? body.BlockTypes : body.BlockTypes.Union(schema?.BlockTypes ?? []).Append(Timeouts).Distinct();

    /// <summary>The blocks that a <c>dynamic</c> block generates; null if they are not known.</summary>
    List<HclElement>? Dynamic(ConfigurationBlock block, Place place)
    {
        if (block.Body.Argument("for_each") is not { } each || root.Evaluate(each.Value, place.Scope) is not { IsUnknown: false, IsNull: false } collection
            || !(collection.Type.IsKeyed || collection.Type.IsSequence) || block.Body.Blocks("content", 0).FirstOrDefault() is not { } content)
            return null;
        var name = block.Body.Argument("iterator")?.Value is TraversalExpression { Steps.IsEmpty: true } iterator ? iterator.Root : block.Labels[0];
        var result = new List<HclElement>();
        foreach (var (index, element) in collection.Elements.Index())
        {
            var key = element.Key is not null ? element.KeyValue() : collection.Type is SetType ? element.Value : HclValue.Number(HclNumber.From(index), Origin.Supplied);
            var value = HclValue.Object([new HclElement("key", key, key.Origin), new HclElement("value", element.Value, element.YieldedBy)], element.YieldedBy);
            result.Add(new HclElement(null, Of(content.Body, content.Node, place.In(block.Labels[0]) with { Scope = new IteratorScope(place.Scope, name, value) }), element.YieldedBy));
        }

        return result;
    }

    /// <summary>Where a body is: what names mean in it, and what the provider says about it.</summary>
    readonly record struct Place(HclScope Scope, BlockSchema? Schema, int Depth)
    {
        public Place In(string block) => this with { Schema = Schema?.Block(block), Depth = Depth + 1 };
    }
}
