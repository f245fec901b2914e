using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>A CloudTrail event as data: who called what, where, and which resources it wrote.</summary>
/// <param name="Event">Who, when and how.</param>
/// <param name="AccountId">The account whose resources were called on (recipientAccountId).</param>
/// <param name="Region">The region that CloudTrail names.</param>
/// <param name="Service">The service as IAM writes it: <c>s3</c> of <c>s3.amazonaws.com</c>.</param>
/// <param name="ErrorCode">Why the call failed; null when it did not.</param>
/// <param name="Writes">The resources it wrote, as far as it names them; empty for a call that failed or only read.</param>
/// <param name="IsComplete">Whether <paramref name="Writes"/> is all it wrote: false for an operation Fixer does not know, and where CloudTrail left parameters out.</param>
public sealed record TrailRecord(
    TrailEvent Event,
    string AccountId,
    string Region,
    string Service,
    string? ErrorCode,
    ImmutableArray<ResourceWrite> Writes,
    bool IsComplete)
{
    /// <summary>The operation as IAM writes it, such as <c>s3:DeleteBucket</c>; what a playbook's triggers are compared with.</summary>
    public string Action => $"{Service}:{Event.EventName}";

    /// <summary>Whether it changed anything: a call that succeeded and did more than read.</summary>
    public bool IsWrite => !Event.ReadOnly && ErrorCode is null;

    /// <summary>The event as evidence about <paramref name="resource"/>; null when it did not write it.</summary>
    public TrailEvent? On(ResourceId resource)
    {
        var kinds = Writes.Where(w => w.Resource == resource).Select(w => w.Kind).ToArray();
        return kinds.Length == 0 ? null : Event with { Creates = kinds.Contains(WriteKind.Created) };
    }
}

/// <summary>A resource that a call wrote.</summary>
/// <param name="Resource">The resource, named as the inventory names it.</param>
/// <param name="Kind">What became of it.</param>
public sealed record ResourceWrite(ResourceId Resource, WriteKind Kind);

/// <summary>What a call did to a resource.</summary>
public enum WriteKind
{
    /// <summary>It was not there before.</summary>
    Created,

    /// <summary>It was changed, or perhaps created (UPSERT).</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Deleted,
}
