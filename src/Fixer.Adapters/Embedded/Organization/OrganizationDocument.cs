using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>An AWS organization in a file: what the embedded adapters read and write.</summary>
public sealed record OrganizationDocument(
    ImmutableArray<Account> Accounts,
    ImmutableArray<string> Regions,
    ImmutableArray<ZoneDocument> Zones,
    ImmutableArray<Bucket> Buckets,
    ImmutableArray<string> ForeignBuckets,
    ImmutableArray<PublicAddress> Addresses,
    ImmutableArray<AddressRange> AddressRanges,
    ImmutableArray<Stack> Stacks,
    ImmutableArray<TrailDocument> Trail,
    ImmutableArray<Deployment> Deployments,
    ImmutableArray<Fault> Faults)
{
    /// <summary>An organization with nothing in it.</summary>
    public static OrganizationDocument Empty { get; } = new([], ["us-east-1"], [], [], [], [], [], [], [], [], []);

    /// <summary>CloudFront distributions.</summary>
    public ImmutableArray<DistributionDocument> Distributions { get; init; } = [];

    /// <summary>Customer managed policies.</summary>
    public ImmutableArray<PolicyDocument> Policies { get; init; } = [];
}

/// <summary>A CloudFront distribution.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Id">Its id.</param>
/// <param name="Enabled">Whether it serves.</param>
/// <param name="Settings">Hash of all its other settings.</param>
public sealed record DistributionDocument(string AccountId, string Id, bool Enabled, string Settings);

/// <summary>A managed policy.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Document">The default version's document.</param>
/// <param name="Holders">Roles and users it is attached to.</param>
public sealed record PolicyDocument(string AccountId, string Arn, string Document, ImmutableArray<PolicyHolder> Holders);

/// <summary>A hosted zone with its records and tags.</summary>
public sealed record ZoneDocument(HostedZone Zone, ImmutableArray<RecordSet> Records, ImmutableSortedDictionary<string, string> Tags);

/// <summary>A CloudTrail event and the resource it wrote.</summary>
public sealed record TrailDocument(ResourceId Resource, TrailEvent Event);

/// <summary>What an app team's pipeline deploys from a repository: the played counterpart of a Terraform state or a stack.</summary>
/// <param name="Repository">Repository.</param>
/// <param name="Stack">ARN of the stack, for CloudFormation.</param>
/// <param name="Template">Path of the stack's template in the repository.</param>
/// <param name="Resources">What it manages: address or logical id, and resource.</param>
public sealed record Deployment(string Repository, string? Stack, string? Template, ImmutableArray<DeployedResource> Resources);

/// <summary>A resource that a pipeline manages.</summary>
public sealed record DeployedResource(string Address, ResourceId Resource);

/// <summary>Something that is to go wrong.</summary>
/// <param name="Account">Account id, or <c>*</c>.</param>
/// <param name="Region">Region, or <c>*</c>.</param>
/// <param name="Operation">IAM action, or <c>*</c>; <c>sts:AssumeRole</c> stands for a role that is missing.</param>
/// <param name="Kind">How it goes wrong.</param>
/// <param name="Times">How often before it works again; 0 for always.</param>
public sealed record Fault(string Account, string Region, string Operation, FaultKind Kind, int Times = 0);

/// <summary>How a call goes wrong.</summary>
public enum FaultKind
{
    /// <summary>AccessDenied.</summary>
    AccessDenied,

    /// <summary>Throttling.</summary>
    Throttled,

    /// <summary>The service answers with an error of its own.</summary>
    Unavailable,
}
