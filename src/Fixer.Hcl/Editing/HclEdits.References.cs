using System.Collections.Immutable;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>
    /// Removes the elements of a tuple that refer to something: traversals that start with a name and these steps, whatever follows, also
    /// in parentheses or alone in a quoted template. No edits if there are none, or if the value is no tuple.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="attribute">The argument, as <c>depends_on = [a.b, c.d]</c>.</param>
    /// <param name="root">The name.</param>
    /// <param name="steps">The steps behind it: names of attributes, or keys in brackets.</param>
    /// <param name="removesEmpty">Whether the argument goes too if no element remains.</param>
    /// <exception cref="ArgumentException">The argument is of another file.</exception>
    public static ImmutableArray<TextEdit> RemoveReferences(HclFile file, HclAttribute attribute, string root, ReadOnlySpan<string> steps, bool removesEmpty)
    {
        MustBeOf(file, attribute, nameof(attribute));
        if (attribute.Value.WithoutParentheses is not TupleExpression tuple)
            return [];
        var references = new List<HclNode>();
        foreach (var element in tuple.Elements)
        {
            if (Refers(element, root, steps))
                references.Add(element);
        }

        return RemoveAll(file, removesEmpty && references.Count > 0 && references.Count == tuple.Elements.Length ? [attribute] : references);
    }

    static bool Refers(HclExpression element, string root, ReadOnlySpan<string> steps)
    {
        var expression = element.WithoutParentheses;
        if (expression is TemplateExpression { Style: TemplateStyle.Quoted, Wrapped: { } wrapped })
            expression = wrapped.WithoutParentheses;
        if (expression is not TraversalExpression traversal || traversal.Root != root || traversal.Steps.Length < steps.Length)
            return false;
        for (var i = 0; i < steps.Length; i++)
        {
            if (NameOf(traversal.Steps[i]) != steps[i])
                return false;
        }

        return true;
    }

    static string? NameOf(TraversalStep step) => step switch
    {
        AttributeStep attribute => attribute.Name,
        IndexStep { Key: StringLiteral key } => key.Value,
        _ => null,
    };
}
