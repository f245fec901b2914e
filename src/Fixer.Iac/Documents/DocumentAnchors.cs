namespace Fixer.Iac.Documents;

/// <summary>Anchors and aliases in the tree of a document.</summary>
static class DocumentAnchors
{
    /// <summary>Names of anchors defined at or below a node.</summary>
    public static IEnumerable<string> DefinedIn(DocumentNode node) => Below(node).Select(n => n.Anchor).OfType<string>();

    /// <summary>Aliases in the tree, without those below <paramref name="except"/>.</summary>
    public static IEnumerable<DocumentAlias> Aliases(DocumentNode root, DocumentNode? except = null) => Below(root, except).OfType<DocumentAlias>();

    /// <summary>A node and all below it, keys as well, without <paramref name="except"/> and what is below that.</summary>
    public static IEnumerable<DocumentNode> Below(DocumentNode node, DocumentNode? except = null)
    {
        var open = new Stack<DocumentNode>([node]);
        while (open.TryPop(out var next))
        {
            if (ReferenceEquals(next, except))
                continue;
            yield return next;
            var children = next switch
            {
                DocumentMapping mapping => mapping.Entries.SelectMany(e => new[] { e.Key, e.Value }),
                DocumentSequence sequence => sequence.Items,
                _ => [],
            };
            foreach (var child in children.Reverse())
                open.Push(child);
        }
    }
}
