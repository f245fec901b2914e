using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Documents;
using Fixer.Iac.Terraform.Functions;
using Fixer.Iac.Terraform.Functions.Yaml;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Takes elements out of a data file that a configuration decodes: YAML, JSON or CSV.</summary>
static class DataEdits
{
    /// <summary>The edits of one file, or why there are none.</summary>
    /// <param name="content">The file.</param>
    /// <param name="nodes">What goes; at least one, all of this file.</param>
    public static (ImmutableArray<TextEdit> Edits, EditRefusal? Refusal) Of(ReadOnlyMemory<byte>? content, SyntaxNode[] nodes)
    {
        var text = nodes[0].Text;
        if (content is not { } bytes || !bytes.Span.SequenceEqual(text.Bytes))
            return Refuse(EditRefusalCode.SourceUnreadable, nodes[0], "the file cannot be read again as it was");
        if (nodes.All(n => n is JsonNode && n.Text == text))
            return (JsonEdits.Remove(nodes.Cast<JsonNode>()), null);
        if (nodes.All(n => n is CsvRow && n.Text == text))
            return (Rows(text, nodes), null);
        return nodes.All(n => n is YamlElement && n.Text == text)
            ? Yaml([.. nodes.Cast<YamlElement>()])
            : Refuse(EditRefusalCode.UnsupportedSyntax, nodes[0], "the file is read as several kinds of data");
    }

    /// <summary>Whole lines; a file that does not end in a line break does not end in one afterwards.</summary>
    static ImmutableArray<TextEdit> Rows(SourceText text, SyntaxNode[] rows)
    {
        var spans = new List<TextSpan>();
        foreach (var row in rows.Select(r => r.Span).OrderBy(s => s.Start))
        {
            var end = row.End + (text.Bytes[row.End..].StartsWith("\r\n"u8) ? 2 : row.End < text.Length ? 1 : 0);
            if (spans is [.., var last] && last.End == row.Start)
                spans[^1] = last with { End = end };
            else
                spans.Add(row with { End = end });
        }

        if (spans[^1] is var final && final.End == text.Length && text.Bytes[^1] != '\n')
            spans[^1] = final with { Start = final.Start - (text.Bytes[..final.Start].EndsWith("\r\n"u8) ? 2 : 1) };
        return [.. spans.Select(s => new TextEdit(s, ""))];
    }

    static (ImmutableArray<TextEdit> Edits, EditRefusal? Refusal) Yaml(YamlElement[] elements)
    {
        var file = elements[0].File;
        if (file.Text.HasUnusualBreaks)
            return Refuse(EditRefusalCode.UnsupportedSyntax, elements[0], "the file has line breaks other than LF and CRLF");
        if (elements.FirstOrDefault(e => e.Container is DocumentMapping mapping && YamlDecoding.IsMerge(mapping.Entries[e.Index].Key)) is { } merge)
            return Refuse(EditRefusalCode.UnsupportedSyntax, merge, "it is a merge key, which stands for what is written elsewhere");
        if (Anchored(file.Root, elements) is { } anchored)
            return Refuse(EditRefusalCode.UnsupportedSyntax, anchored, "an alias stands for it, or for what it is in, elsewhere in the file");
        var gone = elements.GroupBy(e => e.Container).ToDictionary(g => g.Key, g => (IReadOnlySet<int>)g.Select(e => e.Index).ToHashSet());
        foreach (var inner in elements.Where(e => e.Container != file.Root).SelectMany(e => DocumentAnchors.Below(Value(e))).Where(gone.ContainsKey).ToArray())
            gone.Remove(inner);
        return new DocumentRemoval(file.Text, file.Root, gone).Edits() is { } edits
            ? (edits, null)
            : Refuse(EditRefusalCode.UnsupportedSyntax, elements[0], "the layout around it is not one that can be edited without writing it anew");
    }

    static DocumentNode Value(YamlElement element) => element.Container switch
    {
        DocumentMapping mapping => mapping.Entries[element.Index].Value,
        DocumentSequence list => list.Items[element.Index],
        var other => throw new ArgumentException($"{other} has no elements.", nameof(element)),
    };

    /// <summary>An element that is part of what an alias stands for, or has such a part that is used outside of it.</summary>
    static YamlElement? Anchored(DocumentNode root, YamlElement[] elements)
    {
        var used = DocumentAnchors.Aliases(root).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        if (used.Count == 0)
            return null;
        var within = DocumentAnchors.Below(root).Where(n => n.Anchor is { } name && used.Contains(name)).SelectMany(n => DocumentAnchors.Below(n)).ToHashSet();
        return elements.FirstOrDefault(e => within.Contains(e.Container)
            || DocumentAnchors.DefinedIn(Value(e)).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } defined && DocumentAnchors.Aliases(root, Value(e)).Any(a => defined.Contains(a.Name)));
    }

    static (ImmutableArray<TextEdit> Edits, EditRefusal? Refusal) Refuse(EditRefusalCode code, SyntaxNode node, string why) =>
        ([], new(code, $"{SourceLocation.Of(node)} cannot be taken out of the file: {why}. Remove it by hand."));
}
