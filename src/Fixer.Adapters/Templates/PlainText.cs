using System.Globalization;
using System.Text;

namespace Fixer.Adapters.Templates;

/// <summary>Makes text from outside fit for plain text: one line, nothing invisible, nothing that a forge would act on.</summary>
internal static class PlainText
{
    /// <summary>The longest subject line of a commit in characters.</summary>
    public const int SubjectWidth = 72;

    private const int Width = 72;
    private const char Breaker = '\u200B';

    /// <summary>
    /// One line: line breaks and other control characters become a space, runs of spaces one, and characters that show nothing but change how the rest
    /// is shown (bidirectional overrides, zero-width ones) go.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
                continue;
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else
                line.Append(rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>
    /// One line in which nothing is a mention, a reference to an issue or a link, in a commit message as little as on a page: a forge recognizes those
    /// in the finished text, where escaping is gone, so an invisible character takes them apart.
    /// </summary>
    public static string Quiet(string text)
    {
        var line = Line(text);
        var quiet = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var rest = line.AsSpan(i);
            if (line[i] == '.' && EndsWith(line, i, "www"))
                quiet.Append(Breaker);
            quiet.Append(line[i]);
            if (line[i] == '@'
                || (line[i] == '#' && StartsWithDigit(rest[1..]))
                || (line[i] == '-' && EndsWith(line, i, "gh") && StartsWithDigit(rest[1..]))
                || rest.StartsWith("://"))
                quiet.Append(Breaker);
        }

        return quiet.ToString();
    }

    /// <summary>A commit's first line.</summary>
    public static string Subject(string text) => Clip(Quiet(text), SubjectWidth);

    /// <summary>The first characters of a text, with an ellipsis when that is not all of it; never half a character.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Lines of at most 72 characters, broken at white space; all but the first are indented. The text must be neutral already.</summary>
    public static string Wrap(string text, int indent)
    {
        var wrapped = new StringBuilder();
        var column = indent;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (wrapped.Length > 0 && column + 1 + word.Length > Width)
            {
                wrapped.Append('\n').Append(' ', indent);
                column = indent;
            }
            else if (wrapped.Length > 0)
            {
                wrapped.Append(' ');
                column++;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }

    private static bool EndsWith(string line, int end, string word) => line.AsSpan(0, end).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWithDigit(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiDigit(text[0]);
}
