namespace Fixer.Hcl;

/// <summary>Which tokens go when arguments and blocks are removed: their lines, the comments that belong to them, and blank lines around.</summary>
static class BodyRemoval
{
    /// <param name="source">The file.</param>
    /// <param name="items">What to remove, in the order of the source, nothing inside another.</param>
    public static IEnumerable<TokenRange> Of(TokenSource source, IEnumerable<HclBodyItem> items)
    {
        TokenRange? open = null;
        foreach (var item in items)
        {
            var lines = new TokenRange(OwnedTrivia.Before(source, item.Tokens.First), OwnedTrivia.After(source, item.Tokens.End));
            if (!OwnedTrivia.StartsLine(source, item.Tokens.First) || !OwnedTrivia.EndsLine(source, item.Tokens.End))
            {
                yield return WithinLine(source, item.Tokens);
                continue;
            }

            if (open is { } above && IsBlank(source, above.End, lines.First))
            {
                open = above with { End = lines.End };
                continue;
            }

            if (open is { } complete)
                yield return BlankLines.Take(source, complete);
            open = lines;
        }

        if (open is { } last)
            yield return BlankLines.Take(source, last);
    }

    static bool IsBlank(TokenSource source, int first, int end) =>
        source.Tokens.Kinds[first..end].IndexOfAnyExcept(TokenKind.Newline, TokenKind.Whitespace) < 0;

    /// <summary>In a block on one line all between the braces, since nothing else can be there.</summary>
    static TokenRange WithinLine(TokenSource source, TokenRange item)
    {
        var (first, end) = item;
        while (first > 0 && IsInLine(source.Tokens[first - 1]))
            first--;
        while (end < source.Tokens.Length && IsInLine(source.Tokens[end]))
            end++;
        var isAlone = first > 0 && source.Tokens[first - 1].Kind == TokenKind.OpenBrace && end < source.Tokens.Length && source.Tokens[end].Kind == TokenKind.CloseBrace;
        return isAlone ? new TokenRange(first, end) : item;
    }

    static bool IsInLine(Token token) => token.Kind == TokenKind.Whitespace || token.IsComment;
}
