using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>What every node of a file refers to.</summary>
sealed record TokenSource(SourceText Text, ImmutableArray<Token> Tokens)
{
    /// <summary>From the first byte of the first token to the last byte of the last one.</summary>
    public TextSpan SpanOf(TokenRange range) => range.IsEmpty
        ? new TextSpan(StartOf(range.First), StartOf(range.First))
        : new TextSpan(Tokens[range.First].Span.Start, Tokens[range.End - 1].Span.End);

    public string TextOf(int token) => Text.GetString(Tokens[token].Span);

    int StartOf(int token) => token < Tokens.Length ? Tokens[token].Span.Start : Text.Length;
}
