namespace Fixer.Hcl.Tests;

/// <summary>What a file says, without how it is laid out: its nodes in order, parentheses aside, and its comments.</summary>
static class Outline
{
    /// <summary>A line for each node that has no children, and one for each other with their number.</summary>
    /// <param name="file">The file.</param>
    /// <param name="without">Nodes to leave out, with what is in them.</param>
    /// <param name="inserted">A node to take for the child of another, at an index.</param>
    public static string[] Of(HclFile file, IReadOnlySet<HclNode>? without = null, (HclNode Parent, int Index, HclNode Child)? inserted = null)
    {
        var lines = new List<string>();
        Add(file.Body.Items.Where(i => without?.Contains(i) != true));
        return [.. lines];

        void Add(IEnumerable<HclNode> nodes)
        {
            foreach (var node in nodes.Select(n => n is HclExpression e ? e.WithoutParentheses : n))
            {
                var children = node.Children.Where(c => without?.Contains(c) != true).ToList();
                if (inserted is { } one && one.Parent == node)
                    children.Insert(one.Index, one.Child);
                lines.Add(node.Children.Any() || node is HclBlock or TupleExpression or ObjectExpression ? $"{node.GetType().Name} {NameOf(node)} {children.Count}" : node.ToString());
                Add(children);
            }
        }
    }

    public static string[] Comments(HclFile file) => [.. file.Tokens.Where(t => t.IsComment).Select(t => file.Text(t.Span))];

    static string NameOf(HclNode node) => node switch
    {
        HclAttribute attribute => attribute.Name,
        HclBlock block => string.Join(' ', block.Labels.Select(l => l.Value).Prepend(block.Type)),
        _ => "",
    };
}
