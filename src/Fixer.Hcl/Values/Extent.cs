namespace Fixer.Hcl.Values;

/// <summary>
/// How much a type or value is when all of it is written out. A few lines can make a value in which the same part occurs
/// a billion times, at no cost as long as nobody looks at it: evaluation must know before it does.
/// </summary>
/// <param name="Depth">How deeply types or values are nested in it.</param>
/// <param name="Size">How many there are, itself included; never above <see cref="MaxSize"/>.</param>
readonly record struct Extent(int Depth, long Size)
{
    const long MaxSize = long.MaxValue / 4;

    /// <summary>That of something with nothing in it.</summary>
    public static Extent One { get; } = new(0, 1);

    /// <summary>With a part more.</summary>
    public Extent With(Extent part) => new(Math.Max(Depth, part.Depth + 1), Math.Min(MaxSize, Size + part.Size));
}
