using System.Collections.Immutable;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Finds what refers to a resource: <c>Ref</c>, <c>Fn::GetAtt</c>, <c>Fn::Sub</c> and <c>DependsOn</c>, anywhere in the template.</summary>
sealed class TemplateReferences
{
    readonly string id;
    readonly DocumentNode? except;
    readonly List<DocumentNode> found = [];

    TemplateReferences(string id, DocumentNode? except) => (this.id, this.except) = (id, except);

    /// <summary>References to <paramref name="id"/> outside of <paramref name="except"/>, as path:line, in the order of the file.</summary>
    public static ImmutableArray<string> To(CloudFormationTemplate template, string id, DocumentNode? except)
    {
        var search = new TemplateReferences(id, except);
        search.Visit(template.Root, inForEach: false);
        return [.. search.found.Select(n => n.Span.Start).Order().Select(o => $"{template.Path}:{template.Text.LineOf(o) + 1}").Distinct()];
    }

    void Visit(DocumentNode node, bool inForEach)
    {
        if (ReferenceEquals(node, except))
            return;
        if (node.Tag is not null && Intrinsic.Of(node) is { } call)
            Check(call, inForEach);
        switch (node)
        {
            case DocumentMapping mapping:
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
            case DocumentSequence sequence:
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

    void CheckNames(DocumentNode value, bool inForEach)
    {
        foreach (var name in DocumentAnchors.Below(value).OfType<DocumentScalar>())
            Compare(name.Value, name, inForEach);
    }

    void Compare(string name, DocumentNode at, bool inForEach)
    {
        // In a loop a name is put together from the loop's value: what it may become counts.
        if (name == id || (inForEach && Placeholders.In(name) && Placeholders.MayBecome(name, id)))
            found.Add(at);
    }
}
