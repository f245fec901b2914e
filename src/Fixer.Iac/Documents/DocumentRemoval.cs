using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Documents;

/// <summary>Takes elements out of lists and mappings of a YAML document. What loses all of its elements is <c>[]</c> or <c>{}</c>.</summary>
/// <param name="text">The document.</param>
/// <param name="root">Its tree.</param>
/// <param name="gone">Indices of elements, by the list or mapping they are in.</param>
sealed class DocumentRemoval(DocumentText text, DocumentNode root, IReadOnlyDictionary<DocumentNode, IReadOnlySet<int>> gone)
{
    /// <summary>So many runs are cut each in the way that suits it; of more, all in the best way or none.</summary>
    const int MaxRuns = 16;

    /// <summary>The edits; null if the layout is not one that can be cut without writing it anew.</summary>
    public ImmutableArray<TextEdit>? Edits()
    {
        var runs = gone.SelectMany(g => Runs(g.Key, g.Value)).Select(r => (Run: r, Ways: Ways(r).ToArray())).ToArray();
        if (runs.Any(r => r.Ways.Length == 0))
            return null;
        ImmutableArray<TextEdit> best = [.. runs.SelectMany(r => r.Ways[0])];
        if (Holds(best, gone))
            return best;
        if (runs.Length > MaxRuns)
            return null;
        var chosen = runs.Select(r => r.Ways.FirstOrDefault(w => Holds(w, Only(r.Run)))).ToArray();
        return chosen.All(c => !c.IsDefault) && chosen.SelectMany(c => c).ToImmutableArray() is var edits && Holds(edits, gone) ? edits : null;
    }

    static IEnumerable<ElementRun> Runs(DocumentNode container, IReadOnlySet<int> indices)
    {
        var elements = ElementRun.SpansOf(container);
        for (var i = 0; i < elements.Length; i++)
        {
            var first = i;
            while (i < elements.Length && indices.Contains(i))
                i++;
            if (i > first)
                yield return new ElementRun(container, elements, first, i - first);
        }
    }

    static Dictionary<DocumentNode, IReadOnlySet<int>> Only(ElementRun run) => new() { [run.Container] = Enumerable.Range(run.First, run.Count).ToHashSet() };

    /// <summary>Ways to take a run out, the best first.</summary>
    IEnumerable<ImmutableArray<TextEdit>> Ways(ElementRun run)
    {
        if (run.IsFlow)
            return FlowSplice.Candidates(text, run).Select(s => ImmutableArray.Create(new TextEdit(s, "")));
        var cuts = BlockSplice.Candidates(text, run);
        if (run.Count < run.Elements.Length)
            return cuts.Select(s => ImmutableArray.Create(new TextEdit(s, "")));
        return cuts.LastOrDefault() is { Length: > 0 } lines && Emptied(run.Container, lines) is { } way ? [way] : [];
    }

    /// <summary>The brackets of what is empty stand behind its key, or in the place of the lines where it is the whole document.</summary>
    ImmutableArray<TextEdit>? Emptied(DocumentNode container, TextSpan lines)
    {
        var brackets = container is DocumentSequence ? "[]" : "{}";
        if (container.Tag is not null || container.Anchor is not null)
            return null;
        if (container == root)
            return [new TextEdit(lines, brackets + LineBreak(lines))];
        var entry = DocumentAnchors.Below(root).OfType<DocumentMapping>().SelectMany(m => m.Entries).FirstOrDefault(e => e.Value == container);
        if (entry is null || entry.Key.Span.End >= lines.Start)
            return null;
        var colon = text.Bytes.Span[entry.Key.Span.End..lines.Start].IndexOf((byte)':');
        return colon < 0 ? null : [new TextEdit(new TextSpan(entry.Key.Span.End + colon + 1, entry.Key.Span.End + colon + 1), " " + brackets), new TextEdit(lines, "")];
    }

    string LineBreak(TextSpan lines)
    {
        var bytes = text.Bytes.Span[lines.Start..lines.End];
        return bytes.EndsWith("\r\n"u8) ? "\r\n" : bytes.EndsWith("\n"u8) ? "\n" : "";
    }

    bool Holds(ImmutableArray<TextEdit> edits, IReadOnlyDictionary<DocumentNode, IReadOnlySet<int>> removed)
    {
        try
        {
            return DocumentText.Decode(TextEdits.Apply(text.Bytes.Span, edits)) is { } result
                && YamlReader.Read(result, forTerraform: true) is { } after
                && TreeComparison.SameExcept(root, after, removed);
        }
        catch (DocumentException)
        {
            return false;
        }
    }
}
