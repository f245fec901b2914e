namespace Fixer.Hcl.Functions.Patterns;

/// <summary>Classes of characters.</summary>
partial class PatternParser
{
    CharacterSet Class()
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
            Add(set, low, high);
        }

        at++;
        set.IsNegated = isNegated;
        return set;
    }

    int ClassCharacter()
    {
        if (IsAtEnd)
            throw Invalid("a bracket is not closed");
        return source[at] == '\\' ? EscapedCharacter() : TakeCharacter();
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
        if (name == "Any")
            set.Add(CharacterSet.All, isNegated);
        else
            IsSupported &= set.AddCategory(name, isNegated) && !flags.HasFlag(PatternFlags.IgnoreCase);
    }

    void Add(CharacterSet set, string ends, bool isNegated)
    {
        var part = new CharacterSet();
        for (var i = 0; i < ends.Length; i += 2)
            Add(part, ends[i], ends[i + 1]);
        set.Add(part, isNegated);
    }
}
