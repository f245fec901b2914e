using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>Looks up CloudTrail for who wrote a resource.</summary>
public interface ITrail
{
    /// <summary>Write events on the resource, newest first; or the gap that kept them from being read.</summary>
    Task<TrailAnswer> WritesTo(RecordSet record, CancellationToken cancellation);
}

/// <summary>CloudTrail's answer.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="Gap">Why the answer is not complete; null when it is.</param>
public sealed record TrailAnswer(ImmutableArray<TrailEvent> Events, CollectionGap? Gap = null);

/// <summary>Reads the organization's source repositories.</summary>
public interface IRepositories
{
    /// <summary>Every configured repository at the head of its default branch. One that cannot be read is a failure in the answer, never an exception.</summary>
    Task<RepositoryReadings> ReadAll(CancellationToken cancellation);
}

/// <summary>What could be read of the repositories.</summary>
/// <param name="Trees">Readable ones.</param>
/// <param name="Failures">Unreadable ones, with the reason.</param>
public sealed record RepositoryReadings(ImmutableArray<SourceTree> Trees, ImmutableArray<RepositoryFailure> Failures);

/// <summary>A repository that could not be read.</summary>
/// <param name="Repository">Its name.</param>
/// <param name="Reason">What went wrong, without secrets.</param>
public sealed record RepositoryFailure(string Repository, string Reason);
