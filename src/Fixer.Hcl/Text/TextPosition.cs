namespace Fixer.Hcl;

/// <summary>A place in a file as people count it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in user-perceived characters (Unicode grapheme clusters), from 1; a byte order mark has no width.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
