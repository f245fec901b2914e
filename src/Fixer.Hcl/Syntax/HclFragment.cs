using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>An expression or a template that is the whole of a text: what a caller types, a template file, a string in HCL's JSON.</summary>
public sealed class HclFragment
{
    HclFragment(TokenSource source, HclExpression expression, ImmutableArray<HclDiagnostic> diagnostics) =>
        (Text, Tokens, Expression, Diagnostics) = (source.Text, source.Tokens, expression, diagnostics);

    /// <summary>The source.</summary>
    public SourceText Text { get; }

    /// <summary>All tokens and trivia, end to end.</summary>
    public TokenList Tokens { get; }

    /// <summary>The expression; an <see cref="InvalidExpression"/> if it cannot be read.</summary>
    public HclExpression Expression { get; }

    /// <summary>What is wrong, in the order of the source.</summary>
    public ImmutableArray<HclDiagnostic> Diagnostics { get; }

    /// <summary>Reads an expression. Newlines mean nothing in it.</summary>
    /// <param name="bytes">The content; it must not change afterwards.</param>
    /// <param name="path">What the caller calls the text; only to tell texts apart.</param>
    public static HclFragment ParseExpression(ReadOnlyMemory<byte> bytes, string path = "") => Parse(new SourceText(bytes, path), isTemplate: false);

    /// <summary>Reads a template: text with interpolations and directives. A backslash is just that.</summary>
    /// <param name="bytes">The content; it must not change afterwards.</param>
    /// <param name="path">What the caller calls the text; only to tell texts apart.</param>
    public static HclFragment ParseTemplate(ReadOnlyMemory<byte> bytes, string path = "") => Parse(new SourceText(bytes, path), isTemplate: true);

    internal static HclFragment Parse(SourceText text, bool isTemplate)
    {
        var lexical = new DiagnosticBag(text);
        var structural = new DiagnosticBag(text);
        var source = new TokenSource(text, Lexer.Tokenize(text, lexical, isTemplate));
        var expression = new Parser(source, structural).ParseFragment(isTemplate);
        return new HclFragment(source, expression, lexical.With(structural));
    }
}
