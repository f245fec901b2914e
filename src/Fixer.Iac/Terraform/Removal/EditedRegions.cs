using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// The parts of a file that another parser is shown: all of it; of a large one, each definition that an edit touches and those around it.
/// HashiCorp's parser under Node takes two seconds for half a megabyte, and bytes outside of edits are compared anyway.
/// </summary>
sealed class EditedRegions
{
    const int MaxWholeBytes = 1 << 17;

    readonly HclFile file;
    readonly FileEdit edit;
    readonly byte[] after;
    readonly List<TextSpan> spans = [];

    public EditedRegions(HclFile file, FileEdit edit, byte[] after)
    {
        (this.file, this.edit, this.after) = (file, edit, after);
        if (file.Text.Length <= MaxWholeBytes)
        {
            (Items, spans) = (file.Body.Items, [new(0, file.Text.Length)]);
            return;
        }

        var all = file.Body.Items;
        var shown = all.Index().Where(i => Touches(i.Item)).SelectMany(i => Enumerable.Range(i.Index - 1, 3)).Where(i => i >= 0 && i < all.Length).Distinct().Order().ToArray();
        Items = [.. shown.Select(i => all[i])];
        var last = -2;
        foreach (var index in shown)
        {
            var span = new TextSpan(index == 0 ? 0 : all[index].Span.Start, index == all.Length - 1 ? file.Text.Length : all[index].Span.End);
            if (last == index - 1)
                spans[^1] = new(spans[^1].Start, span.End);
            else
                spans.Add(span);
            last = index;
        }
    }

    /// <summary>The definitions that are shown.</summary>
    public ImmutableArray<HclBodyItem> Items { get; }

    public byte[] TextBefore() => Join(span => file.Text.Slice(span));

    public byte[] TextAfter() => Join(After);

    /// <summary>What has become of a piece of source whose ends no edit reaches over.</summary>
    public ReadOnlySpan<byte> After(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var change in edit.Edits)
        {
            var growth = Encoding.UTF8.GetByteCount(change.NewText) - change.Span.Length;
            start += change.Span.End <= span.Start ? growth : 0;
            end += change.Span.Start < span.End ? growth : 0;
        }

        start = span.Start == 0 ? 0 : Math.Clamp(start, 0, after.Length);
        end = span.End == file.Text.Length ? after.Length : Math.Clamp(end, start, after.Length);
        return after.AsSpan(start, end - start);
    }

    bool Touches(HclBodyItem item) => edit.Edits.Any(e => e.Span.Start <= item.Span.End && item.Span.Start <= e.Span.End);

    byte[] Join(Piece piece)
    {
        using var text = new MemoryStream();
        foreach (var span in spans)
        {
            text.Write(piece(span));
            text.WriteByte((byte)'\n');
        }

        return text.ToArray();
    }

    delegate ReadOnlySpan<byte> Piece(TextSpan span);
}
