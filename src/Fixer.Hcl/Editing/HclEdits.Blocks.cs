using System.Collections.Immutable;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>Puts a block at the end of another one, on lines of its own, behind a blank line if something precedes it. A block on one line gets lines.</summary>
    /// <param name="file">The file.</param>
    /// <param name="into">A block of it.</param>
    /// <param name="source">Source of the new block, as if it started in the first column.</param>
    /// <exception cref="ArgumentException">The source is no block, or <paramref name="into"/> is of another file or not closed.</exception>
    public static ImmutableArray<TextEdit> InsertBlock(HclFile file, HclBlock into, string source)
    {
        MustBeOf(file, into, nameof(into));
        if (!into.IsClosed)
            throw new ArgumentException("The block is not closed.", nameof(into));
        if (HclFile.Parse(System.Text.Encoding.UTF8.GetBytes(source + "\n")) is not { Diagnostics.IsEmpty: true, Body.Items: [HclBlock] })
            throw new ArgumentException($"This is no block: {source}", nameof(source));
        var tokens = SourceOf(file);
        var (open, close) = (into.Tokens.First, into.Tokens.End - 1);
        while (tokens.Tokens[open].Kind != TokenKind.OpenBrace)
            open++;
        var (newline, unit, outer) = (Layout.Newline(tokens), Layout.IndentationUnit(tokens), Layout.Indentation(tokens, close));
        var inner = outer + unit;
        var text = string.Join(newline, source.ReplaceLineEndings("\n").Trim().Split('\n').Select(l => Indented(l, inner, unit)));
        var start = OwnedTrivia.LineStart(tokens, close, out var hasOwnLine, out _);
        if (hasOwnLine && Layout.HasNewline(tokens, open, close))
            return [new TextEdit(Layout.Before(tokens, start), (IsBlankAbove(tokens, open, start) ? "" : newline) + text + newline)];
        var (first, end) = (Layout.SkipSpaces(tokens, open + 1), Layout.SkipSpacesBack(tokens, close));
        var last = new TextEdit(tokens.SpanOf(new TokenRange(end, close)), newline + (into.Body.Items.IsEmpty ? "" : newline) + text + newline + outer);
        return first >= close || hasOwnLine ? [last] : [new TextEdit(tokens.SpanOf(new TokenRange(open + 1, first)), newline + inner), last];
    }

    /// <summary>Whether a blank line, or the opening brace, is above the line that starts at a token.</summary>
    static bool IsBlankAbove(TokenSource source, int open, int start)
    {
        var index = Layout.SkipSpacesBack(source, start - 1);
        return index - 1 <= open || source.Tokens[index - 1].Kind == TokenKind.Newline;
    }

    /// <summary>Two spaces are a level, as in canonical style.</summary>
    static string Indented(string line, string indentation, string unit)
    {
        var spaces = line.Length - line.TrimStart(' ').Length;
        return line.Length == spaces ? "" : indentation + string.Concat(Enumerable.Repeat(unit, spaces / 2)) + line[spaces..];
    }
}
