using System.Collections.Immutable;

namespace Fixer.Hcl.Tests;

/// <summary>An edit of a file, taken by following choices.</summary>
static class GeneratedEdit
{
    static readonly string[] Values = ["inserted", "{\n  inserted = [\n    1,\n  ]\n}", "<<EOT\ninserted\nEOT", "\"inserted\""];

    /// <summary>Everything in a file that can be removed.</summary>
    public static IEnumerable<HclNode> Removable(HclFile file) =>
        file.Body.Items.SelectMany(i => i.DescendantsAndSelf())
            .SelectMany(n => n is TupleExpression or ObjectExpression ? n.Children : n is HclBodyItem ? [n] : []);

    /// <summary>Some of that, at least one.</summary>
    public static HashSet<HclNode> Removed(HclFile file, byte[] choices)
    {
        var all = Removable(file).ToArray();
        return [.. all.Where((_, i) => choices[i % choices.Length] % 6 == 0), all[choices[0] % all.Length]];
    }

    /// <summary>A place in a list, and what to insert there.</summary>
    public static (HclExpression List, int Index, string Value)? Inserted(HclFile file, byte[] choices)
    {
        HclExpression[] lists = [.. file.Body.Items.SelectMany(i => i.DescendantsAndSelf()).Where(n => n is TupleExpression or ObjectExpression).Cast<HclExpression>()];
        if (lists.Length == 0)
            return null;
        var list = lists[choices[0] % lists.Length];
        return (list, choices[1] % (list.Children.Count() + 1), Values[choices[2] % Values.Length]);
    }

    /// <summary>A block, or the top level, and the value of its new argument.</summary>
    public static (HclBlock? Block, string Value) WithAttribute(HclFile file, byte[] choices)
    {
        HclBlock?[] blocks = [null, .. file.Body.Items.SelectMany(i => i.DescendantsAndSelf()).OfType<HclBlock>().Where(b => b.IsClosed)];
        return (blocks[choices[0] % blocks.Length], Values[choices[1] % Values.Length]);
    }

    /// <summary>An expression, and what is put in its place.</summary>
    public static (HclExpression Expression, string Value)? Replaced(HclFile file, byte[] choices)
    {
        HclExpression[] values = [.. Removable(file).Select(n => n switch
        {
            HclAttribute attribute => attribute.Value,
            ObjectItem item => item.Value,
            _ => n as HclExpression,
        }).OfType<HclExpression>()];
        return values.Length == 0 ? null : (values[choices[0] % values.Length], Values[choices[1] % Values.Length]);
    }

    public static ImmutableArray<TextEdit> Insert(HclFile file, HclExpression list, int index, string value) => list is TupleExpression tuple
        ? HclEdits.InsertElement(file, tuple, index, value)
        : HclEdits.InsertItem(file, (ObjectExpression)list, index, "inserted", value);

    /// <summary>Any of these.</summary>
    public static ImmutableArray<TextEdit> Any(HclFile file, byte[] choices)
    {
        switch (choices[^1] % 4)
        {
            case 0 when Inserted(file, choices) is { } insertion:
                return Insert(file, insertion.List, insertion.Index, insertion.Value);
            case 1:
                var (block, value) = WithAttribute(file, choices);
                return HclEdits.SetAttribute(file, block, "inserted", value);
            case 2 when Replaced(file, choices) is { } replacement:
                return HclEdits.SetValue(file, replacement.Expression, replacement.Value);
            default:
                return HclEdits.RemoveAll(file, Removed(file, choices));
        }
    }
}
