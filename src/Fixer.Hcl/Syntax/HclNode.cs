namespace Fixer.Hcl;

/// <summary>A node of the native syntax. Immutable.</summary>
public abstract class HclNode : SyntaxNode
{
    readonly int first;
    readonly int end;

    private protected HclNode(TokenSource source, TokenRange tokens) => (Source, first, end) = (source, tokens.First, tokens.End);

    /// <summary>Its tokens, without white space and comments around it.</summary>
    public TokenRange Tokens => new(first, end);

    /// <inheritdoc/>
    public override SourceText Text => Source.Text;

    /// <inheritdoc/>
    public override TextSpan Span => Source.SpanOf(Tokens);

    /// <summary>The nodes directly in it, in the order of the source.</summary>
    public virtual IEnumerable<HclNode> Children => [];

    internal TokenSource Source { get; }

    /// <summary>Itself and everything in it, parents first, in the order of the source. Needs no stack, however deep the nodes are nested.</summary>
    public IEnumerable<HclNode> DescendantsAndSelf()
    {
        var open = new List<HclNode> { this };
        while (open.Count > 0)
        {
            var node = open[^1];
            open.RemoveAt(open.Count - 1);
            yield return node;

            // The last one is the next: the first child must be.
            var first = open.Count;
            open.AddRange(node.Children);
            open.Reverse(first, open.Count - first);
        }
    }
}
