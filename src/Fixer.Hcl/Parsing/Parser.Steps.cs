namespace Fixer.Hcl;

/// <summary>Attributes, indexes and splats behind a term.</summary>
ref partial struct Parser
{
    RelativeTraversalExpression? ParseSteps(int first, HclExpression operand)
    {
        var mark = scratch.Count;
        return ParseSteps() ? new RelativeTraversalExpression(source, From(first), operand, Take<TraversalStep>(mark)) : null;
    }

    /// <summary>Adds the steps here, if any, to those read; false after a failure.</summary>
    bool ParseSteps()
    {
        var inAttributeSplat = false;
        while (true)
        {
            var first = at;
            switch (Kind)
            {
                case TokenKind.Dot:
                    Advance();
                    if (!ParseDotStep(first, ref inAttributeSplat))
                        return false;
                    break;
                case TokenKind.OpenBracket:
                    inAttributeSplat = false;
                    if (!ParseIndexStep(first))
                        return false;
                    break;
                default:
                    return true;
            }
        }
    }

    bool ParseDotStep(int first, ref bool inAttributeSplat)
    {
        var token = at;
        switch (Kind)
        {
            case TokenKind.Identifier:
                Advance();
                scratch.Add(new AttributeStep(source, From(first), Name(token)));
                return true;
            case TokenKind.Number when !Bytes(token).Contains((byte)'.'):
                Advance();
                scratch.Add(new IndexStep(source, From(first), new NumberLiteral(source, new TokenRange(token, end)), isLegacy: true));
                return true;
            case TokenKind.Number:
                Fail(HclDiagnostics.InvalidLegacyIndex, token);
                return false;
            case TokenKind.Star when !inAttributeSplat:
                inAttributeSplat = true;
                Advance();
                scratch.Add(new AttributeSplatStep(source, From(first)));
                return true;
            default:
                Fail(Kind == TokenKind.Star ? HclDiagnostics.InvalidSplat : HclDiagnostics.InvalidAttributeName, token);
                return false;
        }
    }

    bool ParseIndexStep(int first)
    {
        var outer = ignoresNewlines;
        ignoresNewlines = true;
        Advance();
        if (Kind == TokenKind.Star)
        {
            Advance();
            if (!Close(TokenKind.CloseBracket, first, outer))
                return false;
            scratch.Add(new FullSplatStep(source, From(first)));
            return true;
        }

        if (ParseExpression() is not { } key || !Close(TokenKind.CloseBracket, first, outer))
            return false;
        scratch.Add(new IndexStep(source, From(first), key, isLegacy: false));
        return true;
    }
}
