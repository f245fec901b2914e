using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fixer.Inventory;

namespace Fixer.Changes;

/// <summary>A step about a record set.</summary>
/// <param name="Record">The record set, whole.</param>
public abstract record RecordSetStep(RecordSet Record) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Record.AccountId;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => ["route53:ChangeResourceRecordSets"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => Record.Label;
}

/// <summary>Deletes a record set that is exactly <paramref name="Record"/>; one that differs is left alone.</summary>
/// <param name="Record">The record set as it must be found.</param>
public sealed record DeleteRecordSet(RecordSet Record) : RecordSetStep(Record)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new CreateRecordSet(Record);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Route53Command.Change("DELETE", Record);
}

/// <summary>Creates <paramref name="Record"/>; where one of that name, type and set identifier exists already, it must be the same.</summary>
/// <param name="Record">The record set to create.</param>
public sealed record CreateRecordSet(RecordSet Record) : RecordSetStep(Record)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new DeleteRecordSet(Record);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Route53Command.Change("CREATE", Record);
}
