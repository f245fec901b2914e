using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What the body of a resource says about an instance: arguments by name, nested blocks as tuples of objects.</summary>
sealed class ResourceValues(RootContext root)
{
    /// <summary>Blocks in blocks, beyond what any provider has.</summary>
    const int MaxDepth = 20;

    /// <summary>Whether Terraform itself, not the provider, is told this.</summary>
    public static bool IsMeta(string name) => name is "count" or "for_each" or "provider" or "depends_on" or "lifecycle" or "connection" or "provisioner";

    public HclValue Of(ConfigurationBlock block, HclScope scope) => Of(block.Body, block.Node, scope, 0);

    HclValue Of(ConfigurationBody body, SyntaxNode node, HclScope scope, int depth)
    {
        var elements = new List<HclElement>();
        foreach (var argument in body.Arguments.Where(a => !IsMeta(a.Name) && !(a.Name == "dynamic" && a.Value is not HclExpression)))
        {
            var value = root.Evaluate(argument.Value, scope);
            if (!value.IsNull)
                elements.Add(new HclElement(argument.Name, value, Origin.Of(argument.Node)));
        }

        if (depth < MaxDepth)
        {
            foreach (var group in Nested(body, scope, depth).GroupBy(b => b.Type, StringComparer.Ordinal))
                elements.Add(new HclElement(group.Key, Blocks(group.SelectMany(g => g.Elements), group.Any(g => g.IsUnknown), node), Origin.Of(node)));
        }

        return HclValue.Object(elements, Origin.Of(node));
    }

    static HclValue Blocks(IEnumerable<HclElement> elements, bool isUnknown, SyntaxNode node) =>
        isUnknown ? HclValue.Unknown(HclType.Dynamic, Origin.Of(node)) : HclValue.Tuple(elements, Origin.Of(node));

    IEnumerable<(string Type, IEnumerable<HclElement> Elements, bool IsUnknown)> Nested(ConfigurationBody body, HclScope scope, int depth)
    {
        foreach (var type in body.BlockTypes.Where(t => !IsMeta(t) && t != "dynamic"))
        {
            foreach (var block in body.Blocks(type, 0))
                yield return (type, [new HclElement(null, Of(block.Body, block.Node, scope, depth + 1), Origin.Of(block.Node))], false);
        }

        foreach (var block in body.Blocks("dynamic", 1))
        {
            var elements = Dynamic(block, scope, depth);
            yield return (block.Labels[0], elements ?? [], elements is null);
        }
    }

    /// <summary>The blocks that a <c>dynamic</c> block generates; null if they are not known.</summary>
    List<HclElement>? Dynamic(ConfigurationBlock block, HclScope scope, int depth)
    {
        if (block.Body.Argument("for_each") is not { } each || root.Evaluate(each.Value, scope) is not { IsUnknown: false, IsNull: false } collection
            || !(collection.Type.IsKeyed || collection.Type.IsSequence) || block.Body.Blocks("content", 0).FirstOrDefault() is not { } content)
            return null;
        var name = block.Body.Argument("iterator")?.Value is TraversalExpression { Steps.IsEmpty: true } iterator ? iterator.Root : block.Labels[0];
        var result = new List<HclElement>();
        foreach (var (index, element) in collection.Elements.Index())
        {
            var key = element.Key is not null ? element.KeyValue() : collection.Type is SetType ? element.Value : HclValue.Number(HclNumber.From(index), Origin.Supplied);
            var value = HclValue.Object([new HclElement("key", key, key.Origin), new HclElement("value", element.Value, element.YieldedBy)], element.YieldedBy);
            result.Add(new HclElement(null, Of(content.Body, content.Node, new IteratorScope(scope, name, value), depth + 1), element.YieldedBy));
        }

        return result;
    }
}
