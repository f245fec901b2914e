using System.Collections.Immutable;
using Fixer.Hcl;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fixer.Iac.Documents;

/// <summary>Builds the tree of a YAML document from YamlDotNet's events; no alias is followed.</summary>
sealed class YamlReader
{
    readonly DocumentText text;
    readonly bool forTerraform;
    readonly Scanner scanner;
    readonly Parser parser;
    long eventsLeft;

    YamlReader(DocumentText text, bool forTerraform)
    {
        (this.text, this.forTerraform) = (text, forTerraform);
        // Each event consumes input, but for empty values; more events than this would be a loop.
        eventsLeft = (4L * text.Text.Length) + 64;
        scanner = new Scanner(new StringReader(text.Text), skipComments: true, maxKeySize: 4096);
        parser = new Parser(scanner);
    }

    /// <summary>The root, or null for an empty document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="forTerraform">Whether the rules are those of Terraform: a mapping may have a key twice, and a directive can only name YAML 1.1.</param>
    /// <exception cref="DocumentException">The text cannot be understood.</exception>
    public static DocumentNode? Read(DocumentText text, bool forTerraform = false)
    {
        RefuseControlCharacters(text);
        var reader = new YamlReader(text, forTerraform);
        try
        {
            return reader.ReadStream();
        }
        catch (YamlException e)
        {
            // Some of YamlDotNet's exceptions carry no mark; the scanner's position is near enough.
            throw reader.NotYaml(e.Start.Index > 0 ? e.Start : reader.scanner.CurrentPosition, e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
        {
            // YamlDotNet's scanner has asserts of its own that malformed text can reach.
            throw reader.NotYaml(reader.scanner.CurrentPosition, e);
        }
    }

    DocumentException NotYaml(Mark mark, Exception e) =>
        new(DocumentFault.Syntax, text.ByteOf(mark.Index), $"Not valid YAML: {e.Message}");

    static void RefuseControlCharacters(DocumentText text)
    {
        // YAML forbids them, and YamlDotNet takes a NUL for the end of the input.
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (text.Text[i] < ' ' && text.Text[i] is not ('\t' or '\n' or '\r'))
                throw new DocumentException(DocumentFault.Syntax, text.ByteOf(i), $"Control character U+{(int)text.Text[i]:X4}.");
        }
    }

    DocumentNode? ReadStream()
    {
        Next<StreamStart>();
        var start = Next();
        if (start is StreamEnd)
            return null;
        if (forTerraform && start is DocumentStart { Version.Version: not { Major: 1, Minor: 1 } })
            throw new DocumentException(DocumentFault.Syntax, 0, "Only YAML 1.1 can be named by a directive.");
        var root = ReadNode(Next(), 1);
        Next<DocumentEnd>();
        if (Next() is DocumentStart second)
            throw new DocumentException(DocumentFault.SeveralDocuments, text.ByteOf(second.Start.Index), "The file holds more than one YAML document.");
        return root;
    }

    DocumentNode ReadNode(ParsingEvent start, int depth)
    {
        if (depth > DocumentNode.MaxDepth)
            throw DocumentException.TooDeep(text.ByteOf(start.Start.Index));
        return start switch
        {
            AnchorAlias alias => new DocumentAlias(SpanOf(alias), alias.Value.Value),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadSequence(sequence, depth),
            MappingStart mapping => ReadMapping(mapping, depth),
            _ => throw Unexpected(start),
        };
    }

    DocumentScalar ReadScalar(Scalar scalar)
    {
        var span = SpanOf(scalar);
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        if (isBlock)
        {
            // The event covers the blank lines behind a block scalar: they separate, they are not its content.
            var end = span.End;
            while (end > span.Start && text.Bytes.Span[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                end--;
            span = span with { End = end };
        }

        return new DocumentScalar(span, TagOf(scalar), AnchorOf(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain) { IsBlock = isBlock };
    }

    DocumentSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        var end = text.ByteOf(start.End.Index);
        var next = Next();
        for (; next is not SequenceEnd; next = Next())
        {
            items.Add(ReadNode(next, depth + 1));
            end = Math.Max(end, items[^1].Span.End);
        }

        var flow = start.Style == SequenceStyle.Flow;
        return new DocumentSequence(Collection(text.ByteOf(start.Start.Index), flow ? ']' : null, next, end), TagOf(start), AnchorOf(start), items.ToImmutable(), flow);
    }

    DocumentMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<DocumentEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var end = text.ByteOf(start.End.Index);
        var next = Next();
        for (; next is not MappingEnd; next = Next())
        {
            if (next is not Scalar scalar || SpanOf(scalar).Length == 0)
                throw new DocumentException(DocumentFault.ComplexKey, text.ByteOf(next.Start.Index), "A mapping's key is empty, a list, a mapping or an alias.");
            var entry = new DocumentEntry(ReadScalar(scalar), ReadNode(Next(), depth + 1));
            if (!keys.Add(entry.Key.Value) && !forTerraform)
                throw DocumentException.Duplicate(entry.Key.Value, entry.Key.Span.Start);
            entries.Add(entry);
            end = Math.Max(end, entry.Span.End);
        }

        var flow = start.Style == MappingStyle.Flow;
        // A single pair in a list (`[a: b]`) is a mapping without braces, and its event has no mark.
        var from = text.ByteOf(start.Start.Index);
        if (flow && entries.Count > 0 && text.Bytes.Span[from] is not ((byte)'{' or (byte)'!' or (byte)'&'))
            from = entries[0].Key.Span.Start;
        return new DocumentMapping(Collection(from, flow ? '}' : null, next, end), TagOf(start), AnchorOf(start), entries.ToImmutable(), flow);
    }

    /// <summary>A block collection's end event lies behind the comments that follow it, and a flow collection's in front of its bracket.</summary>
    TextSpan Collection(int from, char? bracket, ParsingEvent endEvent, int contentEnd)
    {
        var at = text.ByteOf(endEvent.Start.Index);
        var closed = bracket is { } expected && at < text.Bytes.Length && text.Bytes.Span[at] == expected;
        return new TextSpan(from, Math.Max(from, closed ? at + 1 : contentEnd));
    }

    /// <summary>An empty value has no text: its mark is that of whatever comes next.</summary>
    TextSpan SpanOf(ParsingEvent node)
    {
        var start = text.ByteOf(node.Start.Index);
        var end = text.ByteOf(node.End.Index);
        return new TextSpan(start, Math.Max(start, end)) is { Length: 0 } ? default : new TextSpan(start, end);
    }

    static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;

    static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    DocumentException Unexpected(ParsingEvent found) =>
        new(DocumentFault.Syntax, text.ByteOf(found.Start.Index), $"Not valid YAML: unexpected {found.GetType().Name}.");

    ParsingEvent Next()
    {
        if (eventsLeft-- <= 0 || !parser.MoveNext() || parser.Current is null)
            throw new DocumentException(DocumentFault.Syntax, text.Bytes.Length, "Not valid YAML: the document does not end.");
        return parser.Current;
    }

    void Next<T>()
        where T : ParsingEvent
    {
        if (Next() is var found and not T)
            throw Unexpected(found);
    }
}
