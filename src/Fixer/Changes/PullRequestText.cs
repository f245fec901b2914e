using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fixer.Iac;
using Fixer.Iac.Opinions;
using Fixer.Ownership;

namespace Fixer.Changes;

/// <summary>What a pull request says, before it is rendered. Every string may come from outside and is escaped when rendered.</summary>
/// <param name="Title">Title and first line of the commit message, as a Conventional Commit.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Risk">Why it matters.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Facts">What was seen in AWS.</param>
/// <param name="Evidence">Why this repository owns it.</param>
/// <param name="Address">What is removed: resource address or logical id.</param>
/// <param name="Location">Where it stands: path:line.</param>
/// <param name="Diff">Unified diff.</param>
/// <param name="Proof">What was checked.</param>
/// <param name="NextApply">What the next apply or deployment will do.</param>
/// <param name="Notices">Risks the reviewer must know.</param>
public sealed record PullRequestText(
    string Title,
    string Problem,
    string Risk,
    string Severity,
    ImmutableArray<string> Facts,
    ImmutableArray<Evidence> Evidence,
    string Address,
    string Location,
    string Diff,
    EditProof Proof,
    string NextApply,
    ImmutableArray<string> Notices)
{
    /// <summary>What parsers that have nothing to do with Fixer's say of the edit; null for CloudFormation, where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Opinion? SecondOpinion { get; init; }

    /// <summary>What Terraform itself planned; null when it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TerraformPlans? TerraformPlans { get; init; }
}
