namespace Fixer.Iac.Documents;

/// <summary>Compares documents by what they say, wherever it stands.</summary>
static class TreeComparison
{
    /// <summary>Whether <paramref name="after"/> is <paramref name="before"/> without the elements in <paramref name="gone"/>: indices, by collection.</summary>
    public static bool SameExcept(DocumentNode before, DocumentNode after, IReadOnlyDictionary<DocumentNode, IReadOnlySet<int>> gone)
    {
        if (before.Tag != after.Tag || before.Anchor != after.Anchor)
            return false;
        switch (before, after)
        {
            case (DocumentScalar a, DocumentScalar b):
                return a.Value == b.Value && a.Quoted == b.Quoted;
            case (DocumentAlias a, DocumentAlias b):
                return a.Name == b.Name;
            case (DocumentSequence a, DocumentSequence b):
                var items = Kept(a, a.Items, gone);
                return items.Count == b.Items.Length && items.Zip(b.Items).All(p => SameExcept(p.First, p.Second, gone));
            case (DocumentMapping a, DocumentMapping b):
                var entries = Kept(a, a.Entries, gone);
                return entries.Count == b.Entries.Length
                    && entries.Zip(b.Entries).All(p => SameExcept(p.First.Key, p.Second.Key, gone) && SameExcept(p.First.Value, p.Second.Value, gone));
            default:
                return false;
        }
    }

    static IReadOnlyList<T> Kept<T>(DocumentNode container, IReadOnlyList<T> elements, IReadOnlyDictionary<DocumentNode, IReadOnlySet<int>> gone) =>
        gone.TryGetValue(container, out var indices) ? [.. elements.Where((_, i) => !indices.Contains(i))] : elements;
}
