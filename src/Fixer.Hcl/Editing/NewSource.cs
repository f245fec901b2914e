using System.Text;

namespace Fixer.Hcl;

/// <summary>Source that a caller wants in a file: an expression, written with line feeds and as if it started in the first column.</summary>
sealed class NewSource
{
    readonly TokenSource source;
    readonly TokenRange tokens;

    NewSource(HclExpression expression) => (source, tokens) = (expression.Source, expression.Tokens);

    /// <summary>Whether it is, or ends with, a heredoc: only the end of the line may follow.</summary>
    public bool EndsWithHeredoc => source.Tokens[tokens.End - 1].Kind == TokenKind.HeredocEnd;

    /// <summary>Reads an expression. No comments are possible before and behind it: whose they would be is not clear.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static NewSource Expression(string text, string parameter)
    {
        var written = text.ReplaceLineEndings("\n").Trim();
        var file = HclFile.Parse(Encoding.UTF8.GetBytes($"_ = {written}\n"));
        return file.Diagnostics.IsEmpty && file.Body.Items is [HclAttribute attribute] && attribute.Value.ToString() == written
            ? new NewSource(attribute.Value)
            : throw new ArgumentException($"This is no expression: {text}", parameter);
    }

    /// <summary>Whether a text can be the name of an argument, or a key without quotes.</summary>
    public static bool IsName(string text) =>
        HclFile.Parse(Encoding.UTF8.GetBytes($"{text} = 0\n")) is { Diagnostics.IsEmpty: true, Body.Items: [HclAttribute attribute] } && attribute.Name == text;

    /// <summary>Source of a quoted string that has this value.</summary>
    public static string Quoted(string value)
    {
        var result = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            result.Append(value[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '$' or '%' when i + 1 < value.Length && value[i + 1] == '{' => new string(value[i], 2),
                var other when char.IsControl(other) => $"\\u{(int)other:x4}",
                var other => other.ToString(),
            });
        }

        return result.Append('"').ToString();
    }

    /// <summary>
    /// The source with the newlines and the indentation of a file. A heredoc that something may follow on its line gets parentheses.
    /// The lines of an indented heredoc are moved with it, those of a plain one cannot be.
    /// </summary>
    public string For(TokenSource target, string indentation, bool endsLine)
    {
        var writer = new Writer(Layout.Newline(target), indentation, Layout.IndentationUnit(target));
        for (var i = tokens.First; i < tokens.End; i++)
            writer.Write(source.Tokens[i].Kind, source.TextOf(i));
        var text = writer.ToString();
        return EndsWithHeredoc && !endsLine ? $"({text}{Layout.Newline(target)}{indentation})" : text;
    }

    sealed class Writer(string newline, string indentation, string unit)
    {
        readonly StringBuilder result = new();

        /// <summary>For each heredoc that is open, whether its indentation does not count.</summary>
        readonly Stack<bool> heredocs = [];

        bool startsLine;
        bool startsHeredocLine;

        public void Write(TokenKind kind, string text)
        {
            var isBlankLine = kind == TokenKind.StringText && text.EndsWith('\n') && string.IsNullOrWhiteSpace(text);
            if (startsLine && kind != TokenKind.Newline)
                result.Append(indentation);
            if (startsHeredocLine && heredocs.Peek() && !isBlankLine)
                result.Append(indentation);
            result.Append(kind == TokenKind.Whitespace && startsLine ? Indented(text) : text.Replace("\n", newline, StringComparison.Ordinal));
            startsLine = kind == TokenKind.Newline;
            startsHeredocLine = kind is TokenKind.HeredocStart or TokenKind.StringText && text.EndsWith('\n');
            if (kind == TokenKind.HeredocStart)
                heredocs.Push(text[2] == '-');
            else if (kind == TokenKind.HeredocEnd)
                heredocs.Pop();
        }

        public override string ToString() => result.ToString();

        /// <summary>Two spaces are a level, as in canonical style.</summary>
        string Indented(string spaces) =>
            string.Concat(Enumerable.Repeat(unit, spaces.Length / 2)) + new string(' ', spaces.Length % 2);
    }
}
