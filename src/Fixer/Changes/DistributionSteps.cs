using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fixer.Changes;

/// <summary>Disables a CloudFront distribution, so that it serves nothing; all its other settings stay.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Settings">SHA-256, in lower-case hexadecimal, of its settings but whether it is enabled; where they are others, it is left alone.</param>
public sealed record DisableDistribution(string Account, string DistributionId, string Settings) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => ["cloudfront:UpdateDistribution"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"distribution {DistributionId}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new EnableDistribution(Account, DistributionId, Settings);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Shell.Switch(DistributionId, "false");
}

/// <summary>Enables a CloudFront distribution again.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Settings">As in <see cref="DisableDistribution"/>.</param>
public sealed record EnableDistribution(string Account, string DistributionId, string Settings) : ApiStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AccountId => Account;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<string> Permissions => ["cloudfront:UpdateDistribution"];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Subject => $"distribution {DistributionId}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new DisableDistribution(Account, DistributionId, Settings);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Shell.Switch(DistributionId, "true");
}
