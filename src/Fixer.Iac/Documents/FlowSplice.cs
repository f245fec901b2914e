using Fixer.Hcl;

namespace Fixer.Iac.Documents;

/// <summary>Cuts elements out of JSON or a flow collection, with the comma on one of their sides.</summary>
static class FlowSplice
{
    /// <summary>Ways to cut, the best first; empty if comments stand between the elements.</summary>
    public static IEnumerable<TextSpan> Candidates(DocumentText text, ElementRun run)
    {
        var (isFirst, isLast) = (run.First == 0, run.End == run.Elements.Length);
        var element = run.Span;
        var before = new TextSpan(isFirst ? run.Container.Span.Start : run.Elements[run.First - 1].End, element.Start);
        var after = new TextSpan(element.End, isLast ? run.Container.Span.End : run.Elements[run.End].Start);
        // Whose comment it is cannot be told from where it stands next to a comma.
        if (run.HasEmptyEdge || before.Length < 0 || after.Length < 0 || Slice(text, before).Contains((byte)'#') || Slice(text, after).Contains((byte)'#'))
            yield break;

        var fromPrevious = element with { Start = before.Start };
        var toNext = element with { End = after.End };
        if (isFirst && isLast)
        {
            // A pair in a list may be a mapping without braces.
            if (Slice(text, before).LastIndexOfAny("[{"u8) is var bracket and >= 0)
                yield return new TextSpan(before.Start + bracket + 1, after.End - 1);
        }
        else if (isLast)
            yield return fromPrevious;
        else if (isFirst || Breaks(text, before) >= Breaks(text, after))
            yield return toNext;
        else
            yield return fromPrevious;
    }

    static int Breaks(DocumentText text, TextSpan span) => Slice(text, span).Count((byte)'\n');

    static ReadOnlySpan<byte> Slice(DocumentText text, TextSpan span) => text.Bytes.Span[span.Start..span.End];
}
