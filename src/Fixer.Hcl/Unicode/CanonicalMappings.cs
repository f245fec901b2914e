namespace Fixer.Hcl;

/// <summary>Canonical decompositions, compositions and combining classes of code points: Unicode 15.0, chapter 3.</summary>
static class CanonicalMappings
{
    static readonly Dictionary<int, byte> Classes = [];
    static readonly Dictionary<int, int[]> Decompositions = [];
    static readonly Dictionary<(int First, int Second), int> Compositions = [];
    static readonly HashSet<int> Active = [];

    static CanonicalMappings()
    {
        var end = 0;
        foreach (var (gap, length, markClass) in Triples(CanonicalData.Classes))
        {
            for (var point = end + gap; point < end + gap + length; point++)
                Classes[point] = (byte)markClass;
            end += gap + length;
        }

        var next = 0;
        foreach (var (gap, first, second) in Triples(CanonicalData.Mappings))
        {
            var point = next + (gap >> 1);
            next = point + 1;
            Decompositions[point] = second == 0 ? [first] : [first, second];
            if ((gap & 1) != 0)
                Active.Add(point);
            else
            {
                Compositions[(first, second)] = point;
                Active.Add(second);
            }
        }

        // Parts may have parts.
        foreach (var point in Decompositions.Keys)
            Decompositions[point] = [.. Decompositions[point].SelectMany(Parts)];
        Active.UnionWith(Classes.Keys);
    }

    /// <summary>The combining class; 0 for a starter, which is any that is no mark.</summary>
    public static int Class(int point) => Classes.GetValueOrDefault(point);

    /// <summary>Whether it is in normal form C whatever it stands next to, and next to whatever stands behind it that is inert too.</summary>
    public static bool IsInert(int point) => !Active.Contains(point) && !Hangul.IsTrailing(point);

    /// <summary>All the code points that it stands for; itself if there are no others.</summary>
    public static int[] Decompose(int point) => Hangul.Decompose(point) ?? Decompositions.GetValueOrDefault(point) ?? [point];

    /// <summary>The code point that stands for these two; null if there is none.</summary>
    public static int? Compose(int first, int second) =>
        Hangul.Compose(first, second) ?? (Compositions.TryGetValue((first, second), out var composed) ? composed : null);

    static IEnumerable<int> Parts(int point) =>
        Decompositions.TryGetValue(point, out var parts) ? parts.SelectMany(Parts) : [point];

    static IEnumerable<(int, int, int)> Triples(string data)
    {
        var numbers = Numbers(Convert.FromBase64String(data)).GetEnumerator();
        while (numbers.MoveNext())
        {
            var first = numbers.Current;
            numbers.MoveNext();
            var second = numbers.Current;
            numbers.MoveNext();
            yield return (first, second, numbers.Current);
        }
    }

    static IEnumerable<int> Numbers(byte[] bytes)
    {
        var (number, shift) = (0, 0);
        foreach (var b in bytes)
        {
            number |= (b & 0x7F) << shift;
            shift += 7;
            if (b > 0x7F)
                continue;
            yield return number;
            (number, shift) = (0, 0);
        }
    }
}
