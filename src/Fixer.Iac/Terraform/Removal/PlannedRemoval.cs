using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>What is removed from the files, and which numbers are lowered.</summary>
sealed class PlannedRemoval
{
    public HashSet<SyntaxNode> Nodes { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Those of the nodes that yield nothing, and go because they refer to what does, or because nothing uses them any more.</summary>
    public HashSet<SyntaxNode> Leftovers { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<NumberLiteral, string> Counts { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>All that is edited.</summary>
    public IEnumerable<SyntaxNode> Edited => Nodes.Concat(Counts.Keys);

    /// <summary>Variables and locals that go: nothing may refer to them afterwards.</summary>
    public List<ReferenceTarget> Names { get; } = [];

    /// <summary>Files with nodes that go, by path, which are no part of the root module: an <see cref="HclFile"/> or a <see cref="Hcl.Json.JsonFile"/> each.</summary>
    public Dictionary<string, object> OtherFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>What stays although it could go, one sentence each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Removes what yields nothing.</summary>
    public void Leave(SyntaxNode node)
    {
        Nodes.Add(node);
        Leftovers.Add(node);
    }

    /// <summary>Whether a piece of source goes, by itself or with what is around it.</summary>
    public bool IsGone(SyntaxNode node) => Nodes.Any(n => n.Text == node.Text && n.Span.Contains(node.Span));
}
