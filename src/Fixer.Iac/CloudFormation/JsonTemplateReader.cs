using System.Collections.Immutable;
using System.Text.Json;
using Fixer.Hcl;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>
/// Builds the tree of a JSON template (RFC 8259).
/// JSON has a reader of its own because some valid JSON is not YAML: a colon on the next line, surrogate escapes, long keys.
/// </summary>
static class JsonTemplateReader
{
    /// <summary>Whether the text starts as a JSON object does; a flow mapping in YAML does so too.</summary>
    public static bool Applies(DocumentText text) => text.Text.AsSpan().TrimStart(" \t\r\n") is ['{', ..];

    /// <summary>The root.</summary>
    /// <exception cref="DocumentException">The text cannot be understood.</exception>
    public static DocumentNode Read(DocumentText text)
    {
        // Depth is counted here so that it gets its own code; the reader's limit only has to be above it.
        var options = new JsonReaderOptions { MaxDepth = 2 * DocumentNode.MaxDepth };
        var reader = new Utf8JsonReader(text.Bytes.Span[text.Bom..], options);
        try
        {
            reader.Read();
            var root = ReadNode(ref reader, text.Bom, 1);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            var line = text.Line((int)Math.Min(e.LineNumber ?? 0, text.LineCount - 1));
            var offset = (int)Math.Min(line.Start + (e.BytePositionInLine ?? 0), text.Bytes.Length);
            throw new DocumentException(DocumentFault.Syntax, offset, $"Not valid JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            // An escape for half a surrogate pair is only found when the string is decoded.
            throw new DocumentException(DocumentFault.Syntax, text.Bom + (int)reader.TokenStartIndex, $"Not valid JSON: {e.Message}");
        }
    }

    static DocumentNode ReadNode(ref Utf8JsonReader reader, int bom, int depth)
    {
        var start = bom + (int)reader.TokenStartIndex;
        if (depth > DocumentNode.MaxDepth)
            throw DocumentException.TooDeep(start);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = ImmutableArray.CreateBuilder<DocumentEntry>();
                var keys = new HashSet<string>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = ReadScalar(ref reader, bom);
                    if (!keys.Add(key.Value))
                        throw DocumentException.Duplicate(key.Value, key.Span.Start);
                    reader.Read();
                    entries.Add(new DocumentEntry(key, ReadNode(ref reader, bom, depth + 1)));
                }

                return new DocumentMapping(new TextSpan(start, bom + (int)reader.BytesConsumed), null, null, entries.ToImmutable(), flow: true);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadNode(ref reader, bom, depth + 1));
                return new DocumentSequence(new TextSpan(start, bom + (int)reader.BytesConsumed), null, null, items.ToImmutable(), flow: true);
            default:
                return ReadScalar(ref reader, bom);
        }
    }

    static DocumentScalar ReadScalar(ref Utf8JsonReader reader, int bom)
    {
        var span = new TextSpan(bom + (int)reader.TokenStartIndex, bom + (int)reader.BytesConsumed);
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return new DocumentScalar(span, null, null, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), quoted: false);
        // For a property name the bytes consumed include the colon.
        var quotes = new TextSpan(span.Start, span.Start + reader.ValueSpan.Length + 2);
        return new DocumentScalar(quotes, null, null, reader.GetString()!, quoted: true);
    }
}
