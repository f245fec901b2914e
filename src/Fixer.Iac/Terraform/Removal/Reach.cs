using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Which values are made from certain source, such as what is edited, as far as their origins say.</summary>
/// <param name="context">The root module that the values are of.</param>
/// <param name="source">The source, by path.</param>
sealed class Reach(RootContext context, ILookup<string, TextSpan> source) : OriginFold<bool>
{
    /// <summary>Which values are made from nodes.</summary>
    public static Reach Of(RootContext context, IEnumerable<SyntaxNode> nodes) => new(context, nodes.ToLookup(n => n.Text.Path, n => n.Span, StringComparer.Ordinal));

    /// <summary>Whether something in a value that is not wholly known may change.</summary>
    public bool Touches(HclValue value) => Of(value);

    /// <summary>Whether a node is in the source, or the source in it.</summary>
    public bool Overlaps(SyntaxNode node) => source[node.Text.Path].Any(s => node.Span.Contains(s) || s.Contains(node.Span)) && IsOfFile(node);

    /// <summary>Whether a node is in the source.</summary>
    public bool Contains(SyntaxNode node) => source[node.Text.Path].Any(s => s.Contains(node.Span)) && IsOfFile(node);

    protected override bool Fold(object item, IEnumerable<bool> parts) =>
        parts.Contains(true) || (item is Origin origin && (origin.Alone.Any(Overlaps) || (origin.Operation is { } operation && Overlaps(operation))));

    /// <summary>Whether a node's span is one of its file, not of a template in JSON.</summary>
    bool IsOfFile(SyntaxNode node) => context.Parsed.GetValueOrDefault(node.Text.Path) switch
    {
        HclFile native => native.Text == node.Text,
        JsonFile json => json.Text == node.Text,
        _ => true,
    };
}
