namespace Fixer.Hcl.Functions.Patterns;

/// <summary>Classes of characters.</summary>
partial class PatternTranslation
{
    /// <summary>General categories of Unicode that both sides know by these names. Scripts are unknown to .NET, and <c>C</c> means more to it.</summary>
    static readonly HashSet<string> Categories =
    [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "Cc", "Cf",
    ];

    void Class()
    {
        at++;
        var set = new CharacterSet();
        var isNegated = Take('^');
        for (var isFirst = true; isFirst || IsAtEnd || source[at] != ']'; isFirst = false)
        {
            if (IsAtEnd)
                throw Invalid("a bracket is not closed");
            if (TryNamedClass(set) || (source[at] == '\\' && TryClassEscape(set)))
                continue;
            var low = ClassCharacter();
            var high = low;
            if (at + 1 < source.Length && source[at] == '-' && source[at + 1] != ']')
            {
                at++;
                high = ClassCharacter();
            }

            if (high < low)
                throw Invalid("a range of characters ends before it begins");
            set.Add(low, high);
        }

        at++;
        set.IsNegated = isNegated;
        Emit(set);
    }

    int ClassCharacter()
    {
        if (IsAtEnd)
            throw Invalid("a bracket is not closed");
        return source[at] == '\\' ? EscapedCharacter() : source[at++];
    }

    /// <summary><c>[:alpha:]</c>, <c>[:^alpha:]</c></summary>
    bool TryNamedClass(CharacterSet set)
    {
        var end = source.AsSpan(at).StartsWith("[:") ? source.IndexOf(":]", at + 2, StringComparison.Ordinal) : -1;
        if (end < 0)
            return false;
        var name = source[(at + 2)..end];
        var isNegated = name is ['^', ..];
        var ranges = CharacterSet.Named(name[(isNegated ? 1 : 0)..]) ?? throw Invalid($"there is no class [:{name}:]");
        Add(set, ranges, isNegated);
        at = end + 2;
        return true;
    }

    /// <summary><c>\d</c> and its like, <c>\pL</c>, <c>\p{Lu}</c></summary>
    bool TryClassEscape(CharacterSet set)
    {
        var kind = at + 1 < source.Length ? source[at + 1] : '\0';
        var ranges = char.ToLowerInvariant(kind) switch { 'd' => "09", 's' => "\t\n\f\r  ", 'w' => "09AZ__az", _ => null };
        if (ranges is not null)
        {
            at += 2;
            Add(set, ranges, char.IsAsciiLetterUpper(kind));
            return true;
        }

        if (kind is not ('p' or 'P'))
            return false;
        at += 2;
        Category(set, kind == 'P');
        return true;
    }

    void Category(CharacterSet set, bool isNegated)
    {
        var isBraced = Take('{');
        var end = isBraced ? source.IndexOf('}', at) : at + 1;
        if (end < at || end > source.Length)
            throw Invalid("\\p is not followed by the name of a class");
        var name = source[at..end];
        at = isBraced ? end + 1 : end;
        isNegated ^= name is ['^', ..];
        name = name.TrimStart('^');
        IsSupported &= Categories.Contains(name) && !flags.HasFlag(PatternFlags.IgnoreCase);
        set.AddCategory(name, isNegated);
    }

    void Add(CharacterSet set, string ranges, bool isNegated)
    {
        var part = new CharacterSet();
        part.AddPairs(ranges);
        if (flags.HasFlag(PatternFlags.IgnoreCase))
        {
            NeedsAscii = true;
            part.FoldAscii();
        }

        set.Add(part, isNegated);
    }
}
