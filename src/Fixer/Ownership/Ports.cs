using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Iac.Terraform.State;
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
public sealed record TrailAnswer(ImmutableArray<TrailEvent> Events, CollectionGap? Gap = null)
{
    /// <summary>From when on every write is in the answer: CloudTrail's event history keeps 90 days. Null when nothing is older.</summary>
    public DateTimeOffset? Since { get; init; }
}

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

/// <summary>Reads Terraform's states: which address each live resource has.</summary>
public interface IStates
{
    /// <summary>Every configured state. One that cannot be read is a failure in the answer, never an exception.</summary>
    Task<StateReadings> ReadAll(CancellationToken cancellation);
}

/// <summary>What could be read of the states.</summary>
/// <param name="States">Those that could be opened; one that is broken says so itself.</param>
/// <param name="Failures">Those, or folders of those, that could not be.</param>
public sealed record StateReadings(ImmutableArray<LocatedState> States, ImmutableArray<StateFailure> Failures)
{
    /// <summary>No states: none is configured.</summary>
    public static StateReadings None { get; } = new([], []);
}

/// <summary>A state, and the place that a backend would name.</summary>
/// <param name="Location">An object in S3; or a file, whose path says nothing about the module.</param>
/// <param name="State">The state.</param>
public sealed record LocatedState(StateLocation Location, TerraformState State);

/// <summary>States that could not be read.</summary>
/// <param name="Location">What was to be read: <c>s3://bucket/prefix</c>, a folder or a file.</param>
/// <param name="Reason">What went wrong, without secrets.</param>
public sealed record StateFailure(string Location, string Reason);
