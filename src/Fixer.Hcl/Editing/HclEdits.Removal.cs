using System.Collections.Immutable;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>Removes a block, an argument, an element of a tuple, or an item of an object, as <see cref="RemoveAll(HclFile, IEnumerable{HclNode})"/> does.</summary>
    /// <exception cref="ArgumentException">The node is none of these, or of another file.</exception>
    public static ImmutableArray<TextEdit> Remove(HclFile file, HclNode node) => RemoveAll(file, [node]);

    /// <summary>
    /// Removes any blocks, arguments, elements of tuples and items of objects of a file. Of nodes in each other the outer goes.
    /// <list type="bullet">
    /// <item>Comments that belong to what is removed go with it: those on the lines directly above, and behind it on its line. Where
    /// entries of a list share that line, the comment stays as long as one of them does.</item>
    /// <item>Where blank lines were above or below, exactly one remains between the neighbours; where there were none, none is added; at
    /// the start or end of a body or a list none remains.</item>
    /// <item>A list whose last entry had no comma behind it has none afterwards. With all its entries gone it is <c>[]</c> or
    /// <c>{}</c>, unless comments remain that belonged to none of them.</item>
    /// </list>
    /// </summary>
    /// <exception cref="ArgumentException">A node is none of these, or of another file.</exception>
    public static ImmutableArray<TextEdit> RemoveAll(HclFile file, IEnumerable<HclNode> nodes)
    {
        var wanted = nodes.ToHashSet();
        foreach (var node in wanted)
            MustBeOf(file, node, nameof(nodes));
        var (items, ranges) = (new List<HclBodyItem>(), new List<TokenRange>());
        var open = new Stack<(HclNode Node, bool IsGone)>(file.Body.Items.Reverse().Select(i => ((HclNode)i, false)));
        while (open.TryPop(out var next))
        {
            var (node, isGone) = next;
            if (node is HclBodyItem item && wanted.Remove(item))
            {
                if (!isGone)
                    items.Add(item);
                isGone = true;
            }

            var children = node.Children.ToArray();
            var removed = Array.ConvertAll(children, c => node is TupleExpression or ObjectExpression && wanted.Remove(c));
            if (!isGone && removed.Contains(true))
                ranges.AddRange(new ListRemoval(BracketedList.Of(node)).Of(removed));
            for (var i = children.Length - 1; i >= 0; i--)
                open.Push((children[i], isGone || removed[i]));
        }

        if (wanted.Count > 0)
            throw new ArgumentException($"Only blocks, arguments, elements of tuples and items of objects can be removed, not: {wanted.First()}", nameof(nodes));
        var source = SourceOf(file);
        ranges.AddRange(BodyRemoval.Of(source, items));
        return Aligned(file, [.. ranges.Where(r => !r.IsEmpty).Select(r => new TextEdit(source.SpanOf(r), ""))]);
    }
}
