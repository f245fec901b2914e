using Fixer.Hcl;
using Fixer.Hcl.Json;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// Uses of what goes that can go too, alone: an output, an element of a list, an <c>import</c>, the end of a <c>moved</c>, an assertion about
/// nothing else.
/// </summary>
sealed class RemovableUses(PlannedRemoval removal)
{
    readonly List<string> outputs = [];
    readonly HashSet<(HclBlock? Lifecycle, HclAttribute Argument, TupleExpression List)> lists = [];
    readonly HashSet<JsonArray> arrays = [];
    readonly HashSet<HclBlock> checks = [];

    /// <summary>The names of the outputs that went since this was asked last.</summary>
    public IEnumerable<string> TakeOutputs()
    {
        string[] taken = [.. outputs];
        outputs.Clear();
        return taken;
    }

    /// <summary>Removes a use in a block of the native syntax; false if that is not certain to be right.</summary>
    public bool Remove(ReferenceTarget target, HclBlock block, TraversalExpression traversal)
    {
        switch (block.Type)
        {
            case "output" when block.Labels is [var output]:
                outputs.Add(output.Value);
                removal.Leave(block);
                return true;
            case "import":
                removal.Leave(block);
                return true;
            case "moved":
                if (block.Body.Attribute("to") is { } to && to.Span.Contains(traversal.Span))
                    removal.Leave(block);
                return true;
            case "removed":
                return true;
            case "check":
                return Check(target, block, traversal);
            default:
                return Element(block, traversal);
        }
    }

    /// <summary>Removes a use in a string of JSON; false if that is not certain to be right.</summary>
    public bool Remove(ReferenceTarget target, JsonString text)
    {
        var (type, item) = TopOf(text);
        switch (type)
        {
            case "output" when item is JsonMember output:
                outputs.Add(output.Name.Value);
                removal.Leave(output);
                return true;
            case "import" when item is not null:
                removal.Leave(item);
                return true;
            case "moved" when item is not null:
                if (text.Parent is JsonMember { Name.Value: "to" })
                    removal.Leave(item);
                return true;
            case "removed":
                return true;
            case "resource" or "module" or "data" when text.Parent is JsonArray array && IsAlone(target, text):
                arrays.Add(array);
                removal.Leave(text);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Lists that say what goes first or causes a replacement are nothing without elements; neither is a check without assertions.</summary>
    public void RemoveEmptied()
    {
        foreach (var (lifecycle, argument, list) in lists.Where(l => IsOfReferences(l.Argument.Name) && l.List.Elements.All(removal.Nodes.Contains)))
            RemoveEmptied(argument.Name, lifecycle is { Body.Items.Length: 1 } ? lifecycle : argument);
        foreach (var array in arrays.Where(a => a.Elements.All(removal.Nodes.Contains)))
        {
            if (array.Parent is JsonMember { Name.Value: var name } argument && IsOfReferences(name))
                RemoveEmptied(name, argument.Parent is JsonObject { Members.Length: 1, Parent: JsonMember { Name.Value: "lifecycle" } around } ? around : argument);
        }

        foreach (var check in checks.Where(c => c.Body.BlocksOfType("assert").All(removal.Nodes.Contains)))
            removal.Leave(check);
    }

    void RemoveEmptied(string argument, SyntaxNode node)
    {
        removal.Leave(node);
        if (argument == "replace_triggered_by")
            removal.Notes.Add($"{argument} in {SourceLocation.Of(node)} names nothing any more, and goes.");
    }

    /// <summary>Whether a condition is about a target, and about no other resource, data source or module.</summary>
    public static bool IsOnlyAbout(HclNode condition, Func<TraversalExpression, bool> isTarget)
    {
        var subjects = condition.DescendantsAndSelf().OfType<TraversalExpression>().Where(t => !t.Steps.IsEmpty && t.Root is not ("var" or "local" or "path" or "terraform" or "each" or "count" or "self")).ToArray();
        return subjects.Length > 0 && subjects.All(isTarget);
    }

    /// <summary>The type of the block that a string of JSON is in, as far as it is at the top level.</summary>
    public static string? TypeOf(JsonString text) => TopOf(text).Type;

    /// <summary>The block at the top level that a string is in: its type, and what stands for it in the file.</summary>
    static (string? Type, JsonNode? Item) TopOf(JsonString text)
    {
        var path = new List<JsonNode>();
        for (JsonNode? node = text; node is not null; node = node.Parent)
        {
            if (node is JsonMember or { Parent: JsonArray })
                path.Add(node);
        }

        return path is [.., var inner, JsonMember top] ? (top.Name.Value, top.Value is JsonArray || top.Name.Value is not ("import" or "moved") ? inner : top) : (null, null);
    }

    /// <summary>The whole check if it is about nothing else, else the assertion if that is.</summary>
    bool Check(ReferenceTarget target, HclBlock check, TraversalExpression traversal)
    {
        var data = check.Body.BlocksOfType("data").Select(d => d.Labels.Select(l => l.Value).ToArray()).ToArray();
        bool IsOwnData(TraversalExpression t) => t is { Root: "data", Steps: [AttributeStep type, AttributeStep name, ..] } && data.Any(d => d is [var a, var b] && a == type.Name && b == name.Name);
        if (check.Body.Items.All(i => !HasSubject(i) || IsOnlyAbout(i, t => target.Matches(t) || IsOwnData(t))))
        {
            removal.Leave(check);
            return true;
        }

        if (check.Body.Items.FirstOrDefault(i => i.Span.Contains(traversal.Span)) is not HclBlock { Type: "assert" } assert || !IsOnlyAbout(assert, target.Matches))
            return false;
        checks.Add(check);
        removal.Leave(assert);
        return true;
    }

    static bool HasSubject(HclNode node) => IsOnlyAbout(node, _ => true);

    /// <summary>An element of a list that is nothing but the reference.</summary>
    bool Element(HclBlock block, TraversalExpression traversal)
    {
        (HclBlock? lifecycle, HclAttribute? argument, HclNode? parent) = (null, null, null);
        HclNode node = block;
        while (node != traversal)
        {
            lifecycle = node is HclBlock { Type: "lifecycle" } inner ? inner : lifecycle;
            argument = node as HclAttribute ?? argument;
            parent = node;
            if (node.Children.FirstOrDefault(c => c.Span.Contains(traversal.Span)) is not { } child)
                return false;
            node = child;
        }

        if (parent is not TupleExpression tuple || argument?.Value != tuple)
            return false;
        lists.Add((lifecycle, argument, tuple));
        removal.Leave(traversal);
        return true;
    }

    static bool IsOfReferences(string argument) => argument is "depends_on" or "replace_triggered_by";

    /// <summary>Whether a string is nothing but the reference, as a template or as an expression.</summary>
    static bool IsAlone(ReferenceTarget target, JsonString text)
    {
        var whole = text.Template.Diagnostics.IsEmpty && text.Template.Expression is TemplateExpression { Wrapped: { } wrapped } ? wrapped : text.Expression.Expression;
        return whole is TraversalExpression traversal && target.Matches(traversal);
    }
}
