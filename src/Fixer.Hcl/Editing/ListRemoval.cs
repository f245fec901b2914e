namespace Fixer.Hcl;

/// <summary>
/// Which tokens go when entries of a list are removed. Entries that have their lines for themselves go like definitions in a body. A
/// comment above or behind a line with several entries stays as long as one of them does: it may be about that one. A list whose
/// last entry had no comma gets none.
/// </summary>
sealed class ListRemoval(BracketedList list)
{
    readonly TokenSource source = list.Source;

    /// <param name="removed">Whether each entry is to be removed; at least one is.</param>
    public IEnumerable<TokenRange> Of(IReadOnlyList<bool> removed)
    {
        var runs = Runs(removed).ToArray();
        var last = list.Entries.Length - 1;
        if (runs is [(0, var end)] && end == last && !HasOthersComments())
            return [new TokenRange(list.Open + 1, list.Close)];
        var kept = last;
        while (kept >= 0 && removed[kept])
            kept--;
        var ranges = runs.SelectMany(r => Run(r.First, r.Last));
        return kept >= 0 && kept < last && list.Entries[kept].HasComma && !list.Entries[last].HasComma && !IsLastLine(kept)
            ? ranges.Append(Comma(list.Entries[kept].Comma))
            : ranges;
    }

    /// <summary>Entries that are removed together: neighbours with no comment of nobody between.</summary>
    IEnumerable<(int First, int Last)> Runs(IReadOnlyList<bool> removed)
    {
        for (var i = 0; i < removed.Count; i++)
        {
            if (!removed[i])
                continue;
            var first = i;
            while (i + 1 < removed.Count && removed[i + 1] && !IsDetached(i))
                i++;
            yield return (first, i);
        }
    }

    /// <summary>Whether a comment that belongs to neither stands between an entry and the next.</summary>
    bool IsDetached(int entry) =>
        list.EndsLine(entry) && list.StartsLine(entry + 1)
        && HasComment(OwnedTrivia.After(source, list.Entries[entry].End), OwnedTrivia.Before(source, list.Entries[entry + 1].First));

    /// <summary>Whether there is a comment in the list that belongs to no entry.</summary>
    bool HasOthersComments()
    {
        var first = list.StartsLine(0) ? OwnedTrivia.Before(source, list.Entries[0].First) : list.Open + 1;
        var end = list.EndsLine(list.Entries.Length - 1) ? OwnedTrivia.After(source, list.Entries[^1].End) : list.Close;
        return HasComment(list.Open + 1, first) || HasComment(end, list.Close);
    }

    bool HasComment(int first, int end) => first < end && source.Tokens.Kinds[first..end].ContainsAny(TokenKind.LineComment, TokenKind.BlockComment);

    IEnumerable<TokenRange> Run(int first, int last) => (list.StartsLine(first), list.EndsLine(last)) switch
    {
        (true, true) => [BlankLines.Take(source, new TokenRange(OwnedTrivia.Before(source, list.Entries[first].First), OwnedTrivia.After(source, list.Entries[last].End)))],
        (true, false) => ToNextInLine(first, last),
        (false, true) when first > 0 && last == list.Entries.Length - 1 && !list.Entries[last].HasComma && IsLastLine(first - 1) =>
            [new TokenRange(Layout.SkipSpacesBack(source, list.Entries[first - 1].Comma), OwnedTrivia.After(source, list.Entries[last].End))],
        (false, true) => [new TokenRange(list.EndBefore(first), EndOnLine(first, last))],
        (false, false) when last + 1 < list.Entries.Length => [new TokenRange(OwnStart(first), OwnStart(last + 1))],
        (false, false) => [new TokenRange(list.EndBefore(first), Layout.SkipSpacesBack(source, list.Close))],
    };

    /// <summary>Whether the comma behind an entry starts the line of the next, and the last entry ends its line: all of that goes at once.</summary>
    bool IsLastLine(int entry) =>
        list.Entries[entry].HasComma && source.Tokens[Layout.SkipSpacesBack(source, list.Entries[entry].Comma) - 1].Kind == TokenKind.Newline
        && !list.StartsLine(entry + 1) && list.EndsLine(list.Entries.Length - 1);

    /// <summary>From the start of a line to what follows the last entry on its line, which takes the place.</summary>
    IEnumerable<TokenRange> ToNextInLine(int first, int last)
    {
        var target = last + 1 < list.Entries.Length ? OwnStart(last + 1) : list.Close;
        var line = target;
        while (source.Tokens[line - 1].Kind != TokenKind.Newline)
            line--;
        var start = last + 1 < list.Entries.Length && !Layout.HasNewline(source, list.Entries[first].First, target)
            ? line
            : OwnedTrivia.Before(source, list.Entries[first].First);
        return [new TokenRange(start, line), new TokenRange(Layout.SkipSpaces(source, line), target)];
    }

    /// <summary>The end of what goes from a line that something else precedes on.</summary>
    int EndOnLine(int first, int last)
    {
        var end = list.Entries[last].End;
        return first > 0 && !Layout.HasNewline(source, list.Entries[first].First, end) ? end : OwnedTrivia.After(source, end) - 1;
    }

    /// <summary>Index of the first comment before an entry that something precedes on its line, or of the entry.</summary>
    int OwnStart(int entry) => Layout.SkipSpaces(source, list.EndBefore(entry));

    /// <summary>A comma, and its line if it has one for itself, as behind a heredoc.</summary>
    TokenRange Comma(int comma)
    {
        var start = Layout.SkipSpacesBack(source, comma);
        if (source.Tokens[start - 1].Kind != TokenKind.Newline)
            return new TokenRange(start, comma + 1);
        return OwnedTrivia.EndsLine(source, comma + 1)
            ? new TokenRange(start, OwnedTrivia.After(source, comma + 1))
            : new TokenRange(comma, comma + 1);
    }
}
