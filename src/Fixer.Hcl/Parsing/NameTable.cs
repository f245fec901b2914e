using System.Text;

namespace Fixer.Hcl;

/// <summary>
/// Makes strings of names without making the same one over and over. Shared by all threads: a slot holds any string of its hash,
/// writing one is atomic, and the number of slots bounds the memory.
/// </summary>
static class NameTable
{
    const int Slots = 1 << 12;

    /// <summary>Longer ones are rarely repeated.</summary>
    const int MaxLength = 48;

    static readonly string?[] Known = new string?[Slots];

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            return Encoding.UTF8.GetString(utf8);
        var hash = 2166136261u;
        foreach (var b in utf8)
            hash = (hash ^ b) * 16777619u;
        ref var slot = ref Known[(hash ^ (hash >> 15)) & (Slots - 1)];
        if (slot is { } known && known.Length == utf8.Length && Ascii.Equals(utf8, known))
            return known;
        var name = Encoding.UTF8.GetString(utf8);
        slot = name;
        return name;
    }
}
