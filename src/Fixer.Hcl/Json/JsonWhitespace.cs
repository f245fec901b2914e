namespace Fixer.Hcl.Json;

/// <summary>The white space around a place in JSON.</summary>
static class JsonWhitespace
{
    /// <summary>Of all white space from here on, the end.</summary>
    public static int End(ReadOnlySpan<byte> source, int start)
    {
        var length = source[start..].IndexOfAnyExcept(" \t\r\n"u8);
        return length < 0 ? source.Length : start + length;
    }

    /// <summary>Of all white space up to here, the start.</summary>
    public static int Start(ReadOnlySpan<byte> source, int end) => source[..end].LastIndexOfAnyExcept(" \t\r\n"u8) + 1;

    /// <summary>Of the line that the byte is on, the start.</summary>
    public static int LineStart(ReadOnlySpan<byte> source, int at)
    {
        var start = source[..at].LastIndexOf((byte)'\n') + 1;
        return start == 0 && source.StartsWith(SourceText.ByteOrderMark) && at >= SourceText.ByteOrderMark.Length ? SourceText.ByteOrderMark.Length : start;
    }

    /// <summary>The white space that the line of the byte starts with.</summary>
    public static string Indentation(SourceText text, int at)
    {
        var start = LineStart(text.Bytes, at);
        return text.GetString(new TextSpan(start, Math.Min(at, End(text.Bytes, start))));
    }

    /// <summary>Whether only white space is before the byte on its line.</summary>
    public static bool StartsLine(ReadOnlySpan<byte> source, int at)
    {
        var start = Start(source, at);
        return start == 0 || source[start..at].Contains((byte)'\n') || (start == SourceText.ByteOrderMark.Length && source.StartsWith(SourceText.ByteOrderMark));
    }

    /// <summary>Of the line that the byte is on, the start of the next, if only white space is between; else -1.</summary>
    public static int NextLine(ReadOnlySpan<byte> source, int at)
    {
        var newline = source[at..].IndexOfAnyExcept(" \t\r"u8);
        return newline >= 0 && source[at + newline] == '\n' ? at + newline + 1 : -1;
    }
}
