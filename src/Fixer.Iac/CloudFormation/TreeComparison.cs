namespace Fixer.Iac.CloudFormation;

/// <summary>Compares templates by what they say, wherever it stands.</summary>
static class TreeComparison
{
    /// <summary>Whether <paramref name="after"/> is <paramref name="before"/> without one element of one collection.</summary>
    public static bool SameExcept(TemplateNode before, TemplateNode after, RemovalTarget target)
    {
        if (before.Tag != after.Tag || before.Anchor != after.Anchor)
            return false;
        var removed = ReferenceEquals(before, target.Container);
        switch (before, after)
        {
            case (TemplateScalar a, TemplateScalar b):
                return a.Value == b.Value && a.Quoted == b.Quoted;
            case (TemplateAlias a, TemplateAlias b):
                return a.Name == b.Name;
            case (TemplateSequence a, TemplateSequence b):
                var items = removed ? a.Items.RemoveAt(target.Index) : a.Items;
                return items.Length == b.Items.Length && items.Zip(b.Items).All(p => SameExcept(p.First, p.Second, target));
            case (TemplateMapping a, TemplateMapping b):
                var entries = removed ? a.Entries.RemoveAt(target.Index) : a.Entries;
                return entries.Length == b.Entries.Length
                    && entries.Zip(b.Entries).All(p => SameExcept(p.First.Key, p.Second.Key, target) && SameExcept(p.First.Value, p.Second.Value, target));
            default:
                return false;
        }
    }
}
