using System.Runtime.CompilerServices;
using System.Text;

namespace Fixer.Hcl;

/// <summary>Expressions, by recursive descent and precedence: HCL specification, "Expressions". Each method returns null after <see cref="Fail"/>.</summary>
ref partial struct Parser
{
    public HclExpression ParseFragment(bool isTemplate)
    {
        ignoresNewlines = true;
        Skip();
        var expression = isTemplate ? ParseTemplate(0, TokenList.EndOfFile, TemplateStyle.Bare) : ParseExpression();
        if (expression is not null && Kind != TokenList.EndOfFile)
            expression = Fail(HclDiagnostics.ExtraBehindExpression, at);
        return expression ?? new InvalidExpression(source, new TokenRange(0, Length));
    }

    HclExpression? ParseExpression()
    {
        var first = at;
        if (++depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Fail(HclDiagnostics.NestedTooDeeply, at);
        var result = ParseBinary(1);
        if (Kind == TokenKind.Question && result is not null)
            result = ParseConditional(first, result);
        depth--;
        return result;
    }

    ConditionalExpression? ParseConditional(int first, HclExpression condition)
    {
        Advance();
        if (ParseExpression() is not { } then)
            return null;
        if (Kind != TokenKind.Colon)
        {
            Fail(HclDiagnostics.MissingElse, at);
            return null;
        }

        Advance();
        return ParseExpression() is { } otherwise ? new ConditionalExpression(source, From(first), condition, then, otherwise) : null;
    }

    HclExpression? ParseBinary(int minimum)
    {
        var first = at;
        var left = ParseTerm();
        while (left is not null)
        {
            var operation = Kind;
            var precedence = Precedence(operation);
            if (precedence < minimum)
                return left;
            Advance();
            left = ParseBinary(precedence + 1) is { } right ? new BinaryExpression(source, From(first), left, operation, right) : null;
        }

        return null;
    }

    /// <summary>HCL specification, "Operations": higher binds tighter; 0 is no operator.</summary>
    static int Precedence(TokenKind kind) => kind switch
    {
        TokenKind.Or => 1,
        TokenKind.And => 2,
        TokenKind.Equal or TokenKind.NotEqual => 3,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 4,
        TokenKind.Plus or TokenKind.Minus => 5,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 6,
        _ => 0,
    };

    /// <summary>A term with the steps behind it.</summary>
    HclExpression? ParseTerm()
    {
        var first = at;
        HclExpression? term;
        switch (Kind)
        {
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.OpenQuote:
                term = ParseQuoted();
                break;
            case TokenKind.HeredocStart:
                term = ParseHeredoc();
                break;
            case TokenKind.Number:
                Advance();
                term = new NumberLiteral(source, From(first));
                break;
            case TokenKind.OpenBracket:
                term = ParseTuple();
                break;
            case TokenKind.OpenBrace:
                term = ParseObject();
                break;
            case TokenKind.OpenParenthesis:
                term = ParseParentheses();
                break;
            case TokenKind.Minus or TokenKind.Not:
                return ParseUnary();
            default:
                return Fail(HclDiagnostics.ExpectedExpression, at);
        }

        return term is not null && Kind is TokenKind.Dot or TokenKind.OpenBracket ? ParseSteps(first, term) : term;
    }

    UnaryExpression? ParseUnary()
    {
        var first = at;
        var operation = Kind;
        Advance();
        if (++depth > MaxDepth)
        {
            Fail(HclDiagnostics.NestedTooDeeply, at);
            return null;
        }

        var operand = ParseTerm();
        depth--;
        return operand is null ? null : new UnaryExpression(source, From(first), operation, operand);
    }

    ParenthesizedExpression? ParseParentheses()
    {
        var first = at;
        var outer = ignoresNewlines;
        ignoresNewlines = true;
        Advance();
        if (ParseExpression() is not { } inner)
            return null;
        return Close(TokenKind.CloseParenthesis, first, outer) ? new ParenthesizedExpression(source, From(first), inner) : null;
    }

    /// <summary>Takes the bracket that closes the one at <paramref name="open"/>.</summary>
    bool Close(TokenKind closer, int open, bool outer)
    {
        if (Kind != closer)
        {
            Fail(HclDiagnostics.UnbalancedBracket, open);
            return false;
        }

        ignoresNewlines = outer;
        Advance();
        return true;
    }

    /// <summary>A name: a literal, a call, or a traversal.</summary>
    HclExpression? ParseName()
    {
        var first = at;
        Advance();
        if (Kind is TokenKind.OpenParenthesis or TokenKind.DoubleColon)
        {
            var call = ParseCall(first);
            return call is not null && Kind is TokenKind.Dot or TokenKind.OpenBracket ? ParseSteps(first, call!) : call;
        }

        var name = Bytes(first);
        if (name is [(byte)'t', ..] && name.SequenceEqual("true"u8))
            return WithSteps(first, new BooleanLiteral(source, From(first), true));
        if (name is [(byte)'f', ..] && name.SequenceEqual("false"u8))
            return WithSteps(first, new BooleanLiteral(source, From(first), false));
        if (name is [(byte)'n', ..] && name.SequenceEqual("null"u8))
            return WithSteps(first, new NullLiteral(source, From(first)));
        var mark = scratch.Count;
        return ParseSteps() ? new TraversalExpression(source, From(first), NameTable.Get(name), Take<TraversalStep>(mark)) : null;
    }

    HclExpression? WithSteps(int first, HclExpression term) => Kind is TokenKind.Dot or TokenKind.OpenBracket ? ParseSteps(first, term) : term;

    FunctionCallExpression? ParseCall(int first)
    {
        while (Kind == TokenKind.DoubleColon)
        {
            Advance();
            if (Kind == TokenKind.Identifier)
                Advance();
            else
                Fail(HclDiagnostics.InvalidFunctionName, at);
        }

        if (Kind != TokenKind.OpenParenthesis || hasFailed)
        {
            Fail(HclDiagnostics.InvalidFunctionName, at);
            return null;
        }

        var name = end == first + 1 ? Name(first) : QualifiedName(first);
        var open = at;
        var outer = ignoresNewlines;
        var mark = scratch.Count;
        var expandsLast = false;
        ignoresNewlines = true;
        Advance();
        while (Kind != TokenKind.CloseParenthesis)
        {
            if (ParseElement(open) is not { } argument)
                return null;
            scratch.Add(argument);
            if (Kind == TokenKind.Ellipsis)
            {
                expandsLast = true;
                Advance();
                if (Kind != TokenKind.CloseParenthesis)
                    Fail(HclDiagnostics.ExpansionNotLast, end - 1);
                break;
            }

            if (Kind != TokenKind.Comma)
            {
                FailSeparator(HclDiagnostics.MissingComma, TokenKind.CloseParenthesis, open);
                break;
            }

            Advance();
        }

        return !hasFailed && Close(TokenKind.CloseParenthesis, open, outer)
            ? new FunctionCallExpression(source, From(first), name, Take<HclExpression>(mark), expandsLast)
            : null;
    }

    /// <summary>The names and colons taken since <paramref name="first"/>, without what stands between.</summary>
    readonly string QualifiedName(int first)
    {
        var name = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (kinds[i] is TokenKind.Identifier or TokenKind.DoubleColon)
                name.Append(Name(i));
        }

        return name.ToString();
    }

    /// <summary>Neither separator nor closer: at the end of the file, or before a bracket that closes something else, it is the opening one that is at fault.</summary>
    void FailSeparator(DiagnosticKind missing, TokenKind closer, int open)
    {
        if (Kind != closer)
            Fail(IsForeignCloser ? HclDiagnostics.UnbalancedBracket : missing, IsForeignCloser ? open : at);
    }

    /// <summary>The next element, argument or key in a bracket.</summary>
    HclExpression? ParseElement(int open) => IsForeignCloser ? Fail(HclDiagnostics.UnbalancedBracket, open) : ParseExpression();

    /// <summary>Whether nothing that belongs in an open bracket is here; its own closer aside.</summary>
    readonly bool IsForeignCloser =>
        Kind is TokenList.EndOfFile or TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis or TokenKind.TemplateEnd;
}
