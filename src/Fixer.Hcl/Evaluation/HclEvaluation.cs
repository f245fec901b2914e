using System.Collections.Immutable;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>What an expression yields, and what is wrong with it.</summary>
/// <param name="Value">The value; an unknown one where there are diagnostics.</param>
/// <param name="Diagnostics">What is wrong.</param>
public sealed record HclEvaluation(HclValue Value, ImmutableArray<HclDiagnostic> Diagnostics)
{
    /// <summary>Whether nothing is wrong. The value may still be unknown.</summary>
    public bool Succeeded => Diagnostics.IsEmpty;
}
