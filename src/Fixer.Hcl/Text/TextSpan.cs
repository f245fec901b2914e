namespace Fixer.Hcl;

/// <summary>A half-open range of bytes in a source file.</summary>
/// <param name="Start">Offset of the first byte, from 0.</param>
/// <param name="End">Offset after the last byte; never before <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of bytes covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End})";
}
