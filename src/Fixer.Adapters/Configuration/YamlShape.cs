using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fixer.Adapters.Configuration;

/// <summary>
/// Looks over a file event by event before it is loaded: nesting that would overflow the stack, aliases that stand for themselves or for a billion texts,
/// control characters (YamlDotNet takes a NUL for the end of the file), and a second document that nobody would read.
/// </summary>
internal static class YamlShape
{
    /// <summary>Far deeper than any configuration.</summary>
    private const int MaxDepth = 20;

    /// <summary>What is wrong, and where; null when the file can be loaded.</summary>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public static (Mark At, string Message)? Problem(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\b') is var control and >= 0)
            return (MarkOf(text, control), "The file holds a control character.");
        var parser = new Parser(new StringReader(text));
        var (depth, documents) = (0, 0);
        // Each event consumes input, but for empty values; more events than this would be a loop.
        for (var left = (4L * text.Length) + 64; parser.MoveNext(); left--)
        {
            if (left == 0)
                return (new Mark(0, 1, 1), "This is not YAML.");
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (current is AnchorAlias alias)
                return (current.Start, $"Aliases such as *{alias.Value} are not read: write the value out.");
            if (current is DocumentStart && ++documents > 1)
                return (current.Start, "The file has a second document, which would not be read.");
            // Stream and document nest, too.
            if (depth > MaxDepth + 2)
                return (current.Start, $"The file is nested more than {MaxDepth} levels deep.");
        }

        return null;
    }

    private static Mark MarkOf(string text, int at) => new(at, text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', at));

    /// <summary>The tab that <paramref name="error"/> is about; null when it is about something else. The parser only tells where the mapping begins.</summary>
    public static Mark? TabIndentation(string text, YamlException error)
    {
        if (!error.Message.Contains("tab as indentation", StringComparison.Ordinal))
            return null;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var column = lines[i].IndexOf('\t');
            if (column >= 0 && lines[i][..column].All(c => c == ' '))
                return new Mark(0, i + 1, column + 1);
        }

        return null;
    }
}
