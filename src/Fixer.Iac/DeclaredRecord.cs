using System.Collections.Immutable;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac;

/// <summary>The language a declaration is written in.</summary>
public enum SourceKind
{
    /// <summary>Terraform or OpenTofu configuration.</summary>
    Terraform,

    /// <summary>A CloudFormation template.</summary>
    CloudFormation,
}

/// <summary>
/// A Route 53 record set that source code declares, as far as it could be evaluated.
/// A property that is null was either not written, or is listed in <see cref="Unknown"/>: then its value cannot be told from the source alone.
/// </summary>
/// <param name="Kind">The language.</param>
/// <param name="Address">Terraform's address (<c>module.dns.aws_route53_record.this["www_CNAME"]</c>; without index if <see cref="Count"/> is unknown) or CloudFormation's logical id.</param>
/// <param name="Location">The whole block, without the comments in front of it.</param>
/// <param name="ZoneName">The hosted zone's name, lower case, without the final dot.</param>
/// <param name="ZoneId">The hosted zone's id (<c>Z…</c>).</param>
/// <param name="PrivateZone">Whether the zone is private; null where the source does not say.</param>
/// <param name="Name">The name as written, lower case, without the final dot. Terraform's may be relative to the zone.</param>
/// <param name="Type">The record type, upper case.</param>
/// <param name="SetIdentifier">The set identifier of a routing policy.</param>
/// <param name="Targets">Resource records, or the one alias target; as written, lower case and without the final dot.</param>
/// <param name="Unknown">Which of <c>zone</c>, <c>name</c>, <c>type</c>, <c>set_identifier</c>, <c>targets</c>, <c>count</c> could not be evaluated.</param>
public sealed record DeclaredRecord(
    SourceKind Kind,
    string Address,
    SourceLocation Location,
    string? ZoneName,
    string? ZoneId,
    bool? PrivateZone,
    string? Name,
    string? Type,
    string? SetIdentifier,
    ImmutableArray<string> Targets,
    ImmutableSortedSet<string> Unknown)
{
    /// <summary>Stands in <see cref="Unknown"/> for a block of which it is not known how many record sets it declares, if any.</summary>
    public const string Count = "count";

    /// <summary>The deployment of the root module that it was evaluated in; null for CloudFormation.</summary>
    public RootDeployment? Deployment { get; init; }

    /// <summary>The smallest source that yields this record set and nothing else: a list element, a map item, a block. Null if there is none, and for CloudFormation.</summary>
    public SourceLocation? YieldedBy { get; init; }

    /// <summary>Resources of the same code that targets are attributes of: <c>aws_lb.main</c> for <c>aws_lb.main.dns_name</c>.</summary>
    public ImmutableArray<SourceReference> PointsAt { get; init; } = [];

    /// <summary>Where a reader should look: at the literal that yields it if there is one, else at the block.</summary>
    public SourceLocation Place => YieldedBy ?? Location;

    /// <summary>Normal form of a DNS name for comparison: lower case, no final dot, and Route 53's <c>\052</c> as <c>*</c>.</summary>
    public static string NormalName(string name) => name.TrimEnd('.').ToLowerInvariant().Replace("\\052", "*", StringComparison.Ordinal);
}
