using System.Collections.Immutable;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>Puts another expression in the place of one. Comments in the old one go, those around it stay.</summary>
    /// <param name="file">The file.</param>
    /// <param name="expression">Any expression of it.</param>
    /// <param name="value">Source of the new expression. Where a heredoc cannot end its line it gets parentheses.</param>
    /// <exception cref="ArgumentException">The value is no expression, or the node is of another file.</exception>
    public static ImmutableArray<TextEdit> SetValue(HclFile file, HclExpression expression, string value)
    {
        MustBeOf(file, expression, nameof(expression));
        var source = expression.Source;
        var endsLine = expression.Tokens.End < source.Tokens.Length && source.Tokens[expression.Tokens.End].Kind == TokenKind.Newline;
        var text = NewSource.Expression(value, nameof(value)).For(source, Layout.Indentation(source, expression.Tokens.First), endsLine);
        return Aligned(file, [new TextEdit(expression.Span, text)]);
    }

    /// <summary>
    /// Sets an argument of a block. A new one is put on a line behind the last argument that no nested block precedes; if there is none,
    /// behind the last one; if there is none, before the blocks, or at the end. A block on one line gets lines.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="block">A block of it, or null for the top level.</param>
    /// <param name="name">Name of the argument.</param>
    /// <param name="value">Source of its value.</param>
    /// <exception cref="ArgumentException">The name or the value is none, the block is of another file, or it is not closed.</exception>
    public static ImmutableArray<TextEdit> SetAttribute(HclFile file, HclBlock? block, string name, string value)
    {
        if (block is not null)
            MustBeOf(file, block, nameof(block));
        var body = block?.Body ?? file.Body;
        if (body.Attribute(name) is { } attribute)
            return SetValue(file, attribute.Value, value);
        if (!NewSource.IsName(name))
            throw new ArgumentException($"This is no name: {name}", nameof(name));
        if (block is { IsClosed: false })
            throw new ArgumentException("The block is not closed.", nameof(block));
        var insertion = new AttributeInsertion(SourceOf(file), name, NewSource.Expression(value, nameof(value)));
        return Aligned(file, block is null ? [insertion.Into(body)] : insertion.Into(block));
    }
}
