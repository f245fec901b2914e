using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>The definitions of a file or of a block, in the order of the source.</summary>
/// <param name="Items">Arguments and blocks.</param>
public sealed record HclBody(ImmutableArray<HclBodyItem> Items)
{
    /// <summary>The arguments.</summary>
    public IEnumerable<HclAttribute> Attributes => Items.OfType<HclAttribute>();

    /// <summary>The blocks.</summary>
    public IEnumerable<HclBlock> Blocks => Items.OfType<HclBlock>();

    /// <summary>The argument of this name; the first, if a broken file has several.</summary>
    public HclAttribute? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);

    /// <summary>The blocks of this type.</summary>
    public IEnumerable<HclBlock> BlocksOfType(string type) => Blocks.Where(b => b.Type == type);
}

/// <summary>An argument or a block.</summary>
public abstract class HclBodyItem : HclNode
{
    private protected HclBodyItem(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }

    /// <summary>The comments on the lines directly above it, with no blank line between, and in front of it on its own line.</summary>
    public IEnumerable<TextSpan> LeadingComments => Comments(OwnedTrivia.Before(Source, Tokens.First), Tokens.First);

    /// <summary>The comments behind it on its last line.</summary>
    public IEnumerable<TextSpan> TrailingComments => Comments(Tokens.End, OwnedTrivia.After(Source, Tokens.End));

    IEnumerable<TextSpan> Comments(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Source.Tokens[i].IsComment)
                yield return Source.Tokens[i].Span;
        }
    }
}
