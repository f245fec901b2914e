using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>Which values are made from source that is edited, as far as their origins say. Each origin is looked at once.</summary>
/// <param name="context">The root module before the edits.</param>
/// <param name="edits">The edits.</param>
sealed class Reach(RootContext context, IEnumerable<FileEdit> edits)
{
    readonly Dictionary<string, TextSpan[]> spans = edits.ToDictionary(e => e.Path, e => e.Edits.Select(x => x.Span).ToArray(), StringComparer.Ordinal);
    readonly Dictionary<object, bool> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether something in a value that is not wholly known may change.</summary>
    public bool Touches(HclValue value)
    {
        var open = new Stack<(object Item, IEnumerator<object> Parts)>();
        Open(value);
        while (open.TryPeek(out var top))
        {
            if (!known[top.Item] && top.Parts.MoveNext())
            {
                if (!known.TryGetValue(top.Parts.Current, out var isReached))
                    Open(top.Parts.Current);
                else if (isReached)
                    known[top.Item] = true;
                continue;
            }

            open.Pop();
            if (known[top.Item] && open.TryPeek(out var around))
                known[around.Item] = true;
        }

        return known[value];

        void Open(object item)
        {
            if (known.TryAdd(item, item is Origin origin && (origin.Alone.Any(IsEdited) || (origin.Operation is { } operation && IsEdited(operation)))))
                open.Push((item, Parts(item).GetEnumerator()));
        }
    }

    static IEnumerable<object> Parts(object item) => item is HclValue value
        ? HasElements(value) ? value.Elements.SelectMany(e => new object[] { e.YieldedBy, e.Value }).Prepend(value.Origin) : [value.Origin]
        : ((Origin)item).Inputs.Concat<object>(((Origin)item).Arguments);

    static bool HasElements(HclValue value) => !value.IsUnknown && !value.IsNull && (value.Type.IsKeyed || value.Type.IsSequence);

    bool IsEdited(SyntaxNode node) => spans.TryGetValue(node.Text.Path, out var edited) && IsOfFile(node) && edited.Any(e => node.Span.Contains(e) || e.Contains(node.Span));

    bool IsOfFile(SyntaxNode node) => context.Parsed.GetValueOrDefault(node.Text.Path) switch
    {
        HclFile native => native.Text == node.Text,
        JsonFile json => json.Text == node.Text,
        _ => true,
    };
}
