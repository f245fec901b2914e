using System.Text.Json.Serialization;
using Fixer.Inventory;

namespace Fixer.Changes;

/// <summary>
/// One call to AWS, from a closed vocabulary. Each step is idempotent, names the permission it needs, knows its exact inverse,
/// and can be shown as the <c>aws</c> command that does the same.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(DeleteRecordSet), "deleteRecordSet")]
[JsonDerivedType(typeof(CreateRecordSet), "createRecordSet")]
public abstract record ApiStep
{
    /// <summary>The account the step acts in.</summary>
    [JsonIgnore]
    public abstract string AccountId { get; }

    /// <summary>The IAM action, such as <c>route53:ChangeResourceRecordSets</c>.</summary>
    [JsonIgnore]
    public abstract string Permission { get; }

    /// <summary>The step that restores what this one changed.</summary>
    [JsonIgnore]
    public abstract ApiStep Inverse { get; }

    /// <summary>The equivalent command line, quoted for a POSIX shell.</summary>
    [JsonIgnore]
    public abstract string CommandLine { get; }
}

/// <summary>Deletes a record set that is exactly <paramref name="Record"/>; one that differs is left alone.</summary>
/// <param name="Record">The record set as it must be found.</param>
public sealed record DeleteRecordSet(RecordSet Record) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Record.AccountId;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Permission => "route53:ChangeResourceRecordSets";

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new CreateRecordSet(Record);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Route53Command.Change("DELETE", Record);
}

/// <summary>Creates <paramref name="Record"/>; where one of that name, type and set identifier exists already, it must be the same.</summary>
/// <param name="Record">The record set to create.</param>
public sealed record CreateRecordSet(RecordSet Record) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Record.AccountId;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Permission => "route53:ChangeResourceRecordSets";

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new DeleteRecordSet(Record);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Route53Command.Change("CREATE", Record);
}
