namespace Fixer.Hcl;

/// <summary>What every node of a file refers to.</summary>
sealed record TokenSource(SourceText Text, TokenList Tokens)
{
    /// <summary>From the first byte of the first token to the last byte of the last one.</summary>
    public TextSpan SpanOf(TokenRange range)
    {
        var start = Tokens.Starts[range.First];
        return new TextSpan(start, range.IsEmpty ? start : Tokens.Starts[range.End]);
    }

    public string TextOf(int token) => Text.GetString(Tokens[token].Span);
}
