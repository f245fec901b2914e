namespace Fixer.Hcl;

/// <summary>A piece of a file that is neither HCL nor JSON and that an evaluation reads data from: an entry of YAML, a row of CSV, or the whole of a text file.</summary>
/// <param name="text">The file.</param>
/// <param name="span">Its bytes.</param>
public class DataNode(SourceText text, TextSpan span) : SyntaxNode
{
    /// <inheritdoc/>
    public override SourceText Text { get; } = text;

    /// <inheritdoc/>
    public override TextSpan Span { get; } = span;

    /// <summary>Whether it is the whole of the file.</summary>
    public bool IsWholeFile => Span.Length == Text.Length;
}
