using Fixer.Hcl;

namespace Fixer.Iac.CloudFormation;

/// <summary>Cuts an element out of JSON or a flow collection, with the comma on one of its sides.</summary>
static class FlowSplice
{
    /// <summary>Ways to cut, the best first; empty if comments stand between the elements.</summary>
    public static IEnumerable<TextSpan> Candidates(TemplateText text, RemovalTarget target)
    {
        var element = target.Elements[target.Index];
        var before = new TextSpan(target.Index > 0 ? target.Elements[target.Index - 1].End : target.Container.Span.Start, element.Start);
        var last = target.Index + 1 == target.Elements.Length;
        var after = new TextSpan(element.End, last ? target.Container.Span.End : target.Elements[target.Index + 1].Start);
        // Whose comment it is cannot be told from where it stands next to a comma.
        if (before.Length < 0 || after.Length < 0 || Slice(text, before).Contains((byte)'#') || Slice(text, after).Contains((byte)'#'))
            yield break;

        var fromPrevious = element with { Start = before.Start };
        var toNext = element with { End = after.End };
        if (last && target.Index > 0)
            yield return fromPrevious;
        else if (target.Index == 0 && !last)
            yield return toNext;
        else if (!last && Breaks(text, before) >= Breaks(text, after))
            yield return toNext;
        else if (!last)
            yield return fromPrevious;
    }

    static int Breaks(TemplateText text, TextSpan span) => Slice(text, span).Count((byte)'\n');

    static ReadOnlySpan<byte> Slice(TemplateText text, TextSpan span) => text.Bytes.Span[span.Start..span.End];
}
