namespace Fixer.Hcl;

/// <summary>One piece of source text. The tokens of a file lie end to end and cover every byte of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its bytes.</param>
public readonly record struct Token(TokenKind Kind, TextSpan Span)
{
    /// <summary>Whether it only separates others: white space, newline, comment, byte order mark.</summary>
    public bool IsTrivia => Kind < TokenKind.Invalid;

    /// <summary>Whether it is a comment of either kind.</summary>
    public bool IsComment => Kind is TokenKind.LineComment or TokenKind.BlockComment;
}

/// <summary>Consecutive tokens of a file, as indexes into <see cref="HclFile.Tokens"/>.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>Whether there is no token in it.</summary>
    public bool IsEmpty => End <= First;
}
