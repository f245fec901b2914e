using System.Runtime.InteropServices;
using System.Text;

namespace Fixer.Hcl;

/// <summary>
/// Unicode normalization form C, which all strings of the language are in: HCL specification, "Template Expressions", and Unicode
/// Standard Annex 15. Not <see cref="string.Normalize()"/>, which does nothing under invariant globalization.
/// </summary>
static class NormalForm
{
    /// <summary>Everything below is normal whatever it stands next to.</summary>
    const char FirstMark = '\u0300';

    /// <summary>
    /// Like HashiCorp's implementation, takes no more marks than these in a row: Annex 15, "Stream-Safe Text Process". It bounds the
    /// work of sorting them, too.
    /// </summary>
    const int MaxMarks = 30;

    const int GraphemeJoiner = 0x034F;

    public static string C(string value) =>
        value.AsSpan().IndexOfAnyInRange(FirstMark, char.MaxValue) < 0 || IsNormal(value) ? value : Compose(CollectionsMarshal.AsSpan(Decompose(value)));

    static bool IsNormal(string value)
    {
        for (var i = 0; i < value.Length;)
        {
            if (!CanonicalMappings.IsInert(Next(value, ref i)))
                return false;
        }

        return true;
    }

    /// <summary>In canonical order.</summary>
    static List<int> Decompose(string value)
    {
        var points = new List<int>(value.Length);
        var marks = 0;
        for (var i = 0; i < value.Length;)
        {
            var parts = CanonicalMappings.Decompose(Next(value, ref i));
            var leading = parts.TakeWhile(IsMark).Count();
            if (leading > 0 && marks + leading > MaxMarks)
            {
                points.Add(GraphemeJoiner);
                marks = 0;
            }

            foreach (var part in parts)
                points.Insert(Place(points, CanonicalMappings.Class(part)), part);
            marks = leading == parts.Length ? marks + leading : parts.Reverse().TakeWhile(IsMark).Count();
        }

        return points;
    }

    /// <summary>Behind what a mark of this class must not pass.</summary>
    static int Place(List<int> points, int markClass)
    {
        var place = points.Count;
        while (markClass > 0 && place > 0 && CanonicalMappings.Class(points[place - 1]) > markClass)
            place--;
        return place;
    }

    static string Compose(Span<int> points)
    {
        var starter = -1;
        var kept = 0;
        foreach (var point in points)
        {
            var markClass = CanonicalMappings.Class(point);
            var isFree = starter >= 0 && (kept == starter + 1 || CanonicalMappings.Class(points[kept - 1]) < markClass);
            if (isFree && CanonicalMappings.Compose(points[starter], point) is { } composed)
            {
                points[starter] = composed;
                continue;
            }

            if (markClass == 0)
                starter = kept;
            points[kept++] = point;
        }

        var result = new StringBuilder(kept);
        for (var i = 0; i < kept; i++)
            _ = points[i] <= char.MaxValue ? result.Append((char)points[i]) : result.Append(char.ConvertFromUtf32(points[i]));
        return result.ToString();
    }

    static bool IsMark(int point) => CanonicalMappings.Class(point) > 0;

    /// <summary>A surrogate without its other half stands for itself.</summary>
    static int Next(string value, ref int index)
    {
        var point = char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1])
            ? char.ConvertToUtf32(value[index], value[index + 1])
            : value[index];
        index += point > char.MaxValue ? 2 : 1;
        return point;
    }
}
