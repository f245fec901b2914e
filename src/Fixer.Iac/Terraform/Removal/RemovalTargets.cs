using System.Globalization;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Chooses, for each instance, the smallest source that yields it and nothing that was not asked for.</summary>
static class RemovalTargets
{
    public static (PlannedRemoval? Removal, EditRefusal? Refusal) Choose(RootReading root, HashSet<string> asked)
    {
        var yields = new Dictionary<SyntaxNode, List<string>>(ReferenceEqualityComparer.Instance);
        foreach (var (address, candidates) in root.Candidates)
        {
            foreach (var candidate in candidates)
                (yields.TryGetValue(candidate, out var all) ? all : yields[candidate] = []).Add(address);
        }

        var removal = new PlannedRemoval();
        foreach (var address in asked)
        {
            bool IsSuitable(SyntaxNode candidate) => yields[candidate].TrueForAll(asked.Contains) && IsRemovable(root.Context, candidate);
            var chosen = root.Candidates[address].FirstOrDefault(IsSuitable);
            if (chosen is not null && root.Blocks[address].Block is var block && IsBehindACondition(block, chosen) && root.Candidates[address].Contains(block.Node) && IsSuitable(block.Node))
                chosen = block.Node;
            if (chosen is not null)
                removal.Nodes.UnionWith([chosen, .. Overrides(root, chosen)]);
            else if (Count(root, address, asked) is var (literal, value))
                removal.Counts[literal] = value;
            else
                return (null, Refusal(root, address, yields));
        }

        return (removal, null);
    }

    /// <summary>
    /// Whether what is chosen is what a condition in the block itself yields, as in <c>for_each = var.enabled ? { x = 1 } : {}</c>: without it
    /// there is nothing to choose from, and the block goes.
    /// </summary>
    static bool IsBehindACondition(ConfigurationBlock block, SyntaxNode chosen) =>
        block.Body.Argument("for_each")?.Value is HclExpression each && each.Text == chosen.Text
        && each.DescendantsAndSelf().OfType<ConditionalExpression>().Any(c => c.Span.Contains(chosen.Span));

    /// <summary>Blocks in override files go with the block that they override: alone they are errors.</summary>
    static IEnumerable<SyntaxNode> Overrides(RootReading root, SyntaxNode chosen) =>
        from parsed in root.Context.Parsed.Values.OfType<HclFile>()
        where chosen is HclBlock && SourceTree.FolderOf(parsed.Text.Path) == SourceTree.FolderOf(chosen.Text.Path)
        from block in parsed.Body.BlocksOfType(((HclBlock)chosen).Type)
        where block.Labels.Select(l => l.Value).SequenceEqual(((HclBlock)chosen).Labels.Select(l => l.Value))
        select block;

    /// <summary>A number that is written as <c>count</c> is lowered if the last instances go.</summary>
    static (NumberLiteral Literal, string Value)? Count(RootReading root, string address, HashSet<string> asked)
    {
        var (module, block) = root.Blocks[address];
        if (block.Body.Argument("count")?.Value is not NumberLiteral literal)
            return null;
        var instances = root.Evaluation.Instances.Where(i => i.Source == block.Node && i.Module == module.Address).OrderBy(i => (int)i.Index!).ToArray();
        var kept = instances.TakeWhile(i => !asked.Contains(i.Address)).Count();
        return instances[kept..].All(i => asked.Contains(i.Address)) ? (literal, kept.ToString(CultureInfo.InvariantCulture)) : null;
    }

    static EditRefusal Refusal(RootReading root, string address, Dictionary<SyntaxNode, List<string>> yields)
    {
        var instance = root.Evaluation.Instances.First(i => i.Address == address);
        var block = SourceLocation.Of(instance.Source);
        if (instance.Index is int index)
            return new(EditRefusalCode.UnsupportedSyntax, $"{address} is made by count in {block}: taking element {index} out would give all behind it other numbers, and Terraform would replace them. Repeat the block over keys first (for_each in the place of count), with a moved block for each element that has one now, as moved {{ from = {instance.Type}.{instance.Name}[{index + 1}], to = {instance.Type}.{instance.Name}[\"key\"] }}, and apply that; then the element can go. Or remove all behind it too.");
        var shared = root.Candidates[address].FirstOrDefault(c => yields[c].Count > 1);
        if (shared is not null && root.Candidates[address][0] != instance.Source)
            return new(EditRefusalCode.SharedByManyInstances, $"The source of {address} in {SourceLocation.Of(shared)} yields {yields[shared].Count} instances, such as {yields[shared].First(a => a != address)}. Remove them together, or give each a source of its own.");
        return instance.Index is not null
            ? new(EditRefusalCode.ComputedValue, $"The keys that {block} is repeated over are computed: no literal alone yields {address}.")
            : new(EditRefusalCode.SharedByManyInstances, $"{block} yields {yields[instance.Source].Count} instances, such as {yields[instance.Source].First(a => a != address)}: it is in a module that is called several times.");
    }

    /// <summary>Whether it is a block, an argument, an element of a tuple or an item of an object, or of data in a file.</summary>
    public static bool IsRemovable(RootContext context, SyntaxNode node)
    {
        if (context.IsData(node))
            return context.IsRemovable(node);
        if (context.Parsed.GetValueOrDefault(node.Text.Path) is JsonFile json)
            return json.Text == node.Text && node is JsonMember or JsonValue { Parent: JsonArray };
        if (context.Parsed.GetValueOrDefault(node.Text.Path) is not HclFile file || file.Text != node.Text)
            return false;
        HclNode? parent = null;
        IEnumerable<HclNode> children = file.Body.Items;
        while (children.FirstOrDefault(c => c.Span.Contains(node.Span)) is { } next)
        {
            if (next == node)
                return next is HclBodyItem or ObjectItem || parent is TupleExpression;
            (parent, children) = (next, next.Children);
        }

        return false;
    }
}
