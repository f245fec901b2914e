using System.Globalization;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>What is repeated and put in a sequence: characters, classes, anchors, groups.</summary>
partial class PatternTranslation
{
    /// <summary>Returns the largest product of repetitions in it.</summary>
    int Operand()
    {
        var c = source[at];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                Class();
                break;
            case '.':
                at++;
                Emit(flags.HasFlag(PatternFlags.Dotall) ? "[\\u0000-\\uFFFF]" : "[^\\n]");
                break;
            case '^':
                at++;
                Emit(flags.HasFlag(PatternFlags.Multiline) ? "(?m:^)" : "\\A");
                break;
            case '$':
                at++;
                Emit(flags.HasFlag(PatternFlags.Multiline) ? "(?m:$)" : "\\z");
                break;
            case '\\':
                Escape();
                break;
            default:
                at++;
                Literal(c);
                break;
        }

        return 1;
    }

    void Emit(string pattern)
    {
        result.Append(pattern);
        Size++;
    }

    void Literal(int point)
    {
        var set = new CharacterSet();
        set.Add(point, point);
        Emit(set);
    }

    /// <summary>Letters that are the same as others beyond ASCII are not known here: neither the text nor the pattern may have any.</summary>
    void Emit(CharacterSet set)
    {
        if (flags.HasFlag(PatternFlags.IgnoreCase))
        {
            NeedsAscii = true;
            IsSupported &= set.FoldAscii();
        }

        Emit(set.ToString());
    }

    int Group()
    {
        at++;
        var outer = flags;
        if (Take('?'))
        {
            if (TryGroupName() is { } name)
                Capture(name);
            else if (!Flags())
                return 1;
            else
                result.Append("(?:");
        }
        else
            Capture(null);
        var repetitions = Alternatives();
        if (!Take(')'))
            throw Invalid("a parenthesis is not closed");
        result.Append(')');
        flags = outer;
        return repetitions;
    }

    void Capture(string? name)
    {
        if (name is not null && groupNames.Contains(name))
            throw Invalid($"there are two groups called {name}");
        groupNames.Add(name);
        result.Append('(');
        Size++;
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

    void Escape()
    {
        var kind = at + 1 < source.Length ? source[at + 1] : '\0';
        switch (kind)
        {
            case 'A' or 'z':
                at += 2;
                Emit($"\\{kind}");
                break;
            case 'b' or 'B':
                at += 2;
                NeedsAscii = true;
                Emit($"\\{kind}");
                break;
            case 'Q':
                at += 2;
                var end = source.IndexOf("\\E", at, StringComparison.Ordinal);
                for (; at < (end < 0 ? source.Length : end); at++)
                    Literal(source[at]);
                at = end < 0 ? source.Length : end + 2;
                break;
            default:
                var set = new CharacterSet();
                if (TryClassEscape(set))
                    Emit(set.ToString());
                else
                    Literal(EscapedCharacter());
                break;
        }
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

    static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
