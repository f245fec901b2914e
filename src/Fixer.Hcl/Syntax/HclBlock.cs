using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>A block: <c>type "label" label { body }</c>.</summary>
public sealed class HclBlock : HclBodyItem
{
    internal HclBlock(TokenSource source, TokenRange tokens, string type, ImmutableArray<HclLabel> labels, HclBody body, bool isClosed)
        : base(source, tokens) => (Type, Labels, Body, IsClosed) = (type, labels, body, isClosed);

    /// <summary>The type.</summary>
    public string Type { get; }

    /// <summary>The labels, quoted or bare.</summary>
    public ImmutableArray<HclLabel> Labels { get; }

    /// <summary>What stands between the braces.</summary>
    public HclBody Body { get; }

    /// <summary>Whether the closing brace is there; false only in broken files.</summary>
    public bool IsClosed { get; }

    /// <inheritdoc/>
    public override IEnumerable<HclNode> Children => Body.Items;

    /// <summary>Whether type and labels are these.</summary>
    public bool Is(string type, params ReadOnlySpan<string> labels)
    {
        if (Type != type || Labels.Length != labels.Length)
            return false;
        for (var i = 0; i < labels.Length; i++)
        {
            if (Labels[i].Value != labels[i])
                return false;
        }

        return true;
    }
}

/// <summary>A label of a block.</summary>
/// <param name="Value">Its value, escapes decoded.</param>
/// <param name="Span">Its bytes, quotes included.</param>
public readonly record struct HclLabel(string Value, TextSpan Span);
