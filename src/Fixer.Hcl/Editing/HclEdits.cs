namespace Fixer.Hcl;

/// <summary>Changes of a file, as text edits that leave every other byte alone.</summary>
public static class HclEdits
{
    /// <summary>
    /// Removes a block with the comments that belong to it. Where blank lines were above or below it, exactly one remains between
    /// its neighbours; where there were none, none is added; at the start or end of a body none remains.
    /// </summary>
    /// <exception cref="ArgumentException">The block is not of this file.</exception>
    public static TextEdit RemoveBlock(HclFile file, HclBlock block)
    {
        var source = block.Source;
        if (source.Text != file.Text)
            throw new ArgumentException("The block is a node of another file.", nameof(block));
        var first = OwnedTrivia.Before(source, block.Tokens.First);
        var end = OwnedTrivia.After(source, block.Tokens.End);
        var wholeLines = BlankLines.StartsLine(source, first) && (end != block.Tokens.End || end == source.Tokens.Length);
        var range = wholeLines ? BlankLines.Take(source, new TokenRange(first, end)) : new TokenRange(first, end);
        return new TextEdit(source.SpanOf(range), "");
    }
}
