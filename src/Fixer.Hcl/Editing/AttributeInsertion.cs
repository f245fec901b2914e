using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>Where a new argument goes: behind the last one before nested blocks, else behind the last one, else before the blocks, else where the body ends.</summary>
sealed class AttributeInsertion(TokenSource source, string name, NewSource value)
{
    readonly string newline = Layout.Newline(source);

    public ImmutableArray<TextEdit> Into(HclBlock block)
    {
        if (BesideItems(block.Body) is { } edit)
            return [edit];
        var (open, close) = (block.Tokens.First, block.Tokens.End - 1);
        while (source.Tokens[open].Kind != TokenKind.OpenBrace)
            open++;
        var outer = Layout.Indentation(source, close);
        var inner = outer + Layout.IndentationUnit(source);
        if (Layout.HasNewline(source, open, close))
            return [Insert(OwnedTrivia.LineStart(source, close, out _, out _), Line(inner) + newline)];
        var (first, end) = (Layout.SkipSpaces(source, open + 1), Layout.SkipSpacesBack(source, close));
        var last = new TextEdit(source.SpanOf(new TokenRange(end, close)), newline + Line(inner) + newline + outer);
        return first >= close ? [last] : [new TextEdit(source.SpanOf(new TokenRange(open + 1, first)), newline + inner), last];
    }

    public TextEdit Into(HclBody file) => BesideItems(file) ?? AtEnd(source.Tokens.Length, "");

    TextEdit? BesideItems(HclBody body)
    {
        var last = body.Items.TakeWhile(i => i is HclAttribute).LastOrDefault() ?? body.Attributes.LastOrDefault();
        if (last is not null && IsOnOwnLines(last))
            return AtEnd(OwnedTrivia.After(source, last.Tokens.End), Layout.Indentation(source, last.Tokens.First));
        if (last is not null || body.Blocks.FirstOrDefault() is not { } block || !IsOnOwnLines(block))
            return null;
        return Insert(OwnedTrivia.Before(source, block.Tokens.First), Line(Layout.Indentation(source, block.Tokens.First)) + newline + newline);
    }

    bool IsOnOwnLines(HclNode node) => OwnedTrivia.StartsLine(source, node.Tokens.First) && OwnedTrivia.EndsLine(source, node.Tokens.End);

    /// <summary>A line before token <paramref name="index"/>; at the end of a file with no final newline there is none afterwards either.</summary>
    TextEdit AtEnd(int index, string indentation)
    {
        var needsNewline = index == source.Tokens.Length && index > 0 && source.Tokens[index - 1].Kind is not (TokenKind.Newline or TokenKind.ByteOrderMark);
        return Insert(index, needsNewline ? newline + Line(indentation) + (value.EndsWithHeredoc ? newline : "") : Line(indentation) + newline);
    }

    string Line(string indentation) => $"{indentation}{name} = {value.For(source, indentation, endsLine: true)}";

    TextEdit Insert(int index, string text) => new(Layout.Before(source, index), text);
}
