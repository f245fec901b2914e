using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fixer.Hcl.Json;

/// <summary>A piece of JSON that is to be put into a file.</summary>
readonly struct JsonSnippet
{
    readonly string json;

    JsonSnippet(string json) => this.json = json;

    /// <exception cref="ArgumentException">It is no JSON.</exception>
    public static JsonSnippet Parse(string json, string parameter)
    {
        var text = new SourceText(Encoding.UTF8.GetBytes(json));
        var (lexical, structural) = (new DiagnosticBag(text), new DiagnosticBag(text));
        var value = new JsonParser(text, lexical, structural).ParseText();
        if (lexical.With(structural) is [var problem, ..])
            throw new ArgumentException($"This is no JSON value: {problem.Position} {problem.Message}", parameter);
        return new JsonSnippet(value.ToString());
    }

    /// <summary>A string in quotes, escaped only where JSON demands it.</summary>
    public static string Quote(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>Its text with every line indented as the style says, or with no lines.</summary>
    public string Written(JsonStyle style)
    {
        var result = new StringBuilder(json.Length);
        var depth = 0;
        for (var i = 0; i < json.Length;)
        {
            var end = json[i] switch
            {
                '"' => StringEnd(i),
                ' ' or '\t' or '\r' or '\n' => WhitespaceEnd(i),
                _ => i + 1,
            };
            var piece = json.AsSpan(i, end - i);
            depth += piece[0] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
            if (!piece.Contains('\n'))
                result.Append(piece);
            else if (style.Indentation is null)
                result.Append(style.Gap);
            else
                AppendLine(result, style, depth - (json[end] is '}' or ']' ? 1 : 0));
            i = end;
        }

        return result.ToString();
    }

    static void AppendLine(StringBuilder result, JsonStyle style, int depth)
    {
        result.Append(style.Newline).Append(style.Indentation);
        for (var i = 0; i < depth; i++)
            result.Append(style.Unit);
    }

    int StringEnd(int start)
    {
        var end = start + 1;
        while (json[end] != '"')
            end += json[end] == '\\' ? 2 : 1;
        return end + 1;
    }

    int WhitespaceEnd(int start) => start + json.AsSpan(start).IndexOfAnyExcept(" \t\r\n");
}
