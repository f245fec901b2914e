using Fixer.Hcl;

namespace Fixer.Iac;

/// <summary>Lines of a file in a repository.</summary>
/// <param name="Path">Path relative to the repository's root.</param>
/// <param name="StartLine">First line, from 1.</param>
/// <param name="EndLine">Last line, from 1, inclusive.</param>
public sealed record SourceLocation(string Path, int StartLine, int EndLine)
{
    /// <summary>The lines of a piece of source.</summary>
    public static SourceLocation Of(SyntaxNode node) => new(
        node.Text.Path,
        node.Text.LineOf(node.Span.Start),
        node.Text.LineOf(Math.Max(node.Span.Start, node.Span.End - 1)));

    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{StartLine}";
}
