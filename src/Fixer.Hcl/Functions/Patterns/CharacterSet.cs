using System.Globalization;
using System.Text;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>A set of characters.</summary>
sealed class CharacterSet
{
    const int Last = 0x10FFFF;

    /// <summary>The letters that Unicode's general categories begin with or are called by, in the order of <see cref="UnicodeCategory"/>.</summary>
    static readonly string[] Categories =
        ["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So"];

    readonly List<(int Low, int High)> ranges = [];
    readonly List<(string Prefix, bool IsNegated)> categories = [];

    /// <summary>Every character.</summary>
    public static CharacterSet All { get; } = new() { IsNegated = true };

    /// <summary>Every character but the line feed.</summary>
    public static CharacterSet NoLineEnd { get; } = CreateNoLineEnd();

    /// <summary>Whether it is all others that match.</summary>
    public bool IsNegated { get; set; }

    /// <summary>The ASCII class that POSIX has under this name, as pairs of ends; null if there is none.</summary>
    public static string? Named(string name) => name switch
    {
        "alnum" => "09AZaz",
        "alpha" => "AZaz",
        "ascii" => "\0\x7F",
        "blank" => "\t\t  ",
        "cntrl" => "\0\x1F\x7F\x7F",
        "digit" => "09",
        "graph" => "!~",
        "lower" => "az",
        "print" => " ~",
        "punct" => "!/:@[`{~",
        "space" => "\t\r  ",
        "upper" => "AZ",
        "word" => "09AZ__az",
        "xdigit" => "09AFaf",
        _ => null,
    };

    public void Add(int low, int high) => ranges.Add((low, high));

    /// <summary>Adds the ranges of another set, or all that is not in them.</summary>
    public void Add(CharacterSet other, bool isNegated)
    {
        var next = 0;
        foreach (var (low, high) in other.ranges.Order())
        {
            if (isNegated == other.IsNegated)
                Add(low, high);
            else if (low > next)
                Add(next, low - 1);
            next = Math.Max(next, high + 1);
        }

        if (isNegated != other.IsNegated)
            Add(next, Last);
    }

    /// <summary>Adds a general category, or all but it. False if it is none: scripts are not known to .NET.</summary>
    public bool AddCategory(string name, bool isNegated)
    {
        categories.Add((name, isNegated));
        return name.Length is 1 or 2 && Array.Exists(Categories, c => c.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>Adds the capitals of small letters of ASCII, the reverse, and the two letters elsewhere that are the same as some of them.</summary>
    public void AddFolded(int low, int high)
    {
        AddShifted(low, high, 'a', 'z', 'A' - 'a');
        AddShifted(low, high, 'A', 'Z', 'a' - 'A');
        AddShifted(low, high, 'k', 'k', '\u212A' - 'k');
        AddShifted(low, high, 'K', 'K', '\u212A' - 'K');
        AddShifted(low, high, 's', 's', 'ſ' - 's');
        AddShifted(low, high, 'S', 'S', 'ſ' - 'S');
    }

    public bool Contains(Rune character)
    {
        foreach (var (low, high) in ranges)
        {
            if (character.Value >= low && character.Value <= high)
                return !IsNegated;
        }

        foreach (var (prefix, isNegated) in categories)
        {
            var category = Rune.GetUnicodeCategory(character);
            if ((category != UnicodeCategory.OtherNotAssigned && Categories[(int)category].StartsWith(prefix, StringComparison.Ordinal)) != isNegated)
                return !IsNegated;
        }

        return IsNegated;
    }

    static CharacterSet CreateNoLineEnd()
    {
        var set = new CharacterSet { IsNegated = true };
        set.Add('\n', '\n');
        return set;
    }

    void AddShifted(int low, int high, char first, char last, int shift)
    {
        (low, high) = (Math.Max(low, first), Math.Min(high, last));
        if (low <= high)
            Add(low + shift, high + shift);
    }
}
