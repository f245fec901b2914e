namespace Fixer.Hcl;

/// <summary>Operators and brackets.</summary>
ref partial struct Lexer
{
    readonly (TokenKind Kind, int Length)? Operator()
    {
        var next = Peek(1);
        return (char)source[at] switch
        {
            '[' => (TokenKind.OpenBracket, 1),
            ']' => (TokenKind.CloseBracket, 1),
            '(' => (TokenKind.OpenParenthesis, 1),
            ')' => (TokenKind.CloseParenthesis, 1),
            ',' => (TokenKind.Comma, 1),
            '.' when next == '.' && Peek(2) == '.' => (TokenKind.Ellipsis, 3),
            '.' => (TokenKind.Dot, 1),
            ':' when next == ':' => (TokenKind.DoubleColon, 2),
            ':' => (TokenKind.Colon, 1),
            '?' => (TokenKind.Question, 1),
            '=' when next == '=' => (TokenKind.Equal, 2),
            '=' when next == '>' => (TokenKind.Arrow, 2),
            '=' => (TokenKind.Assign, 1),
            '!' when next == '=' => (TokenKind.NotEqual, 2),
            '!' => (TokenKind.Not, 1),
            '<' when next == '=' => (TokenKind.LessOrEqual, 2),
            '<' => (TokenKind.Less, 1),
            '>' when next == '=' => (TokenKind.GreaterOrEqual, 2),
            '>' => (TokenKind.Greater, 1),
            '&' when next == '&' => (TokenKind.And, 2),
            '|' when next == '|' => (TokenKind.Or, 2),
            '+' => (TokenKind.Plus, 1),
            '-' => (TokenKind.Minus, 1),
            '*' => (TokenKind.Star, 1),
            '/' => (TokenKind.Slash, 1),
            '%' => (TokenKind.Percent, 1),
            _ => null,
        };
    }
}
