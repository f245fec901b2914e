using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>Where a new entry of a list goes and what it looks like there: on a line of its own if the entries around it have theirs, else in the line.</summary>
sealed class ListInsertion(BracketedList list, Func<string, bool, string> entry)
{
    readonly TokenSource source = list.Source;
    readonly string newline = Layout.Newline(list.Source);

    /// <param name="index">The index it will have.</param>
    public ImmutableArray<TextEdit> At(int index)
    {
        if (list.Entries.IsEmpty)
            return [IntoEmpty()];
        return index < list.Entries.Length ? [Before(index)] : [.. BehindLast()];
    }

    /// <param name="index">A token where something is inserted.</param>
    /// <param name="text">What.</param>
    TextEdit Insert(int index, string text) => new(Layout.Before(source, index), text);

    TextEdit IntoEmpty()
    {
        if (Layout.HasNewline(source, list.Open, list.Close))
            return Insert(LineStart(list.Close), Line(InnerIndentation(), list.IsObject ? "" : ","));
        var outer = Layout.Indentation(source, list.Open);
        var end = Layout.SkipSpacesBack(source, list.Close);
        var text = entry(outer, false);
        if (end > list.Open + 1)
            return Insert(end, " " + text);
        return new TextEdit(source.SpanOf(new TokenRange(end, list.Close)), list.IsObject ? $" {text} " : text);
    }

    TextEdit Before(int index)
    {
        var (first, indentation) = (list.Entries[index].First, Layout.Indentation(source, list.Entries[index].First));
        if (!list.StartsLine(index))
            return Insert(Layout.SkipSpaces(source, list.EndBefore(index)), entry(indentation, false) + ", ");
        if (list.SharesLineWithNext(index))
            return Insert(Layout.SkipSpaces(source, LineStart(first)), entry(indentation, false) + ", ");
        return Insert(OwnedTrivia.Before(source, first), Line(indentation, UsesCommas ? "," : ""));
    }

    IEnumerable<TextEdit> BehindLast()
    {
        var index = list.Entries.Length - 1;
        var last = list.Entries[index];
        var endOfLine = OwnedTrivia.After(source, last.End);
        var needsLine = (list.IsObject && EndsWithHeredoc(last)) || source.Tokens.Kinds[last.End..endOfLine].ContainsAny(TokenKind.LineComment, TokenKind.BlockComment);
        if (list.EndsLine(index) && (list.StartsLine(index) || needsLine))
        {
            if (UsesCommas && !last.HasComma && !(list.IsObject && EndsWithHeredoc(last)))
                yield return CommaBehind(last);
            yield return Insert(endOfLine, Line(list.StartsLine(index) ? Layout.Indentation(source, last.First) : InnerIndentation(), last.HasComma ? "," : ""));
            yield break;
        }

        var end = list.EndsLine(index) ? last.End : Layout.SkipSpacesBack(source, list.Close);
        var text = entry(Layout.Indentation(source, end), false);
        if (last.HasComma)
            yield return Insert(end, $" {text},");
        else
            yield return Insert(end, $"{Separator(last)} {text}");
    }

    /// <summary>The entry on a line of its own.</summary>
    string Line(string indentation, string comma) => indentation + entry(indentation, comma.Length == 0) + comma + newline;

    /// <summary>The separator of the entries there are; a tuple has no other.</summary>
    bool UsesCommas => !list.IsObject || list.Entries.Any(e => e.HasComma);

    TextEdit CommaBehind(ListEntry last) => Insert(last.Tokens.End, Separator(last));

    bool EndsWithHeredoc(ListEntry last) => source.Tokens[last.Tokens.End - 1].Kind == TokenKind.HeredocEnd;

    /// <summary>A comma; behind a heredoc it needs a new line, which in an object would end the item.</summary>
    string Separator(ListEntry last) =>
        EndsWithHeredoc(last) ? newline + Layout.Indentation(source, last.First) + "," : ",";

    string InnerIndentation() => Layout.Indentation(source, list.Close) + Layout.IndentationUnit(source);

    int LineStart(int index)
    {
        while (source.Tokens[index - 1].Kind != TokenKind.Newline)
            index--;
        return index;
    }
}
