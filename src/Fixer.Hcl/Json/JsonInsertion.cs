namespace Fixer.Hcl.Json;

/// <summary>Puts a new item into a container, separated as the items next to it are.</summary>
static class JsonInsertion
{
    /// <param name="container">Where it goes.</param>
    /// <param name="name">Its name with the colon; empty for an element.</param>
    /// <param name="json">Its value.</param>
    /// <param name="after">The item to put it behind; null for the last.</param>
    public static TextEdit Of(JsonContainer container, string name, string json, JsonNode? after)
    {
        var snippet = JsonSnippet.Parse(json, nameof(json));
        if (after is not null && after.Parent != container)
            throw new ArgumentException("The node is no item of the container.", nameof(after));
        if (container.Items.IsEmpty)
            return IntoEmpty(container, name, snippet);
        after ??= container.Items[^1];
        var separator = Separator(container, after);
        return new TextEdit(new TextSpan(after.Span.End, after.Span.End), separator + name + snippet.Written(StyleBehind(container, after, separator)));
    }

    static TextEdit IntoEmpty(JsonContainer container, string name, JsonSnippet snippet)
    {
        var text = container.Text;
        var inside = container.Inside;
        if (JsonWhitespace.End(text.Bytes, inside.Start) < inside.End)
            return new TextEdit(inside with { End = inside.Start }, name + snippet.Written(JsonStyle.Of(container, null)) + ",");
        var item = container.Parent as JsonMember ?? (JsonNode)container;
        var hasLines = text.Slice(inside).Contains((byte)'\n') || JsonWhitespace.StartsLine(text.Bytes, item.Span.Start);
        if (!hasLines)
            return new TextEdit(inside, name + snippet.Written(JsonStyle.Of(container, null)));
        var outer = JsonWhitespace.Indentation(text, item.Span.Start);
        var style = JsonStyle.Of(container, outer);
        style = style with { Indentation = outer + style.Unit };
        return new TextEdit(inside, style.Newline + style.Indentation + name + snippet.Written(style) + style.Newline + outer);
    }

    /// <summary>The comma and the white space before the item that comes behind <paramref name="after"/>; never a blank line.</summary>
    static string Separator(JsonContainer container, JsonNode after)
    {
        var index = container.Items.IndexOf(after);
        if (container.Items.Length > 1)
        {
            var second = Math.Max(1, index);
            var gap = JsonStyle.Between(container.Items[second - 1], container.Items[second]);
            if (gap.AsSpan().Trim(" \t\r\n").SequenceEqual(","))
                return WithoutBlankLines(gap);
        }

        var start = container.Inside.Start;
        var style = JsonStyle.Of(container, null);
        return container.Text.Bytes[start..after.Span.Start].Contains((byte)'\n')
            ? "," + style.Newline + JsonWhitespace.Indentation(container.Text, after.Span.Start)
            : "," + style.Gap;
    }

    static string WithoutBlankLines(string gap)
    {
        var first = gap.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0)
            return gap;
        var head = gap[..(first + 1)];
        var tail = gap[(gap.LastIndexOf('\n') + 1)..];
        return head.Contains(',', StringComparison.Ordinal) || tail.Contains(',', StringComparison.Ordinal) ? head + tail : "," + head.TrimStart(' ', '\t') + tail;
    }

    /// <summary>Keeps the lines of what is added where it starts a line, or where its neighbour has lines too.</summary>
    static JsonStyle StyleBehind(JsonContainer container, JsonNode after, string separator)
    {
        var line = separator.LastIndexOf('\n');
        var indentation = line >= 0 ? separator[(line + 1)..].Split(',')[0]
            : container.Text.Slice(after.Span).Contains((byte)'\n') ? JsonWhitespace.Indentation(container.Text, after.Span.Start)
            : null;
        return JsonStyle.Of(container, indentation);
    }
}
