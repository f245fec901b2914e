namespace Fixer.Hcl;

/// <summary>
/// Whom a comment belongs to: a comment behind something on its line belongs to that; comment lines directly above a definition
/// belong to it; every other comment belongs to nobody.
/// </summary>
static class OwnedTrivia
{
    /// <summary>Index of the first token that belongs to the definition starting at token <paramref name="first"/>: the start of a line, or <paramref name="first"/> where code precedes it on its line.</summary>
    public static int Before(TokenSource source, int first)
    {
        var start = LineStart(source, first, out var clean, out _);
        if (!clean)
            return first;
        while (start > 0 && source.Tokens[start - 1].Kind == TokenKind.Newline)
        {
            var line = LineStart(source, start - 1, out clean, out var comments);
            if (!clean || comments == 0)
                break;
            start = line;
        }

        return start;
    }

    /// <summary>Index after the last token that belongs to a definition ending before token <paramref name="end"/>: after the newline, or <paramref name="end"/> where code follows on the line.</summary>
    public static int After(TokenSource source, int end)
    {
        for (var i = end; i < source.Tokens.Length; i++)
        {
            var token = source.Tokens[i];
            if (token.Kind == TokenKind.Newline)
                return i + 1;
            if (token.Kind != TokenKind.Whitespace && !token.IsComment)
                return end;
        }

        return source.Tokens.Length;
    }

    /// <summary>Whether only white space and comments precede token <paramref name="first"/> on its line.</summary>
    public static bool StartsLine(TokenSource source, int first)
    {
        LineStart(source, first, out var clean, out _);
        return clean;
    }

    /// <summary>Whether only white space and comments follow on the line before token <paramref name="end"/>.</summary>
    public static bool EndsLine(TokenSource source, int end) => end == source.Tokens.Length || After(source, end) > end;

    /// <summary>Index of the first token of the line that <paramref name="end"/> is on; <paramref name="clean"/> if only spaces and comments lie between.</summary>
    public static int LineStart(TokenSource source, int end, out bool clean, out int comments)
    {
        comments = 0;
        clean = true;
        var i = end;
        for (; i > 0 && source.Tokens[i - 1].Kind is not (TokenKind.Newline or TokenKind.ByteOrderMark); i--)
        {
            if (source.Tokens[i - 1].IsComment)
                comments++;
            else if (source.Tokens[i - 1].Kind != TokenKind.Whitespace)
            {
                clean = false;
                break;
            }
        }

        return i;
    }
}
