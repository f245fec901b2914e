using System.Runtime.CompilerServices;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Finds what refers to what is removed, and removes it too where that is certain to be right.</summary>
static class References
{
    /// <summary>The traversals of a file by the name that they start with. A file is immutable: an edited one is another.</summary>
    static readonly ConditionalWeakTable<HclFile, ILookup<string, (HclBodyItem Item, TraversalExpression Traversal)>> Traversals = [];

    /// <summary>Adds to the removal what goes with it; a refusal if something else refers to what goes.</summary>
    public static EditRefusal? Settle(RootReading root, HashSet<string> asked, PlannedRemoval removal)
    {
        var open = new Queue<ReferenceTarget>(Targets(root, asked, removal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var uses = new RemovableUses(removal);
        while (open.TryDequeue(out var target))
        {
            if (!seen.Add($"{target.Folder} {target.Root} {string.Join('\n', target.Steps)}"))
                continue;
            foreach (var (item, traversal) in Uses(root.Context, target).Where(u => !removal.IsGone(u.Traversal ?? u.Item)))
            {
                if (item is HclBlock block && traversal is not null ? !uses.Remove(target, block, traversal) : item is not JsonString text || !uses.Remove(target, text))
                    return Blocked(target, traversal ?? item);
            }

            foreach (var output in uses.TakeOutputs())
            {
                foreach (var call in CallsOf(root.Context, target.Folder))
                    open.Enqueue(new(call.Folder, "module", [call.Name, output]));
            }
        }

        uses.RemoveEmptied();
        Imports.Settle(root, asked, removal);
        return TestFiles.Settle(root, asked, removal);
    }

    /// <summary>References that are left in a reading, as path:line; to instances by their keys, and to blocks that have none left.</summary>
    public static IEnumerable<string> Dangling(RootReading after, IEnumerable<ReferenceTarget> targets) =>
        from target in targets
        from use in Uses(after.Context, target)
        where use.Item is not HclBlock { Type: "moved" or "removed" } && !(use.Item is JsonString text && RemovableUses.TypeOf(text) is "moved" or "removed")
        select SourceLocation.Of(use.Traversal ?? use.Item).ToString();

    /// <summary>What makes Terraform forget what goes, in the place of destroying it.</summary>
    public static IEnumerable<string> Forgetting(RootReading root, IEnumerable<ReferenceTarget> targets) =>
        from use in targets.SelectMany(t => Uses(root.Context, t)).Select(u => u.Item).OfType<HclBlock>().Distinct()
        where use.Type == "removed" && use.Body.BlocksOfType("lifecycle").Any(l => l.Body.Attribute("destroy")?.Value is BooleanLiteral { Value: false })
        select $"{SourceLocation.Of(use)} is removed {{ destroy = false }}: Terraform forgets what it names, and it stays.";

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

    /// <summary>The uses of a target in its module, with the definition at the top level that each is in.</summary>
    public static IEnumerable<(SyntaxNode Item, TraversalExpression? Traversal)> Uses(RootContext context, ReferenceTarget target)
    {
        foreach (var (path, parsed) in context.Parsed.Where(p => SourceTree.FolderOf(p.Key) == target.Folder))
        {
            if (parsed is HclFile file)
            {
                foreach (var (item, traversal) in Traversals.GetValue(file, TraversalsIn)[target.Root])
                {
                    if (target.Matches(traversal))
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

    static ILookup<string, (HclBodyItem Item, TraversalExpression Traversal)> TraversalsIn(HclFile file) =>
        file.Body.Items.SelectMany(i => i.DescendantsAndSelf().OfType<TraversalExpression>().Select(t => (Item: i, Traversal: t))).ToLookup(t => t.Traversal.Root, StringComparer.Ordinal);

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

    static IEnumerable<(string Folder, string Name)> CallsOf(RootContext context, string folder) =>
        from source in context.Sources
        from call in source.OfType("module")
        where ModuleSource.Called(source, call) == folder
        select (source.Folder, call.Labels[0]);
}
