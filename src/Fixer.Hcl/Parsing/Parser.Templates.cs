using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>Quoted templates, heredocs and bare templates: HCL specification, "Template Expressions".</summary>
ref partial struct Parser
{
    HclExpression? ParseQuoted()
    {
        var first = at++;
        if (Kind == TokenKind.StringText && kinds[at + 1] == TokenKind.CloseQuote)
            at++;
        if (Kind == TokenKind.CloseQuote)
        {
            Advance();
            return new StringLiteral(source, From(first));
        }

        return ParseTemplate(first, TokenKind.CloseQuote, TemplateStyle.Quoted);
    }

    TemplateExpression? ParseHeredoc()
    {
        var first = at++;
        var style = Bytes(first)[2] == '-' ? TemplateStyle.IndentedHeredoc : TemplateStyle.Heredoc;
        return ParseTemplate(first, TokenKind.HeredocEnd, style);
    }

    TemplateExpression? ParseTemplate(int first, TokenKind closer, TemplateStyle style)
    {
        var mark = scratch.Count;
        if (!ParseParts(style, out var directive))
            return null;
        if (directive >= 0)
        {
            Fail(HclDiagnostics.UnexpectedDirective, directive);
            return null;
        }

        if (Kind != closer)
        {
            // The lexer has said that it is not closed.
            hasFailed = true;
            return null;
        }

        if (closer == TokenList.EndOfFile)
            end = at;
        else
            Advance();
        var parts = Take<TemplatePart>(mark);
        if (style == TemplateStyle.IndentedHeredoc)
            HeredocIndentation.Remove(parts);
        return new TemplateExpression(source, From(first), style, parts);
    }

    /// <summary>Reads parts up to what is none: the end, or a directive that ends or divides another, of which it gives the first token.</summary>
    bool ParseParts(TemplateStyle style, out int directive)
    {
        directive = -1;
        while (true)
        {
            var first = at;
            switch (Kind)
            {
                case TokenKind.StringText:
                    scratch.Add(ParseText(style));
                    break;
                case TokenKind.TemplateStart:
                    var outer = OpenSequence();
                    if (ParseExpression() is not { } expression || !CloseSequence(outer))
                        return false;
                    scratch.Add(new TemplateInterpolation(source, From(first), expression));
                    break;
                case TokenKind.DirectiveStart:
                    var (keyword, keywordToken) = (PeekKeyword(), KeywordToken());
                    if (keyword is "else" or "endif" or "endfor")
                    {
                        directive = first;
                        return true;
                    }

                    TemplatePart? part = keyword switch { "if" => ParseIf(style), "for" => ParseForDirective(style), _ => null };
                    if (part is null)
                    {
                        Fail(HclDiagnostics.InvalidDirective, keywordToken);
                        return false;
                    }

                    scratch.Add(part);
                    break;
                default:
                    return true;
            }
        }
    }

    TemplateText ParseText(TemplateStyle style)
    {
        var token = at++;
        end = at;
        var text = new TemplateText(source, new TokenRange(token, at), style == TemplateStyle.Quoted);
        if (token > 0 && kinds[token - 1] == TokenKind.TemplateEnd && LengthOf(token - 1) == 2)
            text.Value = text.Value.TrimStart();
        if (Kind is TokenKind.TemplateStart or TokenKind.DirectiveStart && LengthOf(at) == 3)
            text.Value = text.Value.TrimEnd();
        return text;
    }

    TemplateIf? ParseIf(TemplateStyle style)
    {
        var (first, mark) = (at, scratch.Count);
        var outer = OpenSequence();
        Advance();
        if (!Descend() || ParseExpression() is not { } condition || !CloseSequence(outer) || !ParseParts(style, out var directive))
            return null;
        var then = Take<TemplatePart>(mark);
        ImmutableArray<TemplatePart> otherwise = [];
        if (EndsWith("else", directive))
        {
            if (!TakeDirective() || !ParseParts(style, out directive))
                return null;
            otherwise = Take<TemplatePart>(mark);
        }

        if (!CloseDirective("endif", first, directive))
            return null;
        return new TemplateIf(source, From(first), condition, then, otherwise);
    }

    TemplateFor? ParseForDirective(TemplateStyle style)
    {
        var (first, mark) = (at, scratch.Count);
        var outer = OpenSequence();
        if (!Descend() || ParseForIntroduction() is not { } introduction || !CloseSequence(outer) || !ParseParts(style, out var directive))
            return null;
        if (!CloseDirective("endfor", first, directive))
            return null;
        return new TemplateFor(source, From(first), introduction, Take<TemplatePart>(mark));
    }

    bool Descend()
    {
        if (++depth <= MaxDepth)
            return true;
        Fail(HclDiagnostics.NestedTooDeeply, at);
        return false;
    }

    bool CloseDirective(string keyword, int first, int directive)
    {
        depth--;
        if (EndsWith(keyword, directive))
            return TakeDirective();
        Fail(directive < 0 ? HclDiagnostics.UnclosedDirective : HclDiagnostics.UnexpectedDirective, directive < 0 ? first : directive);
        return false;
    }

    readonly bool EndsWith(string keyword, int directive) => directive >= 0 && PeekKeyword() == keyword;

    /// <summary>The keyword of the directive here; empty if there is none.</summary>
    readonly string PeekKeyword() => kinds[KeywordToken()] == TokenKind.Identifier ? Name(KeywordToken()) : "";

    readonly int KeywordToken()
    {
        var token = at + 1;
        while (kinds[token] < TokenKind.Invalid)
            token++;
        return token;
    }

    /// <summary>A directive that is nothing but its keyword.</summary>
    bool TakeDirective()
    {
        var outer = OpenSequence();
        Advance();
        return CloseSequence(outer);
    }

    /// <summary>Takes the token that opens a sequence, in which newlines mean nothing; what they mean around the template is returned.</summary>
    bool OpenSequence()
    {
        var outer = ignoresNewlines;
        ignoresNewlines = true;
        Advance();
        return outer;
    }

    /// <summary>Takes the token that closes a sequence, and nothing behind it: there is template text.</summary>
    bool CloseSequence(bool outer)
    {
        if (Kind != TokenKind.TemplateEnd)
        {
            // At the end of the file the lexer has said that something is not closed.
            hasFailed |= Kind == TokenList.EndOfFile;
            Fail(HclDiagnostics.ExtraInSequence, at);
            return false;
        }

        ignoresNewlines = outer;
        end = ++at;
        return true;
    }
}
