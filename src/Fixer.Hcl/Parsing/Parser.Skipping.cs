namespace Fixer.Hcl;

/// <summary>Moving over tokens without making nodes of them.</summary>
ref partial struct Parser
{
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
        for (; at < Length; at++)
        {
            var kind = kinds[at];
            if ((kind == TokenKind.Newline && EndsAtNewline())
                || (kind == TokenKind.CloseBrace && openTemplates == 0 && openBraces == 0)
                || (kind == TokenKind.Identifier && resumesAtMargin && openers.Count > 0 && IsHeaderAtMargin(at)))
                break;
            Balance(kind);
            if (!(kinds[at] < TokenKind.Invalid))
                end = at + 1;
        }

        ranIntoEnd |= openers.Count > 0 && at == Length;

        return new TokenRange(first, end);
    }

    /// <summary>A newline inside brackets means nothing; one in a quoted string has ended it, and the lexer has left all templates with it.</summary>
    bool EndsAtNewline()
    {
        if (openers.Count > 0 && kinds[openers[^1]] == TokenKind.OpenQuote)
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
        openers.Add(at);
        openTemplates += IsTemplate(kind) ? 1 : 0;
        openBraces += kind == TokenKind.OpenBrace ? 1 : 0;
    }

    void Pop()
    {
        var kind = kinds[openers[^1]];
        openTemplates -= IsTemplate(kind) ? 1 : 0;
        openBraces -= kind == TokenKind.OpenBrace ? 1 : 0;
        openers.RemoveAt(openers.Count - 1);
    }

    /// <summary>The lexer pairs these itself, so what is open inside ends here.</summary>
    void CloseTemplate(TokenKind kind)
    {
        while (openTemplates > 0)
        {
            var opener = kinds[openers[^1]];
            var paired = Closes(kind, opener);
            Pop();
            if (paired)
                break;
        }
    }

    void CloseBracket(TokenKind kind)
    {
        if (openers.Count > 0 && Closes(kind, kinds[openers[^1]]))
        {
            Pop();
            return;
        }

        if (kind != TokenKind.CloseBrace || openTemplates > 0)
            return;
        while (kinds[openers[^1]] != TokenKind.OpenBrace)
            Pop();
        Pop();
    }

    /// <summary>From an opening brace to behind its closing one; false if there is none.</summary>
    bool SkipBalanced()
    {
        for (var braces = 0; at < Length; at++)
        {
            if (kinds[at] == TokenKind.OpenBrace)
                braces++;
            else if (kinds[at] == TokenKind.CloseBrace && --braces == 0)
            {
                at++;
                return true;
            }
            else if (resumesAtMargin && IsHeaderAtMargin(at))
                return false;
        }

        ranIntoEnd = true;
        return false;
    }

    readonly bool HasNewline(int first, int behind) => kinds[first..behind].Contains(TokenKind.Newline);

    /// <summary>Index after the last token before here that is no trivia. All blocks that the end of the file leaves open have the same one.</summary>
    int LastMeaningful()
    {
        if (trivia.End == at)
            return trivia.First;
        var first = at;
        while (kinds[first - 1] < TokenKind.Invalid)
            first--;
        trivia = new TokenRange(first, at);
        return first;
    }

    /// <summary>
    /// Whether a block header, up to its opening brace, starts in the first column here. No expression goes on behind what is taken for
    /// one: else what is skipped could be read over and over.
    /// </summary>
    readonly bool IsHeaderAtMargin(int index)
    {
        if (kinds[index] != TokenKind.Identifier || (index > 0 && kinds[index - 1] is not (TokenKind.Newline or TokenKind.ByteOrderMark)))
            return false;
        for (var last = index; index < Length; index++)
        {
            switch (kinds[index])
            {
                case TokenKind.OpenBrace: return !IntroducesObject(last);
                case TokenKind.Identifier or TokenKind.CloseQuote: last = index; break;
                case TokenKind.Whitespace or TokenKind.OpenQuote or TokenKind.StringText: break;
                default: return false;
            }
        }

        return false;
    }

    /// <summary>Whether this is the keyword before an object in a for-expression.</summary>
    readonly bool IntroducesObject(int token) => Bytes(token).SequenceEqual("in"u8) || Bytes(token).SequenceEqual("if"u8);

    readonly int Length => starts.Length - 1;

    static bool IsTemplate(TokenKind kind) =>
        kind is TokenKind.OpenQuote or TokenKind.HeredocStart or TokenKind.TemplateStart or TokenKind.DirectiveStart;

    static bool Closes(TokenKind closer, TokenKind opener) => (closer, opener) is
        (TokenKind.CloseQuote, TokenKind.OpenQuote) or (TokenKind.HeredocEnd, TokenKind.HeredocStart)
        or (TokenKind.TemplateEnd, TokenKind.TemplateStart or TokenKind.DirectiveStart)
        or (TokenKind.CloseBrace, TokenKind.OpenBrace) or (TokenKind.CloseBracket, TokenKind.OpenBracket)
        or (TokenKind.CloseParenthesis, TokenKind.OpenParenthesis);
}
