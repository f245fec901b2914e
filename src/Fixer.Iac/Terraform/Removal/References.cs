using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>What refers to instances in a module: <c>aws_route53_record.this["www"]</c>, and the whole block where it goes with its last instance.</summary>
/// <param name="Folder">The module's folder.</param>
/// <param name="Root">The first name.</param>
/// <param name="Steps">The names and keys behind it.</param>
/// <remarks>An output is one of each instance of the module: the index of a module may be anything where the target has none.</remarks>
sealed record ReferenceTarget(string Folder, string Root, string[] Steps)
{
    public bool Matches(TraversalExpression traversal)
    {
        if (traversal.Root != Root)
            return false;
        var matched = 0;
        foreach (var step in traversal.Steps)
        {
            if (matched == Steps.Length)
                break;
            var name = step switch
            {
                AttributeStep attribute => attribute.Name,
                IndexStep { Key: StringLiteral key } => key.Value,
                IndexStep { Key: NumberLiteral number } => number.Digits,
                _ => null,
            };
            if (name == Steps[matched])
                matched++;
            else if (Root != "module" || step is AttributeStep)
                return false;
        }

        return matched == Steps.Length;
    }
}

/// <summary>Finds what refers to what is removed, and removes it too where that is certain to be right.</summary>
static class References
{
    /// <summary>Adds to the removal what goes with it; a refusal if something else refers to what goes.</summary>
    public static EditRefusal? Settle(RootReading root, HashSet<string> asked, PlannedRemoval removal)
    {
        var open = new Queue<ReferenceTarget>(Targets(root, asked, removal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var target))
        {
            if (!seen.Add($"{target.Folder} {target.Root} {string.Join('\n', target.Steps)}"))
                continue;
            foreach (var (item, traversal) in Uses(root.Context, target).Where(u => !IsGone(removal, u.Item, u.Traversal)))
            {
                if (item is not HclBlock block || traversal is null)
                    return Blocked(target, traversal ?? item);
                if (block is { Type: "output", Labels: [var output] })
                {
                    Leave(removal, block);
                    foreach (var call in CallsOf(root.Context, target.Folder))
                        open.Enqueue(new(call.Folder, "module", [call.Name, output.Value]));
                }
                else if (block.Type == "import")
                    Leave(removal, block);
                else if (block.Type is "moved" or "removed")
                    continue;
                else if (Element(block, traversal) is { } element)
                    Leave(removal, element);
                else
                    return Blocked(target, traversal);
            }
        }

        return null;
    }

    static void Leave(PlannedRemoval removal, SyntaxNode node)
    {
        removal.Nodes.Add(node);
        removal.Leftovers.Add(node);
    }

    /// <summary>References that are left in a reading, as path:line; to instances by their keys, and to blocks that have none left.</summary>
    public static IEnumerable<string> Dangling(RootReading after, IEnumerable<ReferenceTarget> targets) =>
        from target in targets
        from use in Uses(after.Context, target)
        where use.Item is not HclBlock { Type: "moved" or "removed" }
        select SourceLocation.Of(use.Traversal ?? use.Item).ToString();

    /// <summary>What must not be referred to any more.</summary>
    public static IEnumerable<ReferenceTarget> Targets(RootReading root, HashSet<string> asked, PlannedRemoval removal)
    {
        foreach (var address in asked)
        {
            var (module, block) = root.Blocks[address];
            var instance = root.Evaluation.Instances.First(i => i.Address == address);
            var (name, steps) = block.Type == "data" ? ("data", new[] { block.Labels[0], block.Labels[1] }) : (block.Labels[0], [block.Labels[1]]);
            if (removal.Nodes.Contains(block.Node))
                yield return new(module.Source.Folder, name, steps);
            else if (instance.Index is not null && module.Caller is null)
                yield return new(module.Source.Folder, name, [.. steps, $"{instance.Index}"]);
            string[] within = [name, .. steps, .. instance.Index is null ? Array.Empty<string>() : [$"{instance.Index}"]];
            for (var place = module.Caller; place is not null; place = place.Caller.Caller)
            {
                if (removal.Nodes.Contains(place.Block.Node))
                    yield return new(place.Caller.Source.Folder, "module", [place.Block.Labels[0]]);

                // Only import, moved and removed blocks can speak of what is in a module.
                string[] at = place.Instance.Index is { } index ? [place.Block.Labels[0], $"{index}"] : [place.Block.Labels[0]];
                yield return new(place.Caller.Source.Folder, "module", [.. at, .. within]);
                within = ["module", .. at, .. within];
            }
        }
    }

    static EditRefusal Blocked(ReferenceTarget target, SyntaxNode where) => new(
        EditRefusalCode.ReferencedElsewhere,
        $"{SourceLocation.Of(where)} refers to {target.Root}.{string.Join('.', target.Steps)}. Remove that first.");

    static bool IsGone(PlannedRemoval removal, SyntaxNode item, SyntaxNode? traversal) =>
        removal.Nodes.Any(n => n.Text == item.Text && n.Span.Contains((traversal ?? item).Span));

    /// <summary>The uses of a target in its module, with the definition at the top level that each is in.</summary>
    static IEnumerable<(SyntaxNode Item, TraversalExpression? Traversal)> Uses(RootContext context, ReferenceTarget target)
    {
        foreach (var (path, parsed) in context.Parsed.Where(p => SourceTree.FolderOf(p.Key) == target.Folder))
        {
            if (parsed is HclFile file)
            {
                foreach (var item in file.Body.Items)
                {
                    foreach (var traversal in item.DescendantsAndSelf().OfType<TraversalExpression>().Where(target.Matches))
                        yield return (item, traversal);
                }
            }
            else if (parsed is JsonFile json)
            {
                foreach (var text in Strings(json.Root))
                {
                    var fragments = new[] { text.Template, text.Expression };
                    if (fragments.Any(f => f.Diagnostics.IsEmpty && f.Expression.DescendantsAndSelf().OfType<TraversalExpression>().Any(target.Matches)))
                        yield return (text, null);
                }
            }
        }
    }

    public static IEnumerable<JsonString> Strings(JsonNode root)
    {
        var open = new Stack<JsonNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node is JsonString text)
                yield return text;
            foreach (var child in node.Children)
                open.Push(child);
        }
    }

    /// <summary>The element of a list that is nothing but the reference; the whole argument if it is the last one of <c>depends_on</c>.</summary>
    static HclNode? Element(HclBlock block, TraversalExpression traversal)
    {
        HclAttribute? argument = null;
        HclNode? parent = null;
        HclNode node = block;
        while (node != traversal)
        {
            argument = node as HclAttribute ?? argument;
            parent = node;
            if (node.Children.FirstOrDefault(c => c.Span.Contains(traversal.Span)) is not { } child)
                return null;
            node = child;
        }

        if (parent is not TupleExpression tuple || argument?.Value != tuple)
            return null;
        return argument.Name == "depends_on" && tuple.Elements.Length == 1 ? argument : traversal;
    }

    static IEnumerable<(string Folder, string Name)> CallsOf(RootContext context, string folder) =>
        from source in context.Sources
        from call in source.OfType("module")
        where ModuleSource.Called(source, call) == folder
        select (source.Folder, call.Labels[0]);
}
