using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>What is repeated and put in a sequence: characters, classes, anchors, groups.</summary>
partial class PatternParser
{
    bool IsMultiline => flags.HasFlag(PatternFlags.Multiline);

    /// <summary>Adds what comes next; nothing for flags alone. Returns the largest product of counts that are nested in it.</summary>
    int Operand(ImmutableArray<PatternNode>.Builder parts)
    {
        switch (source[at])
        {
            case '(':
                return Group(parts);
            case '[':
                parts.Add(new CharacterNode(Class()));
                break;
            case '.':
                at++;
                parts.Add(new CharacterNode(flags.HasFlag(PatternFlags.Dotall) ? CharacterSet.All : CharacterSet.NoLineEnd));
                break;
            case '^':
                at++;
                parts.Add(new AnchorNode(IsMultiline ? PatternAnchor.LineStart : PatternAnchor.TextStart));
                break;
            case '$':
                at++;
                parts.Add(new AnchorNode(IsMultiline ? PatternAnchor.LineEnd : PatternAnchor.TextEnd));
                break;
            case '\\':
                Escape(parts);
                break;
            default:
                parts.Add(Literal(TakeCharacter()));
                break;
        }

        return 1;
    }

    CharacterNode Literal(int character)
    {
        var set = new CharacterSet();
        Add(set, character, character);
        return new(set);
    }

    /// <summary>Which letters beyond ASCII are the same is not known here.</summary>
    void Add(CharacterSet set, int low, int high)
    {
        set.Add(low, high);
        if (!flags.HasFlag(PatternFlags.IgnoreCase))
            return;
        set.AddFolded(low, high);
        IsSupported &= high < 0x80;
    }

    int Group(ImmutableArray<PatternNode>.Builder parts)
    {
        at++;
        var (outer, number) = (flags, -1);
        if (Take('?'))
        {
            if (TryGroupName() is { } name)
                number = Capture(name);
            else if (!Flags())
                return 1;
        }
        else
            number = Capture(null);
        var (inner, repetitions) = Alternatives();
        if (!Take(')'))
            throw Invalid("a parenthesis is not closed");
        parts.Add(number < 0 ? inner : new GroupNode(number, inner));
        flags = outer;
        return repetitions;
    }

    int Capture(string? name)
    {
        groupNames.Add(name);
        return groupNames.Count;
    }

    string? TryGroupName()
    {
        var start = source.AsSpan(at).StartsWith("P<") ? at + 2 : source.AsSpan(at).StartsWith("<") ? at + 1 : -1;
        if (start < 0)
            return null;
        var end = source.IndexOf('>', start);
        var name = end < 0 ? "" : source[start..end];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw Invalid("a group has no proper name");
        at = end + 1;
        return name;
    }

    /// <summary>Whether they are of a group, and not of all that follows.</summary>
    bool Flags()
    {
        var (set, isNegative, isEmpty) = (flags, false, true);
        while (!IsAtEnd)
        {
            var c = source[at++];
            switch (c)
            {
                case '-' when !isNegative:
                    (isNegative, isEmpty) = (true, true);
                    continue;
                case ':' or ')' when !(isNegative && isEmpty):
                    flags = set;
                    return c == ':';
            }

            var flag = c switch
            {
                'i' => PatternFlags.IgnoreCase,
                'm' => PatternFlags.Multiline,
                's' => PatternFlags.Dotall,
                'U' => PatternFlags.Ungreedy,
                _ => throw Invalid("a group begins with what is no flag"),
            };
            set = isNegative ? set & ~flag : set | flag;
            isEmpty = false;
        }

        throw Invalid("a parenthesis is not closed");
    }

    void Escape(ImmutableArray<PatternNode>.Builder parts)
    {
        var set = new CharacterSet();
        PatternAnchor? anchor = (at + 1 < source.Length ? source[at + 1] : '\0') switch
        {
            'A' => PatternAnchor.TextStart,
            'z' => PatternAnchor.TextEnd,
            'b' => PatternAnchor.WordBoundary,
            'B' => PatternAnchor.NoWordBoundary,
            _ => null,
        };
        if (anchor is { } known)
        {
            at += 2;
            parts.Add(new AnchorNode(known));
        }
        else if (source.AsSpan(at).StartsWith("\\Q"))
            Quoted(parts);
        else
            parts.Add(TryClassEscape(set) ? new CharacterNode(set) : Literal(EscapedCharacter()));
    }

    void Quoted(ImmutableArray<PatternNode>.Builder parts)
    {
        at += 2;
        var end = source.IndexOf("\\E", at, StringComparison.Ordinal);
        var stop = end < 0 ? source.Length : end;
        while (at < stop)
            parts.Add(Literal(TakeCharacter()));
        at = end < 0 ? stop : stop + 2;
    }

    int EscapedCharacter()
    {
        at++;
        if (IsAtEnd)
            throw Invalid("it ends with a backslash");
        var c = source[at++];
        switch (c)
        {
            case 'a': return '\a';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
            case 'x': return HexCharacter();
            case '0':
            case >= '1' and <= '7' when !IsAtEnd && IsOctal(source[at]):
                var value = c - '0';
                for (var i = 0; i < 2 && !IsAtEnd && IsOctal(source[at]); i++)
                    value = (value * 8) + source[at++] - '0';
                return value;
            default:
                return char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) ? c : throw Invalid($"\\{c} means nothing");
        }
    }

    static bool IsOctal(char c) => c is >= '0' and <= '7';

    int HexCharacter()
    {
        var isBraced = Take('{');
        var end = isBraced ? source.IndexOf('}', at) : at + 2;
        if (end < at + 1 || end > source.Length || end - at > 16 || source.AsSpan(at, end - at).ContainsAnyExcept(HexDigits))
            throw Invalid("\\x is not followed by the number of a character");
        var value = ulong.Parse(source.AsSpan(at, end - at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        at = isBraced ? end + 1 : end;
        return value <= 0x10FFFF ? (int)value : throw Invalid("\\x is not followed by the number of a character");
    }

    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
}
