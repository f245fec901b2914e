using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>
/// Changes of a file in JSON syntax, as text edits that leave every other byte alone. What is written follows the container: its
/// indentation, its kind of newline, and whether it is on one line. Meant for files without diagnostics.
/// </summary>
public static class JsonEdits
{
    /// <summary>Removes a member of an object or an element of an array, and the comma that is then too much; whole lines, where it has lines of its own.</summary>
    /// <exception cref="ArgumentException">The node is neither: the root, or the name or value of a member.</exception>
    public static TextEdit Remove(JsonNode item) => Remove([item]).Single();

    /// <summary>Removes several members and elements, of one container or of many, also where one is inside another. The edits do not overlap.</summary>
    /// <exception cref="ArgumentException">A node is neither member nor element, or two are not of the same file.</exception>
    public static ImmutableArray<TextEdit> Remove(params IEnumerable<JsonNode> items)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var container in Outermost(items).GroupBy(ContainerOf))
            edits.AddRange(JsonRemoval.Of(container.Key, [.. container]));
        return edits.DrainToImmutable();
    }

    /// <summary>
    /// Removes blocks. Labels that then have no block are removed too, up to the property named by the type, because Terraform
    /// refuses a type without labels; the body that this property is in stays, even if nothing is left in it.
    /// </summary>
    /// <exception cref="ArgumentException">Two blocks are not of the same file.</exception>
    public static ImmutableArray<TextEdit> RemoveBlocks(params IEnumerable<JsonBlock> blocks)
    {
        var removed = new HashSet<JsonNode>();
        var counts = new Dictionary<JsonContainer, int>();
        foreach (var block in blocks)
        {
            var item = block.Declaration;
            while (removed.Add(item) && item != block.Definition)
            {
                var container = ContainerOf(item);
                counts[container] = counts.GetValueOrDefault(container) + 1;
                if (counts[container] < container.Items.Length)
                    break;
                item = container.Parent as JsonMember ?? (JsonNode)container;
            }
        }

        return Remove(removed);
    }

    /// <summary>Adds a member.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The name, not yet quoted.</param>
    /// <param name="json">The value, as JSON. Its lines are indented anew, or joined where the object is on one line.</param>
    /// <param name="after">The member to put it behind; null for the last.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is no JSON, or <paramref name="after"/> is no member of the object.</exception>
    public static TextEdit InsertMember(JsonObject target, string name, string json, JsonMember? after = null)
    {
        var example = after ?? target.Members.LastOrDefault();
        return JsonInsertion.Of(target, JsonSnippet.Quote(name) + JsonStyle.Colon(target, example), json, after);
    }

    /// <summary>Adds an element.</summary>
    /// <param name="target">The array.</param>
    /// <param name="json">The element, as JSON. Its lines are indented anew, or joined where the array is on one line.</param>
    /// <param name="after">The element to put it behind; null for the last.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is no JSON, or <paramref name="after"/> is no element of the array.</exception>
    public static TextEdit InsertElement(JsonArray target, string json, JsonValue? after = null) => JsonInsertion.Of(target, "", json, after);

    /// <summary>Puts another value in the place of one, as of a member's <see cref="JsonMember.Value"/>.</summary>
    /// <param name="value">The value that goes.</param>
    /// <param name="json">The value that comes, as JSON. Its lines are indented anew, or joined where the file has no lines there.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is no JSON.</exception>
    public static TextEdit Replace(JsonValue value, string json)
    {
        var text = value.Text;
        var snippet = JsonSnippet.Parse(json, nameof(json));
        var item = value.Parent as JsonMember ?? (JsonNode)value;
        var keepsLines = item.Parent is null || JsonWhitespace.StartsLine(text.Bytes, item.Span.Start) || text.Slice(value.Span).Contains((byte)'\n');
        var style = JsonStyle.Of(value, keepsLines ? JsonWhitespace.Indentation(text, item.Span.Start) : null);
        return new TextEdit(value.Span, snippet.Written(style));
    }

    internal static JsonContainer ContainerOf(JsonNode item) => item.Parent as JsonContainer
        ?? throw new ArgumentException("The node is no member of an object and no element of an array.", nameof(item));

    /// <summary>Those that are in none of the others, in the order of the source.</summary>
    static IEnumerable<JsonNode> Outermost(IEnumerable<JsonNode> items)
    {
        JsonNode? last = null;
        foreach (var item in items.OrderBy(i => i.Span.Start).ThenByDescending(i => i.Span.End))
        {
            if (last is not null && last.Text != item.Text)
                throw new ArgumentException("The nodes are not of the same file.", nameof(items));
            if (last is not null && item.Span.Start < last.Span.End)
                continue;
            yield return last = item;
        }
    }
}
