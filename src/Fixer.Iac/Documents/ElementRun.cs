using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Documents;

/// <summary>Neighbouring elements of a list or a mapping.</summary>
/// <param name="Container">The list or mapping.</param>
/// <param name="Elements">The bytes of all of its elements, in order.</param>
/// <param name="First">Index of the first one.</param>
/// <param name="Count">How many.</param>
sealed record ElementRun(DocumentNode Container, ImmutableArray<TextSpan> Elements, int First, int Count)
{
    /// <summary>Index behind the last one.</summary>
    public int End => First + Count;

    /// <summary>From the first byte of the first one to the last byte of the last one.</summary>
    public TextSpan Span => new(Elements[First].Start, Elements[End - 1].End);

    public bool IsFlow => Container is DocumentMapping { Flow: true } or DocumentSequence { Flow: true };

    /// <summary>Whether an element at an end, or its neighbour, is written with nothing: it has no place then.</summary>
    public bool HasEmptyEdge => Elements[Math.Max(0, First - 1)..Math.Min(Elements.Length, End + 1)].Any(e => e.Length == 0);

    /// <summary>The bytes of each element of a list or mapping, in order.</summary>
    public static ImmutableArray<TextSpan> SpansOf(DocumentNode container) => container switch
    {
        DocumentMapping mapping => [.. mapping.Entries.Select(e => e.Span)],
        DocumentSequence list => [.. list.Items.Select(i => i.Span)],
        _ => [],
    };
}
