using System.Globalization;
using System.Text;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>A set of characters of the basic plane, which becomes a class of .NET.</summary>
sealed class CharacterSet
{
    const int Last = 0xFFFF;

    readonly List<(int Low, int High)> ranges = [];
    readonly StringBuilder categories = new();

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

    /// <summary>Adds a range; what is beyond the basic plane matches nothing here.</summary>
    public void Add(int low, int high)
    {
        if (low <= Last)
            ranges.Add((low, Math.Min(high, Last)));
    }

    /// <summary>Adds ranges whose ends follow each other.</summary>
    public void AddPairs(string ends)
    {
        for (var i = 0; i < ends.Length; i += 2)
            Add(ends[i], ends[i + 1]);
    }

    /// <summary>Adds the ranges of another set, or all that is not in them.</summary>
    public void Add(CharacterSet other, bool isNegated)
    {
        var next = 0;
        foreach (var (low, high) in other.ranges.Order())
        {
            if (!isNegated)
                Add(low, high);
            else if (low > next)
                Add(next, low - 1);
            next = Math.Max(next, high + 1);
        }

        if (isNegated)
            Add(next, Last);
    }

    public void AddCategory(string name, bool isNegated) => categories.Append(isNegated ? "\\P{" : "\\p{").Append(name).Append('}');

    /// <summary>Adds the capitals of small letters and the reverse. False if there is more than ASCII.</summary>
    public bool FoldAscii()
    {
        foreach (var (low, high) in ranges.ToArray())
        {
            AddShifted(low, high, 'a', 'z', 'A' - 'a');
            AddShifted(low, high, 'A', 'Z', 'a' - 'A');
        }

        return categories.Length == 0 && ranges.TrueForAll(r => r.High < 0x80);
    }

    void AddShifted(int low, int high, char first, char last, int shift)
    {
        (low, high) = (Math.Max(low, first), Math.Min(high, last));
        if (low <= high)
            Add(low + shift, high + shift);
    }

    public override string ToString()
    {
        if (ranges.Count == 0 && categories.Length == 0)
            return IsNegated ? "[\\u0000-\\uFFFF]" : "[^\\u0000-\\uFFFF]";
        var result = new StringBuilder(IsNegated ? "[^" : "[");
        foreach (var (low, high) in ranges)
            result.Append(CultureInfo.InvariantCulture, $"\\u{low:X4}-\\u{high:X4}");
        return result.Append(categories).Append(']').ToString();
    }
}
