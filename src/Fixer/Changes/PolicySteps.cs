using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fixer.Changes;

/// <summary>A step about the document of a customer managed policy.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="PolicyArn">The policy.</param>
/// <param name="Before">The document, JSON, before it is replaced.</param>
/// <param name="After">The document that replaces it.</param>
public abstract record PolicyDocumentStep(string Account, string PolicyArn, string Before, string After) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"policy {PolicyArn}";
}

/// <summary>Gives a customer managed policy another document, as a new default version. The version with the old document stays as the backup.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="PolicyArn">The policy.</param>
/// <param name="Before">The document, JSON, that its default version must have.</param>
/// <param name="After">The document that it is given.</param>
public sealed record ReplacePolicyDocument(string Account, string PolicyArn, string Before, string After) : PolicyDocumentStep(Account, PolicyArn, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => ["iam:CreatePolicyVersion"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new RestorePolicyDocument(Account, PolicyArn, Before, After);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => $"aws iam create-policy-version --policy-arn {Shell.Quote(PolicyArn)} --policy-document {Shell.Quote(After)} --set-as-default";
}

/// <summary>Makes the backup of a <see cref="ReplacePolicyDocument"/> the default version again, and deletes the version that replaced it.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="PolicyArn">The policy.</param>
/// <param name="Before">The document that it gets back.</param>
/// <param name="After">The document that its default version must have.</param>
public sealed record RestorePolicyDocument(string Account, string PolicyArn, string Before, string After) : PolicyDocumentStep(Account, PolicyArn, Before, After)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => ["iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new ReplacePolicyDocument(Account, PolicyArn, Before, After);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => $"aws iam set-default-policy-version --policy-arn {Shell.Quote(PolicyArn)} --version-id \"$(aws iam list-policy-versions --policy-arn {Shell.Quote(PolicyArn)} --query 'Versions[1].VersionId' --output text)\"";
}

/// <summary>A step about a managed policy and a role or user.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="Principal">The role or user.</param>
/// <param name="PolicyArn">The policy.</param>
public abstract record PolicyAttachmentStep(string Account, PolicyHolder Principal, string PolicyArn) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{PolicyArn} of {Principal}";
}

/// <summary>Attaches a managed policy to a role or user: a quarantine that denies everything, or the narrower policy that replaces another.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="Principal">The role or user.</param>
/// <param name="PolicyArn">The policy.</param>
public sealed record AttachPolicy(string Account, PolicyHolder Principal, string PolicyArn) : PolicyAttachmentStep(Account, Principal, PolicyArn)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => [$"iam:Attach{Principal.Kind}Policy"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new DetachPolicy(Account, Principal, PolicyArn);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Principal.Command("attach", PolicyArn);
}

/// <summary>Detaches a managed policy from a role or user.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="Principal">The role or user.</param>
/// <param name="PolicyArn">The policy.</param>
public sealed record DetachPolicy(string Account, PolicyHolder Principal, string PolicyArn) : PolicyAttachmentStep(Account, Principal, PolicyArn)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => [$"iam:Detach{Principal.Kind}Policy"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new AttachPolicy(Account, Principal, PolicyArn);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Principal.Command("detach", PolicyArn);
}

/// <summary>A role or user that managed policies are attached to.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Name">Its name, without a path.</param>
public sealed record PolicyHolder(PolicyHolderKind Kind, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Kind == PolicyHolderKind.Role ? "role" : "user")} {Name}";

    internal string Command(string verb, string policy)
    {
        var kind = Kind == PolicyHolderKind.Role ? "role" : "user";
        return $"aws iam {verb}-{kind}-policy --{kind}-name {Shell.Quote(Name)} --policy-arn {Shell.Quote(policy)}";
    }
}

/// <summary>Kinds of principals.</summary>
public enum PolicyHolderKind
{
    /// <summary>A role.</summary>
    Role,

    /// <summary>A user.</summary>
    User,
}
