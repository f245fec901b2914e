using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Fixer.Adapters.Templates;

/// <summary>
/// Puts text from outside into GitHub Flavored Markdown so that it shows as it is and does nothing (https://github.github.com/gfm/).
/// </summary>
internal static class MarkdownText
{
    // Punctuation that Markdown gives a meaning somewhere inside a line; $ is GitHub's mathematics.
    private const string Specials = "\\`*_[]~#$";

    /// <summary>Prose: no formatting, HTML, mention, reference, link or table cell comes out of it.</summary>
    public static string Escape(string text)
    {
        var line = PlainText.Quiet(text);
        var escaped = new StringBuilder(line.Length * 2);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                // Not \|: a backslash in front of it would turn into an escaped backslash and an open pipe.
                '|' => escaped.Append("&#124;"),
                '\u200B' => escaped.Append("&#8203;"),
                _ when Specials.Contains(c) || OpensBlock(line, i) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A code span, whose delimiter is longer than any run of backticks inside.</summary>
    public static string Code(string text)
    {
        var line = PlainText.Line(text);
        if (line.Length == 0)
            return "(none)";
        var delimiter = new string('`', LongestRun(line) + 1);
        var space = line[0] == '`' || line[^1] == '`' ? " " : "";
        return delimiter + space + line + space + delimiter;
    }

    /// <summary>A fenced code block, whose fence is longer than any run of backticks inside.</summary>
    public static string Fence(string text, string language)
    {
        var content = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // Made visible: code that reads differently from what it is must not pass a review.
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format))
                content.Append(rune.ToString());
            else
                content.Append($"<U+{rune.Value:X4}>");
        }

        var fence = new string('`', Math.Max(3, LongestRun(content.ToString()) + 1));
        return $"{fence}{language}\n{content.ToString().TrimEnd('\n')}\n{fence}";
    }

    /// <summary>A comment that only Fixer reads. Inside it no hyphen follows another and no angle bracket stands, so that nothing can end it early.</summary>
    public static string Marker(string change, string fingerprint, string playbook)
    {
        // The serializer's own encoder writes <, > and & as \u escapes; a hyphen always stands in a string, where it may be one too.
        var json = JsonSerializer.Serialize(new { change, fingerprint, playbook }).Replace("--", "-\\u002d", StringComparison.Ordinal);
        return $"<!-- fixer:{json} -->";
    }

    // At the start of a line: lists, headings underlined, numbers that count.
    private static bool OpensBlock(string line, int i) =>
        (i == 0 && line[i] is '-' or '+' or '=')
        || (i > 0 && line[i] is '.' or ')' && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0);

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
