namespace Fixer.Hcl;

/// <summary>Which blank lines go with lines that are removed.</summary>
static class BlankLines
{
    public static bool StartsLine(TokenSource source, int index) =>
        index == 0 || source.Tokens[index - 1].Kind is TokenKind.Newline or TokenKind.ByteOrderMark;

    /// <summary>Extends <paramref name="lines"/> over all blank lines around it but one; over all, at the start or end of a body or list.</summary>
    public static TokenRange Take(TokenSource source, TokenRange lines)
    {
        var (first, firstButOne) = Above(source, lines.First);
        var (end, endButOne) = Below(source, lines.End);
        if (StartsBody(source, first) || EndsBody(source, end))
            return new TokenRange(first, end);
        return first < lines.First ? new TokenRange(firstButOne, end) : new TokenRange(first, endButOne);
    }

    /// <summary>Start of the blank lines that end at token <paramref name="end"/>, and start of the second of them.</summary>
    static (int First, int FirstButOne) Above(TokenSource source, int end)
    {
        var (first, second) = (end, end);
        while (first > 0 && source.Tokens[first - 1].Kind == TokenKind.Newline)
        {
            var start = first - 1;
            while (start > 0 && source.Tokens[start - 1].Kind == TokenKind.Whitespace)
                start--;
            if (!StartsLine(source, start))
                break;
            (first, second) = (start, first);
        }

        return (first, second);
    }

    /// <summary>End of the blank lines that start at token <paramref name="start"/>, and end of the last but one.</summary>
    static (int End, int EndButOne) Below(TokenSource source, int start)
    {
        var (end, last) = (start, start);
        while (end < source.Tokens.Length)
        {
            var next = end;
            while (next < source.Tokens.Length && source.Tokens[next].Kind == TokenKind.Whitespace)
                next++;
            if (next < source.Tokens.Length && source.Tokens[next].Kind != TokenKind.Newline)
                break;
            (end, last) = (Math.Min(next + 1, source.Tokens.Length), end);
        }

        return (end, last);
    }

    /// <summary>Whether nothing, or only the opening bracket's line, is above.</summary>
    static bool StartsBody(TokenSource source, int first)
    {
        if (first == 0 || source.Tokens[first - 1].Kind == TokenKind.ByteOrderMark)
            return true;
        var i = first - 2;
        while (i >= 0 && (source.Tokens[i].Kind == TokenKind.Whitespace || source.Tokens[i].IsComment))
            i--;
        return i >= 0 && source.Tokens[i].Kind is TokenKind.OpenBrace or TokenKind.OpenBracket;
    }

    /// <summary>Whether nothing, or only the closing bracket's line, is below.</summary>
    static bool EndsBody(TokenSource source, int end)
    {
        while (end < source.Tokens.Length && source.Tokens[end].Kind == TokenKind.Whitespace)
            end++;
        return end == source.Tokens.Length || source.Tokens[end].Kind is TokenKind.CloseBrace or TokenKind.CloseBracket;
    }
}
