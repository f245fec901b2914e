namespace Fixer.Hcl;

/// <summary>
/// A line of a file as <c>terraform fmt</c> sees it: what leads, from the first equals sign on an assignment, and a comment at the
/// end. Newlines in heredocs and in comments end no line.
/// </summary>
struct CanonicalLine
{
    /// <summary>The first token that is no white space; -1 if there is none.</summary>
    public int First { get; set; }

    /// <summary>How many levels it is indented.</summary>
    public int Level { get; set; }

    /// <summary>The first equals sign that something precedes on the line; -1 if there is none.</summary>
    public int Assign { get; set; }

    /// <summary>Whether the assignment ends on the line, and so is aligned. Before one that does not, there is one space.</summary>
    public bool IsWhole { get; set; }

    /// <summary>The comment to the end of the line that something precedes; -1 if there is none.</summary>
    public int Comment { get; set; }

    /// <summary>Width of what leads, without the spaces behind it.</summary>
    public int LeadWidth { get; set; }

    /// <summary>Width of everything before the comment, without the spaces before it.</summary>
    public int Width { get; set; }

    /// <summary>The lines of a file.</summary>
    public static List<CanonicalLine> Of(TokenSource source)
    {
        var lines = new List<CanonicalLine>();
        var levels = new Levels();
        var kinds = source.Tokens.Kinds;
        for (var first = 0; first < source.Tokens.Length;)
        {
            if (kinds[first] == TokenKind.ByteOrderMark)
                first++;
            var length = kinds[first..source.Tokens.Length].IndexOf(TokenKind.Newline);
            var end = length < 0 ? source.Tokens.Length : first + length;
            lines.Add(Read(source, first, end, levels));
            first = end + 1;
        }

        return lines;
    }

    static CanonicalLine Read(TokenSource source, int first, int end, Levels levels)
    {
        var line = new CanonicalLine { First = -1, Assign = -1, Comment = -1 };
        var (lead, value, width, hasHeredoc) = (0, 0, 0, false);
        for (var i = first; i < end; i++)
        {
            var kind = source.Tokens.Kinds[i];
            var endsLine = kind == TokenKind.LineComment || (kind == TokenKind.BlockComment && i == source.Tokens.Length - 1);
            if (line.First >= 0 && endsLine)
            {
                line.Comment = i;
                break;
            }

            if (line.First >= 0 && line.Assign < 0 && kind == TokenKind.Assign)
                (line.Assign, line.LeadWidth) = (i, line.Width);
            width += SourceText.CountCharacters(source.Text.Slice(source.Tokens[i].Span));
            if (kind == TokenKind.Whitespace)
                continue;
            line.First = line.First < 0 ? i : line.First;
            line.Width = width;
            if (line.Assign >= 0)
                value += BracketChange(kind);
            else if (!hasHeredoc)
                lead += BracketChange(kind);
            hasHeredoc |= kind == TokenKind.HeredocStart;
        }

        line.IsWhole = line.Assign >= 0 && value == 0;
        if (line.First >= 0)
            line.Level = levels.Next(lead + value);
        return line;
    }

    static int BracketChange(TokenKind kind) => kind switch
    {
        TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis or TokenKind.TemplateStart or TokenKind.DirectiveStart => 1,
        TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis or TokenKind.TemplateEnd => -1,
        _ => 0,
    };

    /// <summary>The levels that are open: all brackets that a line opens and does not close make one, and end with the last of them.</summary>
    sealed class Levels
    {
        readonly Stack<int> open = [];

        /// <summary>The level of a line that opens, or closes if negative, so many brackets.</summary>
        public int Next(int change)
        {
            var level = open.Count;
            if (change > 0)
                open.Push(change);
            for (var closed = -change; closed > 0 && open.TryPop(out var brackets); closed -= brackets)
            {
                if (closed < brackets)
                    open.Push(brackets - closed);
            }

            return change < 0 ? open.Count : level;
        }
    }
}
