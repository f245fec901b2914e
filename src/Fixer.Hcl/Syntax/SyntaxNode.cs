namespace Fixer.Hcl;

/// <summary>A piece of source text that means something: a node of the native syntax or of JSON, or a piece of a data file.</summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode()
    {
    }

    /// <summary>The file it stands in.</summary>
    public abstract SourceText Text { get; }

    /// <summary>Its bytes.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>Its source as written.</summary>
    public override string ToString() => Text.GetString(Span);
}
