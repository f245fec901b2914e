using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>An HCL file: its bytes, its tokens, its structure and what is wrong with it. Immutable.</summary>
public sealed class HclFile
{
    HclFile(SourceText text, TokenList tokens, HclBody body, ImmutableArray<HclDiagnostic> diagnostics)
    {
        Text = text;
        Tokens = tokens;
        Body = body;
        Diagnostics = diagnostics;
    }

    /// <summary>The source.</summary>
    public SourceText Text { get; }

    /// <summary>All tokens and trivia, end to end.</summary>
    public TokenList Tokens { get; }

    /// <summary>The definitions at the top level.</summary>
    public HclBody Body { get; }

    /// <summary>What is wrong, in the order of the source; no more than a hundred each for tokens and structure.</summary>
    public ImmutableArray<HclDiagnostic> Diagnostics { get; }

    /// <summary>Reads any bytes; what cannot be understood is in <see cref="Diagnostics"/>. Takes time and memory linear in the length.</summary>
    /// <param name="bytes">The content; it must not change afterwards.</param>
    /// <param name="path">What the caller calls the file; only to tell files apart.</param>
    public static HclFile Parse(ReadOnlyMemory<byte> bytes, string path = "")
    {
        var text = new SourceText(bytes, path);
        var lexical = new DiagnosticBag(text);
        var source = new TokenSource(text, Lexer.Tokenize(text, lexical));
        var structural = new DiagnosticBag(text);
        var parser = new Parser(source, structural);
        var body = parser.ParseFile();
        if (parser.RanIntoEnd)
        {
            // Something is never closed and has swallowed the rest of the file: read again, and take a header at the margin for a new block.
            structural = new DiagnosticBag(text);
            parser = new Parser(source, structural, resumesAtMargin: true);
            body = parser.ParseFile();
        }

        return new HclFile(text, source.Tokens, body, lexical.With(structural));
    }

    /// <summary>Writes the tokens out again: the same bytes that were read.</summary>
    public byte[] ToBytes()
    {
        var result = new byte[Text.Length];
        var written = 0;
        foreach (var token in Tokens)
        {
            Text.Slice(token.Span).CopyTo(result.AsSpan(written));
            written += token.Span.Length;
        }

        return result;
    }
}
