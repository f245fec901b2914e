using System.Collections.Immutable;

namespace Fixer.Inventory;

/// <summary>A member account of the organization.</summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Name">The account's name.</param>
/// <param name="AdminEmail">Who is written to about this account's resources; null if nobody is known.</param>
public sealed record Account(string Id, string Name, string? AdminEmail);

/// <summary>A Route 53 hosted zone.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Id">The id without <c>/hostedzone/</c>.</param>
/// <param name="Name">Lower case, no final dot.</param>
/// <param name="IsPrivate">Whether it answers inside VPCs only.</param>
public sealed record HostedZone(string AccountId, string Id, string Name, bool IsPrivate);

/// <summary>An S3 bucket.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Region">The bucket's region.</param>
/// <param name="Name">Globally unique name.</param>
public sealed record Bucket(string AccountId, string Region, string Name);

/// <summary>A public address that the organization holds.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Region">Region.</param>
/// <param name="Address">IPv4 or IPv6 text in canonical form.</param>
/// <param name="Holder">The allocation id (<c>eipalloc-…</c>) or network interface id (<c>eni-…</c>).</param>
public sealed record PublicAddress(string AccountId, string Region, string Address, string Holder);

/// <summary>A CloudFormation stack.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Region">Region.</param>
/// <param name="Name">Stack name.</param>
/// <param name="Arn">Stack id.</param>
/// <param name="TemplateBody">The template as <c>GetTemplate</c> returns it at stage Original.</param>
/// <param name="Resources">What <c>DescribeStackResources</c> lists.</param>
public sealed record Stack(string AccountId, string Region, string Name, string Arn, string TemplateBody, ImmutableArray<StackResource> Resources);

/// <summary>A resource of a stack.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type">Such as <c>AWS::Route53::RecordSet</c>.</param>
/// <param name="PhysicalId">What AWS calls it; for a record set, its name.</param>
public sealed record StackResource(string LogicalId, string Type, string PhysicalId);

/// <summary>A range of AWS's published address list.</summary>
/// <param name="Prefix">CIDR notation.</param>
/// <param name="Region">Region.</param>
/// <param name="Service">The list's service name; addresses that customers can be given are <c>EC2</c>.</param>
public sealed record AddressRange(string Prefix, string Region, string Service);

/// <summary>S3's own answer to whether a bucket name is taken, by anybody.</summary>
/// <param name="Bucket">Bucket name.</param>
/// <param name="Answer">The answer.</param>
public sealed record BucketProbe(string Bucket, BucketAnswer Answer);

/// <summary>What S3 says of a bucket name.</summary>
public enum BucketAnswer
{
    /// <summary>NoSuchBucket: nobody holds the name, so anybody can take it.</summary>
    NoSuchBucket,

    /// <summary>The bucket exists (200, 301 or 403).</summary>
    Exists,

    /// <summary>No usable answer; nothing may be concluded.</summary>
    NoAnswer,
}

/// <summary>Something that could not be read, so that its absence proves nothing.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="Region">Region, or <c>*</c> for a global service.</param>
/// <param name="Service">Service prefix as IAM writes it, such as <c>s3</c>; <c>*</c> for the whole account.</param>
/// <param name="Operation">The API operation.</param>
/// <param name="ErrorCode">AWS's error code.</param>
public sealed record CollectionGap(string AccountId, string Region, string Service, string Operation, string ErrorCode)
{
    /// <inheritdoc/>
    public override string ToString() => $"{AccountId}/{Region} {Service}:{Operation} failed with {ErrorCode}";
}
