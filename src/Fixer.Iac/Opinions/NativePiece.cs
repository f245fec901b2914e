using System.Collections.Immutable;
using System.Text.Json;
using Fixer.Hcl;

namespace Fixer.Iac.Opinions;

/// <summary>
/// A text for HashiCorp's parser, and what it should read there. That is a file; or, since the parser is slow under Node, those definitions of a large
/// one that an edit touches and their neighbours. Of a call, a loop or an operation hcl2json gives nothing but the source: a list or an object inside
/// that an edit touches becomes a text of its own, so that it is read as well.
/// </summary>
sealed class NativePiece
{
    const int MaxWholeBytes = 1 << 17;
    const string CollectionName = "value";

    readonly string place;
    readonly Func<JsonElement, string?> compare;

    NativePiece(string place, ReadOnlyMemory<byte> source, Func<JsonElement, string?> compare) => (this.place, Source, this.compare) = (place, source, compare);

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Source { get; }

    /// <summary>The texts for a file without errors.</summary>
    /// <param name="file">The file, before or after an edit.</param>
    /// <param name="changed">Where the edit changed it: disjoint, in order.</param>
    public static IEnumerable<NativePiece> Of(HclFile file, ImmutableArray<TextSpan> changed) => Regions(file, changed).Concat(Hidden(file, changed).Select(Alone));

    /// <summary>Where HashiCorp's parser reads something else than we do; null if nowhere.</summary>
    public string? Difference(ParserAnswer answer)
    {
        if (answer.Json is not { } json)
            return $"{place}: {answer.Error}";
        try
        {
            return compare(json);
        }
        catch (InvalidOperationException error)
        {
            return $"{place}: {error.Message}"; // a string that is no text, such as "\ud800"
        }
    }

    static IEnumerable<NativePiece> Regions(HclFile file, ImmutableArray<TextSpan> changed)
    {
        var items = file.Body.Items;
        if (file.Text.Length <= MaxWholeBytes || items.IsEmpty || changed.IsEmpty)
        {
            yield return new(file.Text.Path, file.ToBytes(), json => NativeReading.Difference(file.Text.Path, items, json));
            yield break;
        }

        var (first, last) = (0, -1); // of the items of the region
        var (before, behind) = (0, 0); // the neighbours of a change
        foreach (var change in changed)
        {
            while (before + 1 < items.Length && items[before + 1].Span.End < change.Start)
                before++;
            while (behind + 1 < items.Length && items[behind].Span.Start <= change.End)
                behind++;
            if (last >= 0 && before > last)
            {
                yield return Region(file, first, last);
                first = before;
            }
            else if (last < 0)
                first = before;
            last = behind;
        }

        yield return Region(file, first, last);
    }

    static NativePiece Region(HclFile file, int first, int last)
    {
        var items = file.Body.Items[first..(last + 1)];
        var span = new TextSpan(first == 0 ? 0 : items[0].Span.Start, last == file.Body.Items.Length - 1 ? file.Text.Length : items[^1].Span.End);
        var place = $"{file.Text.Path}:{file.Text.LineOf(span.Start)}";
        return new(place, Line([], file.Text.Slice(span)), json => NativeReading.Difference(place, items, json));
    }

    /// <summary>The outermost lists and objects that are changed and that hcl2json gives as source.</summary>
    static IEnumerable<HclExpression> Hidden(HclFile file, ImmutableArray<TextSpan> changed)
    {
        var open = new Stack<(HclNode Node, bool IsShown)>(file.Body.Items.Select(i => ((HclNode)i, true)));
        while (open.TryPop(out var next))
        {
            var (node, isShown) = next;
            if (!IsTouched(node.Span, changed))
                continue;
            var isCollection = node is TupleExpression or ObjectExpression;
            if (isCollection && !isShown)
                yield return (HclExpression)node;
            var showsInner = isCollection || (isShown && node is HclBlock or HclAttribute or ObjectItem or TemplateExpression { Wrapped: not null } or TemplateInterpolation);
            foreach (var child in node.Children)
                open.Push((child, showsInner && (node as ObjectItem)?.Key != child));
        }
    }

    static bool IsTouched(TextSpan span, ImmutableArray<TextSpan> changed)
    {
        var (low, high) = (0, changed.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = changed[middle].End < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < changed.Length && changed[low].Start <= span.End;
    }

    static NativePiece Alone(HclExpression collection)
    {
        var place = SourceLocation.Of(collection).ToString();
        return new(place, Line("value = "u8, collection.Text.Slice(collection.Span)), json =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(CollectionName, out var value) ? NativeReading.Difference(collection, value) : $"{place}: no value is read");
    }

    static byte[] Line(ReadOnlySpan<byte> start, ReadOnlySpan<byte> rest) => [.. start, .. rest, (byte)'\n'];
}
