namespace Fixer.Ownership;

/// <summary>One link of the chain that leads to an owner.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Statement">What it says, in one sentence.</param>
/// <param name="Where">Where to look it up: <c>repository path:line</c>, a stack's ARN, a CloudTrail event id.</param>
public sealed record Evidence(EvidenceKind Kind, string Statement, string Where);

/// <summary>Kinds of evidence, strongest first.</summary>
public enum EvidenceKind
{
    /// <summary>A stack lists the resource.</summary>
    CloudFormationStack,

    /// <summary>A Terraform state holds the resource.</summary>
    TerraformState,

    /// <summary>A repository's code evaluates to the resource.</summary>
    Source,

    /// <summary>A repository's code may evaluate to the resource, or mentions it.</summary>
    PossibleSource,

    /// <summary>Something that would have held evidence could not be read.</summary>
    Gap,

    /// <summary>CloudTrail names who wrote the resource.</summary>
    TrailActor,
}
