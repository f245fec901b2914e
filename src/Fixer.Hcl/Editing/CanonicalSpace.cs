using System.Runtime.InteropServices;

namespace Fixer.Hcl;

/// <summary>The white space before a token, where <c>terraform fmt</c> decides it by what is on other lines: indentation, and the alignment of equals signs and comments.</summary>
/// <param name="Token">The token behind it.</param>
/// <param name="Line">The line, counted from 0.</param>
/// <param name="Count">How often it should have the unit.</param>
/// <param name="Unit">A space, or the indentation of one level.</param>
readonly record struct CanonicalSpace(int Token, int Line, int Count, string Unit)
{
    /// <summary>What it should be.</summary>
    public string Text => string.Concat(Enumerable.Repeat(Unit, Count));

    /// <summary>The white space that is there.</summary>
    public TextSpan Span(TokenSource source) => source.SpanOf(new TokenRange(Layout.SkipSpacesBack(source, Token), Token));

    /// <summary>Whether it is as it should be.</summary>
    public bool IsRight(TokenSource source)
    {
        var there = source.Text.Slice(Span(source));
        if (there.Length != Count * Unit.Length)
            return false;
        for (var i = 0; i < there.Length; i++)
        {
            if (there[i] != Unit[i % Unit.Length])
                return false;
        }

        return true;
    }

    /// <summary>The indentation of each line that is not blank.</summary>
    public static IEnumerable<CanonicalSpace> Indentations(List<CanonicalLine> lines, string unit)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].First >= 0)
                yield return new CanonicalSpace(lines[i].First, i, lines[i].Level, unit);
        }
    }

    /// <summary>Before the equals signs, in the groups that are aligned together.</summary>
    public static IEnumerable<List<CanonicalSpace>> Assignments(List<CanonicalLine> lines) =>
        Groups(lines, l => l.Assign, l => l.LeadWidth, l => l.IsWhole);

    /// <summary>Before the comments, in the groups that are aligned together.</summary>
    public static IEnumerable<List<CanonicalSpace>> Comments(List<CanonicalLine> lines) =>
        Groups(lines, l => l.Comment, l => l.Width, _ => true);

    /// <summary>Gives a token its space, and moves what is behind it on the line.</summary>
    public void Set(TokenSource source, List<CanonicalLine> lines, List<TextEdit> edits)
    {
        var (span, text) = (Span(source), Text);
        edits.Add(new TextEdit(span, text));
        ref var line = ref CollectionsMarshal.AsSpan(lines)[Line];
        line.Width += text.Length - span.Length;
        if (Token == line.First)
            line.LeadWidth += text.Length - span.Length;
    }

    static IEnumerable<List<CanonicalSpace>> Groups(List<CanonicalLine> lines, Func<CanonicalLine, int> token, Func<CanonicalLine, int> width, Func<CanonicalLine, bool> joins)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (token(lines[i]) < 0)
                continue;
            var end = i + 1;
            while (joins(lines[i]) && end < lines.Count && token(lines[end]) >= 0 && joins(lines[end]))
                end++;
            var column = lines[i..end].Max(width) + 1;
            yield return [.. Enumerable.Range(i, end - i).Select(line => new CanonicalSpace(token(lines[line]), line, column - width(lines[line]), " "))];
            i = end - 1;
        }
    }
}
