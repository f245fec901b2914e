namespace Fixer.Hcl;

/// <summary>
/// Keeps lines indented, and equals signs and comments aligned, as <c>terraform fmt</c> does, through edits of what is around them. What
/// was not so before an edit is left as it is: an edit changes no more than it must.
/// </summary>
sealed class CanonicalStyle
{
    /// <summary>Past so many spaces nothing is aligned: one long line must not make all others long.</summary>
    const int MaxSpaces = 1000;

    readonly TokenSource after;
    readonly EditComposition composition;

    /// <summary>For the offset of each token whose space is decided by other lines, whether it had that space, and its group too.</summary>
    readonly Dictionary<int, bool> wasRight = [];

    readonly List<TextEdit> spaces = [];

    CanonicalStyle(TokenSource before, string unit, IReadOnlyCollection<TextEdit> edits)
    {
        composition = new EditComposition(before.Text.Bytes, edits);
        var text = new SourceText(composition.Result);
        after = new TokenSource(text, Lexer.Tokenize(text, new DiagnosticBag(text)));
        Remember(before, unit);
        Restore(unit);
    }

    /// <summary>The edits, and with them those of the white space that they have made wrong.</summary>
    public static IEnumerable<TextEdit> Keep(TokenSource before, IReadOnlyCollection<TextEdit> edits)
    {
        if (edits.Count == 0)
            return edits;
        var style = new CanonicalStyle(before, Layout.IndentationUnit(before), edits);
        return style.composition.Then(style.spaces);
    }

    void Remember(TokenSource before, string unit)
    {
        var lines = CanonicalLine.Of(before);
        foreach (var space in CanonicalSpace.Indentations(lines, unit))
            wasRight[before.Tokens[space.Token].Span.Start] = space.IsRight(before);
        foreach (var group in CanonicalSpace.Assignments(lines).Concat(CanonicalSpace.Comments(lines)))
        {
            var isRight = group.TrueForAll(c => c.IsRight(before));
            foreach (var space in group)
                wasRight[before.Tokens[space.Token].Span.Start] = isRight;
        }
    }

    void Restore(string unit)
    {
        var lines = CanonicalLine.Of(after);
        var isRight = true;
        foreach (var space in CanonicalSpace.Indentations(lines, unit))
        {
            // A new line is as right as the one above it.
            isRight = WasRight(space) ?? isRight;
            if (isRight)
                Set([space], lines);
        }

        foreach (var group in CanonicalSpace.Assignments(lines))
            SetIfWasRight(group, lines);
        foreach (var group in CanonicalSpace.Comments(lines))
            SetIfWasRight(group, lines);
    }

    /// <summary>Aligns a group of which something was there before, and all of that aligned.</summary>
    void SetIfWasRight(List<CanonicalSpace> group, List<CanonicalLine> lines)
    {
        var old = group.Select(WasRight).OfType<bool>().ToArray();
        if (old.Length > 0 && !old.Contains(false) && group.TrueForAll(s => s.Count <= MaxSpaces))
            Set(group, lines);
    }

    void Set(List<CanonicalSpace> group, List<CanonicalLine> lines)
    {
        foreach (var space in group.Where(s => !s.IsRight(after)))
            space.Set(after, lines, spaces);
    }

    bool? WasRight(CanonicalSpace space) =>
        composition.OldOffset(after.Tokens[space.Token].Span.Start) is >= 0 and var old && wasRight.TryGetValue(old, out var isRight) ? isRight : null;
}
