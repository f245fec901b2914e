namespace Fixer.Hcl;

/// <summary>Tuples, objects and for-expressions.</summary>
ref partial struct Parser
{
    HclExpression? ParseTuple()
    {
        var first = at;
        var outer = ignoresNewlines;
        ignoresNewlines = true;
        Advance();
        if (IsKeyword("for"u8))
            return ParseFor(first, outer);
        var mark = scratch.Count;
        while (Kind != TokenKind.CloseBracket)
        {
            if (ParseElement(first) is not { } element)
                return null;
            scratch.Add(element);
            if (Kind != TokenKind.Comma)
            {
                FailSeparator(HclDiagnostics.MissingComma, TokenKind.CloseBracket, first);
                break;
            }

            Advance();
        }

        return Close(TokenKind.CloseBracket, first, outer) ? new TupleExpression(source, From(first), Take<HclExpression>(mark)) : null;
    }

    HclExpression? ParseObject()
    {
        var first = at;
        var outer = ignoresNewlines;
        ignoresNewlines = true;
        Advance();
        if (IsKeyword("for"u8))
            return ParseFor(first, outer);
        ignoresNewlines = false;
        var mark = scratch.Count;
        while (true)
        {
            SkipNewlines();
            if (Kind == TokenKind.CloseBrace)
                break;
            if (ParseObjectItem(first) is not { } item)
                return null;
            scratch.Add(item);
            if (Kind is not (TokenKind.Comma or TokenKind.Newline))
            {
                FailSeparator(HclDiagnostics.MissingItemSeparator, TokenKind.CloseBrace, first);
                break;
            }

            if (Kind == TokenKind.Comma)
                Advance();
        }

        return Close(TokenKind.CloseBrace, first, outer) ? new ObjectExpression(source, From(first), Take<ObjectItem>(mark)) : null;
    }

    ObjectItem? ParseObjectItem(int open)
    {
        var first = at;
        if (ParseElement(open) is not { } key)
            return null;
        if (Kind is not (TokenKind.Assign or TokenKind.Colon))
        {
            Fail(Kind == TokenList.EndOfFile ? HclDiagnostics.UnbalancedBracket : HclDiagnostics.MissingItemValue, Kind == TokenList.EndOfFile ? open : at);
            return null;
        }

        Advance();
        return ParseExpression() is { } value ? new ObjectItem(source, From(first), key, value) : null;
    }

    void SkipNewlines()
    {
        while (kinds[at] < TokenKind.Invalid)
            at++;
    }

    /// <summary>From <c>for</c> to the bracket that closes the one at <paramref name="open"/>.</summary>
    ForExpression? ParseFor(int open, bool outer)
    {
        var isObject = kinds[open] == TokenKind.OpenBrace;
        if (ParseForIntroduction() is not { } introduction)
            return null;
        if (Kind != TokenKind.Colon)
        {
            Fail(HclDiagnostics.InvalidFor, at);
            return null;
        }

        Advance();
        var resultStart = at;
        HclExpression? key = null;
        if (ParseExpression() is not { } result)
            return null;
        if (Kind == TokenKind.Arrow)
        {
            Advance();
            key = result;
            if (!isObject)
                Fail(HclDiagnostics.ForTupleWithKey, resultStart);
            if (ParseExpression() is not { } value)
                return null;
            result = value;
        }
        else if (isObject)
            Fail(HclDiagnostics.ForObjectWithoutKey, resultStart);

        var isGrouped = Kind == TokenKind.Ellipsis;
        if (isGrouped)
        {
            if (!isObject)
                Fail(HclDiagnostics.ForTupleGrouped, at);
            Advance();
        }

        HclExpression? condition = null;
        if (IsKeyword("if"u8))
        {
            Advance();
            condition = ParseExpression();
        }

        var closer = isObject ? TokenKind.CloseBrace : TokenKind.CloseBracket;
        if (!hasFailed && Kind != closer)
            FailSeparator(HclDiagnostics.InvalidFor, closer, open);
        return !hasFailed && Close(closer, open, outer)
            ? new ForExpression(source, From(open), introduction, key, result, isGrouped, condition)
            : null;
    }

    /// <summary><c>for k, v in collection</c>, in an expression or a directive.</summary>
    ForIntroduction? ParseForIntroduction()
    {
        Advance();
        string? keyName = null;
        var nameToken = at;
        if (!TakeName())
            return null;
        if (Kind == TokenKind.Comma)
        {
            Advance();
            keyName = Name(nameToken);
            nameToken = at;
            if (!TakeName())
                return null;
        }

        if (!IsKeyword("in"u8))
        {
            Fail(HclDiagnostics.InvalidFor, at);
            return null;
        }

        Advance();
        return ParseExpression() is { } collection ? new ForIntroduction(keyName, Name(nameToken), collection) : null;
    }

    bool TakeName()
    {
        if (Kind != TokenKind.Identifier)
        {
            Fail(HclDiagnostics.InvalidFor, at);
            return false;
        }

        Advance();
        return true;
    }
}
