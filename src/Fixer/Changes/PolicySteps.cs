using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fixer.Changes;

/// <summary>
/// Gives a customer managed policy another document, as a new default version. The version with the old document stays as the backup; the inverse makes it
/// the default again and deletes the new one.
/// </summary>
/// <param name="Account">Owning account.</param>
/// <param name="PolicyArn">The policy.</param>
/// <param name="Before">The document, JSON, that its default version must have.</param>
/// <param name="After">The document that it is given.</param>
public sealed record ReplacePolicyDocument(string Account, string PolicyArn, string Before, string After) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => ["iam:CreatePolicyVersion", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"policy {PolicyArn}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new ReplacePolicyDocument(Account, PolicyArn, After, Before);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => $"aws iam create-policy-version --policy-arn {Shell.Quote(PolicyArn)} --policy-document {Shell.Quote(After)} --set-as-default";
}

/// <summary>Attaches a managed policy to a role or user: a quarantine that denies everything, or the narrower policy that replaces another.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="Principal">The role or user.</param>
/// <param name="PolicyArn">The policy.</param>
public sealed record AttachPolicy(string Account, PolicyHolder Principal, string PolicyArn) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => [$"iam:Attach{Principal.Kind}Policy"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{PolicyArn} of {Principal}";

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
public sealed record DetachPolicy(string Account, PolicyHolder Principal, string PolicyArn) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => [$"iam:Detach{Principal.Kind}Policy"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"{PolicyArn} of {Principal}";

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
