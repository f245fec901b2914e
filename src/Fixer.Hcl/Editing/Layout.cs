namespace Fixer.Hcl;

/// <summary>How a file is laid out: what new lines in it must look like.</summary>
static class Layout
{
    const string DefaultUnit = "  ";

    /// <summary>How lines end: as the first one does, or with a line feed if there is none.</summary>
    public static string Newline(TokenSource source)
    {
        var newline = source.Text.Bytes.IndexOf((byte)'\n');
        return newline > 0 && source.Text.Bytes[newline - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>The white space at the start of the line that token <paramref name="index"/> is on.</summary>
    public static string Indentation(TokenSource source, int index)
    {
        while (index > 0 && !EndsLine(source.Tokens[index - 1].Kind))
            index--;
        return index < source.Tokens.Length && source.Tokens[index].Kind == TokenKind.Whitespace ? source.TextOf(index) : "";
    }

    /// <summary>What one level of nesting adds to the indentation: as the first line does that is in a bracket which ends the line above, or two spaces if there is none.</summary>
    public static string IndentationUnit(TokenSource source)
    {
        var kinds = source.Tokens.Kinds;
        for (var i = 0; i + 2 < source.Tokens.Length; i++)
        {
            if (kinds[i] is not (TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis) || kinds[i + 1] != TokenKind.Newline || kinds[i + 2] != TokenKind.Whitespace)
                continue;
            var (outer, inner) = (Indentation(source, i), source.TextOf(i + 2));
            return inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner[outer.Length..] : DefaultUnit;
        }

        return DefaultUnit;
    }

    /// <summary>Whether there is a newline between two tokens.</summary>
    public static bool HasNewline(TokenSource source, int first, int end) => source.Tokens.Kinds[first..end].Contains(TokenKind.Newline);

    /// <summary>Index of the first token from <paramref name="index"/> on that is no white space.</summary>
    public static int SkipSpaces(TokenSource source, int index) =>
        index < source.Tokens.Length && source.Tokens[index].Kind == TokenKind.Whitespace ? index + 1 : index;

    /// <summary>Index after the last token before <paramref name="end"/> that is no white space.</summary>
    public static int SkipSpacesBack(TokenSource source, int end) => end > 0 && source.Tokens[end - 1].Kind == TokenKind.Whitespace ? end - 1 : end;

    /// <summary>An empty place before token <paramref name="index"/>.</summary>
    public static TextSpan Before(TokenSource source, int index) => source.SpanOf(new TokenRange(index, index));

    static bool EndsLine(TokenKind kind) => kind is TokenKind.Newline or TokenKind.ByteOrderMark;
}
