using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl;
using Fixer.Iac.Checking;

namespace Fixer.Iac.Opinions;

/// <summary>
/// Asks parsers that have nothing to do with ours whether they read the edited files as we do, before the edit and after it. If so they see exactly
/// the difference that our proofs are about, whatever the edit was. HashiCorp's parser reads native syntax, .NET's reads HCL's JSON syntax.
/// </summary>
public static class SecondOpinion
{
    /// <summary>JSON deeper than this is not read; no source that Fixer reads gives so much.</summary>
    public const int MaxDepth = 1000;

    const int MaxReasonLength = 500;

    /// <summary>The opinion on edits of several files. HashiCorp's parser is asked once for all of them.</summary>
    /// <param name="parser">HashiCorp's parser.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="before">The content of a file before the edits.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<Opinion> Ask(ISecondParser parser, IEnumerable<FileEdit> edits, Func<string, ReadOnlyMemory<byte>> before, CancellationToken cancellation)
    {
        var pieces = new List<(string When, NativePiece Piece)>();
        string? unread = null;
        foreach (var edit in edits)
        {
            var old = before(edit.Path);
            unread ??= SourceCheck.IsHcl(edit.Path) ? null : $"no other parser reads {edit.Path}";
            if ((Difference(edit.Path, old, OldSpans(edit), "before", pieces) ?? Difference(edit.Path, TextEdits.Apply(old.Span, edit.Edits), NewSpans(edit), "after", pieces)) is { } difference)
                return Disagrees(difference);
        }

        var reading = pieces.Count == 0 ? new([], null) : await parser.Read([.. pieces.Select(p => p.Piece.Source)], cancellation);
        if ((reading.Unavailable ?? (reading.Answers.Length == pieces.Count ? null : "HashiCorp's parser did not answer to each text")) is { } reason)
            return new(OpinionVerdict.Unavailable, Short(reason));
        foreach (var ((when, piece), answer) in pieces.Zip(reading.Answers))
        {
            if (piece.Difference(answer) is { } difference)
                return Disagrees($"{when} the edit, {difference}");
        }

        return new(unread is null ? OpinionVerdict.Agrees : OpinionVerdict.Unavailable, unread);
    }

    /// <summary>How .NET's parser reads JSON otherwise than we do, or what makes the text unreadable; null if nothing. Native syntax is left for HashiCorp's parser.</summary>
    static string? Difference(string path, ReadOnlyMemory<byte> text, ImmutableArray<TextSpan> changed, string when, List<(string When, NativePiece Piece)> pieces)
    {
        if (!SourceCheck.IsHcl(path))
            return null;
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return JsonReading.Difference(path, text) is { } difference ? $"{when} the edit, {difference}" : null;
        var file = HclFile.Parse(text, path);
        if (file.Diagnostics is [var broken, ..])
            return $"{when} the edit, {path}:{broken.Position.Line}: {broken.Message.TrimEnd('.')}";
        pieces.AddRange(NativePiece.Of(file, changed).Select(p => (when, p)));
        return null;
    }

    static ImmutableArray<TextSpan> OldSpans(FileEdit edit) => [.. edit.Edits.Select(e => e.Span).OrderBy(s => s.Start)];

    /// <summary>Where the edits' new text is afterwards.</summary>
    static ImmutableArray<TextSpan> NewSpans(FileEdit edit)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(edit.Edits.Length);
        var growth = 0;
        foreach (var change in edit.Edits.OrderBy(e => e.Span.Start))
        {
            var start = change.Span.Start + growth;
            spans.Add(new(start, start + Encoding.UTF8.GetByteCount(change.NewText)));
            growth = spans[^1].End - change.Span.End;
        }

        return spans.MoveToImmutable();
    }

    static Opinion Disagrees(string reason) => new(OpinionVerdict.Disagrees, Short(reason));

    static string Short(string reason) => (reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength] + "…").TrimEnd('.');
}
