namespace Fixer.Hcl.Json;

/// <summary>
/// Removes neighbouring members or elements. Looks only at the white space and commas next to them, so that in a broken file
/// nothing else goes with them.
/// </summary>
static class JsonRemoval
{
    /// <summary>The edits that remove some items of a container: one for each run of neighbours.</summary>
    public static IEnumerable<TextEdit> Of(JsonContainer container, HashSet<JsonNode> removed)
    {
        for (var i = 0; i < container.Items.Length; i++)
        {
            if (!removed.Contains(container.Items[i]))
                continue;
            var first = container.Items[i];
            while (i + 1 < container.Items.Length && removed.Contains(container.Items[i + 1]))
                i++;
            yield return new TextEdit(Run(container.Text.Bytes, first.Span.Start, container.Items[i].Span.End), "");
        }
    }

    static TextSpan Run(ReadOnlySpan<byte> source, int start, int end)
    {
        var after = JsonWhitespace.End(source, end);
        if (after < source.Length && source[after] == ',')
            return WithCommaBehind(source, start, after + 1);
        var before = JsonWhitespace.Start(source, start);
        if (source[before - 1] == ',')
            return new TextSpan(JsonWhitespace.Start(source, before - 1), end);
        var isAlone = source[before - 1] is (byte)'{' or (byte)'[' && after < source.Length && source[after] is (byte)'}' or (byte)']';
        return isAlone ? new TextSpan(before, after) : new TextSpan(start, end);
    }

    /// <param name="source">The file.</param>
    /// <param name="start">Start of the items.</param>
    /// <param name="end">Behind the comma that follows them.</param>
    static TextSpan WithCommaBehind(ReadOnlySpan<byte> source, int start, int end)
    {
        var nextLine = JsonWhitespace.NextLine(source, end);
        if (nextLine >= 0 && JsonWhitespace.StartsLine(source, start))
            return WithBlankLines(source, JsonWhitespace.LineStart(source, start), nextLine);
        var before = JsonWhitespace.Start(source, start);
        return nextLine >= 0 && source[before - 1] == ','
            ? new TextSpan(before, end)
            : new TextSpan(start, JsonWhitespace.End(source, end));
    }

    /// <summary>Extends whole lines over all blank lines around them but one; over all, at the start of the container.</summary>
    static TextSpan WithBlankLines(ReadOnlySpan<byte> source, int start, int end)
    {
        var before = JsonWhitespace.Start(source, start);
        var firstBlank = before + source[before..start].IndexOf((byte)'\n') + 1;
        var lastEnd = JsonWhitespace.LineStart(source, JsonWhitespace.End(source, end));
        if (source[before - 1] is (byte)'{' or (byte)'[')
            return new TextSpan(firstBlank, lastEnd);
        if (firstBlank < start)
            return new TextSpan(firstBlank + source[firstBlank..start].IndexOf((byte)'\n') + 1, lastEnd);
        return new TextSpan(start, lastEnd == end ? end : JsonWhitespace.LineStart(source, lastEnd - 1));
    }
}
