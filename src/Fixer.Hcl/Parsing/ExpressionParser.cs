using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>
/// Reads literals, tuples, references and templates of these, by recursive descent: HCL specification, "Expression Terms".
/// A term it does not know becomes opaque up to the end of the element or sequence that it stands in.
/// </summary>
ref struct ExpressionParser
{
    const int MaxDepth = 64;

    readonly TokenSource source;
    readonly TokenRange range;
    int[]? closers;
    int at;

    ExpressionParser(TokenSource source, TokenRange range)
    {
        (this.source, this.range) = (source, range);
        at = range.First;
    }

    public static HclExpression Parse(TokenSource source, TokenRange range)
    {
        var parser = new ExpressionParser(source, range);
        var expression = parser.ParseTerm(0);
        parser.SkipTrivia();
        return expression is null || parser.at < range.End ? new OpaqueExpression(source.SpanOf(range)) : expression;
    }

    /// <summary>A term, or null if it is of a kind not read; then the position is anywhere inside it.</summary>
    HclExpression? ParseTerm(int depth)
    {
        SkipTrivia();
        if (depth == MaxDepth)
            return null;
        switch (Kind)
        {
            case TokenKind.OpenQuote: return ParseQuoted(depth);
            case TokenKind.OpenBracket: return ParseTuple(depth);
            case TokenKind.Identifier: return ParseName();
            case TokenKind.Number:
                return new NumberLiteral(source.TextOf(at), source.Tokens[at++].Span);
            default: return null;
        }
    }

    HclExpression? ParseName()
    {
        var first = at++;
        var name = source.TextOf(first);
        var steps = ImmutableArray.CreateBuilder<TraversalStep>();
        while (true)
        {
            var beforeTrivia = at;
            SkipTrivia();
            if (Kind is TokenKind.OpenParenthesis or TokenKind.DoubleColon)
                return null;
            if (Kind is not (TokenKind.Dot or TokenKind.OpenBracket))
            {
                at = beforeTrivia;
                break;
            }

            if ((Kind == TokenKind.Dot ? ParseDotStep() : ParseIndexStep()) is not { } step)
                return null;
            steps.Add(step);
        }

        var span = SpanFrom(first);
        return (name, steps.Count) switch
        {
            ("true", 0) => new BooleanLiteral(true, span),
            ("false", 0) => new BooleanLiteral(false, span),
            ("null", 0) => new NullLiteral(span),
            _ => new TraversalExpression(name, steps.DrainToImmutable(), span),
        };
    }

    TraversalStep? ParseDotStep()
    {
        var first = at++;
        SkipTrivia();
        if (Kind == TokenKind.Identifier)
        {
            var name = source.TextOf(at++);
            return new AttributeStep(name, SpanFrom(first));
        }

        return WholeNumber() is { } index ? new IndexStep(index, SpanFrom(first)) : null;
    }

    IndexStep? ParseIndexStep()
    {
        var first = at++;
        SkipTrivia();
        HclExpression? key = Kind == TokenKind.OpenQuote ? ParseQuoted(MaxDepth - 1) as StringLiteral : WholeNumber();
        SkipTrivia();
        if (key is null || Kind != TokenKind.CloseBracket)
            return null;
        at++;
        return new IndexStep(key, SpanFrom(first));
    }

    NumberLiteral? WholeNumber()
    {
        if (Kind != TokenKind.Number || source.Text.Slice(source.Tokens[at].Span).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return null;
        return new NumberLiteral(source.TextOf(at), source.Tokens[at++].Span);
    }

    TupleExpression? ParseTuple(int depth)
    {
        var open = at++;
        SkipTrivia();
        if (Kind == TokenKind.Identifier && source.Text.Slice(source.Tokens[at].Span).SequenceEqual("for"u8))
            return null;
        var elements = ImmutableArray.CreateBuilder<HclExpression>();
        while (Kind is not (null or TokenKind.CloseBracket))
        {
            var first = at;
            var element = ParseTerm(depth + 1);
            SkipTrivia();
            elements.Add(element is null || Kind is not (TokenKind.Comma or TokenKind.CloseBracket)
                ? SkipOpaque(first, TokenKind.Comma, TokenKind.CloseBracket)
                : element);
            if (Kind == TokenKind.Comma)
                at++;
            SkipTrivia();
        }

        if (Kind is null)
            return null;
        at++;
        return new TupleExpression(elements.DrainToImmutable(), SpanFrom(open));
    }

    HclExpression? ParseQuoted(int depth)
    {
        var open = at++;
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        while (Kind != TokenKind.CloseQuote)
        {
            var part = Kind switch
            {
                TokenKind.StringText => new TemplateText(StringDecoder.DecodeQuoted(source.Text.Slice(source.Tokens[at].Span)), source.Tokens[at++].Span),
                TokenKind.TemplateStart => ParseInterpolation(depth),
                _ => (TemplatePart?)null,
            };
            if (part is null)
                return null;
            parts.Add(part);
        }

        at++;
        return parts.Count switch
        {
            0 => new StringLiteral("", SpanFrom(open)),
            1 when parts[0] is TemplateText text => new StringLiteral(text.Value, SpanFrom(open)),
            _ => new TemplateExpression(parts.DrainToImmutable(), SpanFrom(open)),
        };
    }

    /// <summary>An interpolation; null for one that trims the text around it.</summary>
    TemplateInterpolation? ParseInterpolation(int depth)
    {
        var open = at++;
        if (source.Tokens[open].Span.Length > 2)
            return null;
        var expression = ParseTerm(depth + 1);
        SkipTrivia();
        if (expression is null || Kind != TokenKind.TemplateEnd)
            expression = SkipOpaque(open + 1, TokenKind.TemplateEnd, TokenKind.TemplateEnd);
        if (Kind != TokenKind.TemplateEnd || source.Tokens[at].Span.Length > 1)
            return null;
        at++;
        return new TemplateInterpolation(expression, SpanFrom(open));
    }

    /// <summary>Moves from <paramref name="first"/> to one of the delimiters outside inner brackets, or to the end.</summary>
    OpaqueExpression SkipOpaque(int first, TokenKind delimiter, TokenKind closer)
    {
        closers ??= BracketPairs.Find(source.Tokens, range);
        var end = at = first;
        while (Kind is { } kind && kind != delimiter && kind != closer)
        {
            var trivia = source.Tokens[at].IsTrivia;
            at = Math.Max(at, closers[at - range.First]) + 1;
            if (!trivia)
                end = at;
        }

        return new OpaqueExpression(source.SpanOf(new TokenRange(first, end)));
    }

    readonly TokenKind? Kind => at < range.End ? source.Tokens[at].Kind : null;

    readonly TextSpan SpanFrom(int first) => source.SpanOf(new TokenRange(first, at));

    void SkipTrivia()
    {
        while (at < range.End && source.Tokens[at].IsTrivia)
            at++;
    }
}
