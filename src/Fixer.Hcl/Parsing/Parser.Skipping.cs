namespace Fixer.Hcl;

/// <summary>Moving over tokens without making nodes of them.</summary>
sealed partial class Parser
{
    /// <summary>Brackets and templates open in the expression, as indexes of tokens.</summary>
    readonly List<int> openers = [];

    int openTemplates;
    int openBraces;

    /// <summary>
    /// Moves to the end of an expression, or of a line that could not be understood: the newline outside brackets, or the brace
    /// that belongs to something around it. Returns the tokens without trivia at the ends.
    /// </summary>
    TokenRange SkipExpression()
    {
        var first = at;
        var end = at;
        openers.Clear();
        openTemplates = openBraces = 0;
        for (; at < source.Tokens.Length; at++)
        {
            var kind = source.Tokens[at].Kind;
            if ((kind == TokenKind.Newline && EndsAtNewline())
                || (kind == TokenKind.CloseBrace && openTemplates == 0 && openBraces == 0)
                || (kind == TokenKind.Identifier && resumeAtMargin && openers.Count > 0 && IsHeaderAtMargin(at)))
                break;
            Balance(kind);
            if (!source.Tokens[at].IsTrivia)
                end = at + 1;
        }

        if (openers.Count > 0)
        {
            Report(HclDiagnostics.UnbalancedBracket, openers[^1]);
            RanIntoEnd |= at == source.Tokens.Length;
        }

        return new TokenRange(first, end);
    }

    /// <summary>A newline inside brackets means nothing; one in a quoted string has ended it, and the lexer has left all templates with it.</summary>
    bool EndsAtNewline()
    {
        if (openers.Count > 0 && KindOf(openers[^1]) == TokenKind.OpenQuote)
        {
            while (openTemplates > 0)
                Pop();
        }

        return openers.Count == 0;
    }

    void Balance(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.OpenQuote or TokenKind.HeredocStart or TokenKind.TemplateStart or TokenKind.DirectiveStart
                or TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis:
                Push(kind);
                break;
            case TokenKind.CloseQuote or TokenKind.HeredocEnd or TokenKind.TemplateEnd:
                CloseTemplate(kind);
                break;
            case TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis:
                CloseBracket(kind);
                break;
        }
    }

    void Push(TokenKind kind)
    {
        if (openers.Count == MaxDepth)
            Report(HclDiagnostics.NestedTooDeeply, at);
        openers.Add(at);
        openTemplates += IsTemplate(kind) ? 1 : 0;
        openBraces += kind == TokenKind.OpenBrace ? 1 : 0;
    }

    void Pop()
    {
        var kind = KindOf(openers[^1]);
        openTemplates -= IsTemplate(kind) ? 1 : 0;
        openBraces -= kind == TokenKind.OpenBrace ? 1 : 0;
        openers.RemoveAt(openers.Count - 1);
    }

    /// <summary>The lexer pairs these itself, so what is open inside ends here.</summary>
    void CloseTemplate(TokenKind kind)
    {
        while (openTemplates > 0)
        {
            var opener = KindOf(openers[^1]);
            var paired = Closes(kind, opener);
            if (!paired)
                Report(HclDiagnostics.UnbalancedBracket, openers[^1]);
            Pop();
            if (paired)
                break;
        }
    }

    void CloseBracket(TokenKind kind)
    {
        if (openers.Count > 0 && Closes(kind, KindOf(openers[^1])))
        {
            Pop();
            return;
        }

        Report(HclDiagnostics.UnbalancedBracket, at);
        if (kind != TokenKind.CloseBrace || openTemplates > 0)
            return;
        while (KindOf(openers[^1]) != TokenKind.OpenBrace)
            Pop();
        Pop();
    }

    /// <summary>From an opening brace to behind its closing one.</summary>
    void SkipBalanced()
    {
        for (var braces = 0; at < source.Tokens.Length; at++)
        {
            if (KindOf(at) == TokenKind.OpenBrace)
                braces++;
            else if (KindOf(at) == TokenKind.CloseBrace && --braces == 0)
            {
                at++;
                return;
            }
            else if (resumeAtMargin && IsHeaderAtMargin(at))
                return;
        }

        RanIntoEnd = true;
    }

    /// <summary>Moves over spaces, comments and newlines; whether there was a newline.</summary>
    bool SkipTrivia()
    {
        var newline = false;
        for (; at < source.Tokens.Length && source.Tokens[at].IsTrivia; at++)
            newline |= KindOf(at) == TokenKind.Newline;
        return newline;
    }

    void SkipSpace()
    {
        while (at < source.Tokens.Length && source.Tokens[at].IsTrivia && KindOf(at) != TokenKind.Newline)
            at++;
    }

    /// <summary>Index after the last token before here that is no trivia, and not before <paramref name="first"/>.</summary>
    int LastMeaningful(int first)
    {
        var end = at;
        while (end > first + 1 && source.Tokens[end - 1].IsTrivia)
            end--;
        return end;
    }

    /// <summary>Whether a block header, up to its opening brace, starts in the first column here.</summary>
    bool IsHeaderAtMargin(int index)
    {
        if (KindOf(index) != TokenKind.Identifier || (index > 0 && KindOf(index - 1) is not (TokenKind.Newline or TokenKind.ByteOrderMark)))
            return false;
        for (index++; index < source.Tokens.Length; index++)
        {
            switch (KindOf(index))
            {
                case TokenKind.OpenBrace: return true;
                case TokenKind.Whitespace or TokenKind.Identifier or TokenKind.OpenQuote or TokenKind.StringText or TokenKind.CloseQuote: break;
                default: return false;
            }
        }

        return false;
    }

    TokenKind KindOf(int index) => source.Tokens[index].Kind;

    static bool IsTemplate(TokenKind kind) =>
        kind is TokenKind.OpenQuote or TokenKind.HeredocStart or TokenKind.TemplateStart or TokenKind.DirectiveStart;

    static bool Closes(TokenKind closer, TokenKind opener) => (closer, opener) is
        (TokenKind.CloseQuote, TokenKind.OpenQuote) or (TokenKind.HeredocEnd, TokenKind.HeredocStart)
        or (TokenKind.TemplateEnd, TokenKind.TemplateStart or TokenKind.DirectiveStart)
        or (TokenKind.CloseBrace, TokenKind.OpenBrace) or (TokenKind.CloseBracket, TokenKind.OpenBracket)
        or (TokenKind.CloseParenthesis, TokenKind.OpenParenthesis);
}
