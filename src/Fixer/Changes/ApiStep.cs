using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fixer.Changes;

/// <summary>
/// One call to AWS, from a closed vocabulary. Each step is idempotent, names the permission it needs, knows its exact inverse,
/// and can be shown as the <c>aws</c> command that does the same.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(DeleteRecordSet), "deleteRecordSet")]
[JsonDerivedType(typeof(CreateRecordSet), "createRecordSet")]
[JsonDerivedType(typeof(DisableDistribution), "disableDistribution")]
[JsonDerivedType(typeof(EnableDistribution), "enableDistribution")]
[JsonDerivedType(typeof(ReplacePolicyDocument), "replacePolicyDocument")]
[JsonDerivedType(typeof(AttachPolicy), "attachPolicy")]
[JsonDerivedType(typeof(DetachPolicy), "detachPolicy")]
public abstract record ApiStep
{
    /// <summary>The account the step acts in.</summary>
    [JsonIgnore]
    public abstract string AccountId { get; }

    /// <summary>The IAM actions it takes, such as <c>route53:ChangeResourceRecordSets</c>; those that read are the auditor's and not among them.</summary>
    [JsonIgnore]
    public abstract ImmutableArray<string> Permissions { get; }

    /// <summary>What is changed, as people look it up.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>The step that restores what this one changed.</summary>
    [JsonIgnore]
    public abstract ApiStep Inverse { get; }

    /// <summary>The equivalent command line, quoted for a POSIX shell.</summary>
    [JsonIgnore]
    public abstract string CommandLine { get; }

    /// <summary>What is done to what. Not the compiler's text of all members: a step's inverse has an inverse.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Subject}";
}
