using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>Which bracket closes which, found once so that skipping over nested ones stays linear.</summary>
static class BracketPairs
{
    /// <summary>For each token of <paramref name="range"/> that opens something, the index of the token that closes it, or the last of the range if none does; -1 for the others.</summary>
    public static int[] Find(ImmutableArray<Token> tokens, TokenRange range)
    {
        var result = new int[range.End - range.First];
        Array.Fill(result, -1);
        var open = new Stack<int>();
        for (var i = range.First; i < range.End; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.OpenQuote or TokenKind.HeredocStart or TokenKind.TemplateStart or TokenKind.DirectiveStart
                    or TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis:
                    open.Push(i);
                    break;
                case TokenKind.CloseQuote or TokenKind.HeredocEnd or TokenKind.TemplateEnd
                    or TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis:
                    if (open.TryPop(out var opener))
                        result[opener - range.First] = i;
                    break;
            }
        }

        foreach (var opener in open)
            result[opener - range.First] = range.End - 1;
        return result;
    }
}
