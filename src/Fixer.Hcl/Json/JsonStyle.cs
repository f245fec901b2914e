namespace Fixer.Hcl.Json;

/// <summary>How something new is to be written.</summary>
/// <param name="Newline">The newline.</param>
/// <param name="Indentation">White space before the line that it starts on; null to write all on one line.</param>
/// <param name="Unit">White space that a level of nesting adds.</param>
/// <param name="Gap">What is between the items of a line.</param>
readonly record struct JsonStyle(string Newline, string? Indentation, string Unit, string Gap)
{
    /// <summary>The style of the place where <paramref name="node"/> is.</summary>
    public static JsonStyle Of(JsonNode node, string? indentation) =>
        new(NewlineOf(node), indentation, UnitOf(node), IsCompact(node) ? "" : " ");

    /// <summary>What is written between a name and its value: as in <paramref name="example"/>, or else as farther out.</summary>
    public static string Colon(JsonNode place, JsonMember? example)
    {
        for (var node = example ?? place; node is not null; node = node.Parent)
        {
            if (node is JsonMember member && Between(member.Name, member.Value) is var colon && colon.Trim(' ', '\t') == ":")
                return colon;
        }

        return ": ";
    }

    /// <summary>The text between two nodes.</summary>
    public static string Between(JsonNode first, JsonNode second) => first.Text.GetString(new TextSpan(first.Span.End, second.Span.Start));

    static bool IsCompact(JsonNode node) => Colon(node, (node as JsonObject)?.Members.LastOrDefault()) == ":";

    /// <summary>The newline in the innermost container that has one.</summary>
    static string NewlineOf(JsonNode place)
    {
        for (JsonNode? node = place; node is not null; node = node.Parent)
        {
            if (node.Text.Slice(node.Span).IndexOf((byte)'\n') is var at and > 0)
                return node.Text.Bytes[node.Span.Start + at - 1] == '\r' ? "\r\n" : "\n";
        }

        return place.Text.Bytes.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
    }

    /// <summary>What the innermost container with lines of its own indents its items by; two spaces if there is none.</summary>
    static string UnitOf(JsonNode place)
    {
        for (JsonNode? node = place; node is not null; node = node.Parent)
        {
            if (node is not JsonContainer { Items: [var first, ..] } || !JsonWhitespace.StartsLine(node.Text.Bytes, first.Span.Start))
                continue;
            var outer = JsonWhitespace.Indentation(node.Text, node.Span.Start);
            var inner = JsonWhitespace.Indentation(node.Text, first.Span.Start);
            if (inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal))
                return inner[outer.Length..];
        }

        return "  ";
    }
}
