using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace AwsSdk.Generator;

/// <summary>A JSON value: an object's members keep their order. A missing member is <see cref="Nothing"/>, so that paths can be asked for without checks.</summary>
/// <remarks>A generator can load no library that the compiler does not have, so it reads its models itself.</remarks>
internal sealed class Json
{
    public static readonly Json Nothing = new();

    readonly List<KeyValuePair<string, Json>> members = [];
    readonly List<Json> items = [];

    public string? Text { get; private set; }

    public bool IsSet => this != Nothing;

    /// <summary>Whether this is the literal <c>true</c>.</summary>
    public bool IsTrue => Text == "true";

    public bool IsObject { get; private set; }

    public bool IsArray { get; private set; }

    public IReadOnlyList<KeyValuePair<string, Json>> Members => members;

    public IReadOnlyList<Json> Items => items;

    public Json this[string name] => members.FirstOrDefault(member => member.Key == name).Value ?? Nothing;

    /// <exception cref="FormatException">The text is no JSON.</exception>
    public static Json Parse(string text)
    {
        var position = 0;
        var value = Value(text, ref position);
        Space(text, ref position);
        return position == text.Length ? value : throw new FormatException($"Text after the JSON value, at {position}.");
    }

    static Json Value(string text, ref int position)
    {
        switch (Next(text, ref position))
        {
            case '{':
                return Sequence(text, ref position, '}', new Json { IsObject = true });
            case '[':
                return Sequence(text, ref position, ']', new Json { IsArray = true });
            case '"':
                return new Json { Text = String(text, ref position) };
            default:
                var start = position;
                while (position < text.Length && (char.IsLetterOrDigit(text[position]) || "+-.".IndexOf(text[position]) >= 0))
                    position++;
                var literal = text.Substring(start, position - start);
                return literal.Length == 0 ? throw new FormatException($"A value was expected at {start}.") : literal == "null" ? Nothing : new Json { Text = literal };
        }
    }

    static Json Sequence(string text, ref int position, char end, Json made)
    {
        position++;
        while (Next(text, ref position) != end)
        {
            var name = made.IsObject ? Name(text, ref position) : null;
            var value = Value(text, ref position);
            if (name is null)
                made.items.Add(value);
            else
                made.members.Add(new(name, value));
            if (Next(text, ref position) == ',')
                position++;
        }
        position++;
        return made;
    }

    static string Name(string text, ref int position)
    {
        var name = String(text, ref position);
        if (Next(text, ref position) != ':')
            throw new FormatException($"A colon was expected at {position}.");
        position++;
        return name;
    }

    static string String(string text, ref int position)
    {
        var made = new StringBuilder();
        for (position++; Char(text, position) != '"'; position++)
            if (text[position] != '\\')
                made.Append(text[position]);
            else if (Char(text, ++position) == 'u')
            {
                made.Append((char)ushort.Parse(text.Substring(position + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                position += 4;
            }
            else
                made.Append(text[position] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var same => same });
        position++;
        return made.ToString();
    }

    static char Next(string text, ref int position)
    {
        Space(text, ref position);
        return Char(text, position);
    }

    static char Char(string text, int position) => position < text.Length ? text[position] : throw new FormatException("The text ends within a value.");

    static void Space(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }
}
