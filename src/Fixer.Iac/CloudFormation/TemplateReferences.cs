using System.Collections.Immutable;

namespace Fixer.Iac.CloudFormation;

/// <summary>Finds what refers to a resource: <c>Ref</c>, <c>Fn::GetAtt</c>, <c>Fn::Sub</c> and <c>DependsOn</c>, anywhere in the template.</summary>
sealed class TemplateReferences
{
    readonly string id;
    readonly TemplateNode? except;
    readonly List<TemplateNode> found = [];

    TemplateReferences(string id, TemplateNode? except) => (this.id, this.except) = (id, except);

    /// <summary>References to <paramref name="id"/> outside of <paramref name="except"/>, as path:line, in the order of the file.</summary>
    public static ImmutableArray<string> To(CloudFormationTemplate template, string id, TemplateNode? except)
    {
        var search = new TemplateReferences(id, except);
        search.Visit(template.Root, inForEach: false);
        return [.. search.found.Select(n => n.Span.Start).Order().Select(o => $"{template.Path}:{template.Text.LineOf(o) + 1}").Distinct()];
    }

    /// <summary>Names of anchors defined at or below a node.</summary>
    public static IEnumerable<string> Anchors(TemplateNode node) => Below(node).Select(n => n.Anchor).OfType<string>();

    /// <summary>Aliases in the tree, without those below <paramref name="except"/>.</summary>
    public static IEnumerable<TemplateAlias> Aliases(TemplateNode root, TemplateNode except) => Below(root, except).OfType<TemplateAlias>();

    void Visit(TemplateNode node, bool inForEach)
    {
        if (ReferenceEquals(node, except))
            return;
        if (node.Tag is not null && Intrinsic.Of(node) is { } call)
            Check(call, inForEach);
        switch (node)
        {
            case TemplateMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    var within = inForEach || entry.Key.Value.StartsWith("Fn::ForEach", StringComparison.Ordinal);
                    if (Intrinsic.OfKey(entry) is { } longForm)
                        Check(longForm, within);
                    if (entry.Key.Value == "DependsOn")
                        CheckNames(entry.Value, within);
                    Visit(entry.Value, within);
                }

                break;
            case TemplateSequence sequence:
                foreach (var item in sequence.Items)
                    Visit(item, inForEach);
                break;
        }
    }

    void Check(Intrinsic call, bool inForEach)
    {
        if (call.Target() is { } target)
            Compare(target.Name, call.Argument, inForEach);
        if (call.Substitution() is not { } sub)
            return;
        foreach (var name in Placeholders.Variables(sub.Text).Except(sub.Defined, StringComparer.Ordinal))
            Compare(name.Split('.')[0], call.Argument, inForEach);
    }

    void CheckNames(TemplateNode value, bool inForEach)
    {
        foreach (var name in Below(value).OfType<TemplateScalar>())
            Compare(name.Value, name, inForEach);
    }

    void Compare(string name, TemplateNode at, bool inForEach)
    {
        // In a loop a name is put together from the loop's value: what it may become counts.
        if (name == id || (inForEach && Placeholders.In(name) && Placeholders.MayBecome(name, id)))
            found.Add(at);
    }

    static IEnumerable<TemplateNode> Below(TemplateNode node, TemplateNode? except = null)
    {
        if (ReferenceEquals(node, except))
            yield break;
        yield return node;
        var children = node switch
        {
            TemplateMapping mapping => mapping.Entries.SelectMany(e => new[] { e.Key, e.Value }),
            TemplateSequence sequence => sequence.Items,
            _ => [],
        };
        foreach (var child in children)
        {
            foreach (var below in Below(child, except))
                yield return below;
        }
    }
}
