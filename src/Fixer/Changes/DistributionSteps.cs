using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fixer.Changes;

/// <summary>A step about whether a CloudFront distribution is enabled.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="DistributionId">The distribution.</param>
public abstract record DistributionStep(string Account, string DistributionId) : ApiStep
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

    /// <summary>CloudFront takes only whole settings, with the tag of the ones they replace.</summary>
    /// <param name="enabled">What is to be set: <c>true</c> or <c>false</c>.</param>
    private protected string Command(string enabled) =>
        $"id={Shell.Quote(DistributionId)}; settings=$(aws cloudfront get-distribution-config --id \"$id\") && aws cloudfront update-distribution --id \"$id\" "
        + $"--if-match \"$(jq -r .ETag <<<\"$settings\")\" --distribution-config \"$(jq '.DistributionConfig + {{Enabled: {enabled}}}' <<<\"$settings\")\"";
}

/// <summary>Disables a CloudFront distribution, so that it serves nothing; all its other settings stay.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="DistributionId">The distribution.</param>
/// <param name="ETag">CloudFront's tag of the settings that were looked at: where they are others by now, the distribution is left alone. Null: whatever they are.</param>
public sealed record DisableDistribution(string Account, string DistributionId, string? ETag) : DistributionStep(Account, DistributionId)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new EnableDistribution(Account, DistributionId);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Command("false");
}

/// <summary>Enables a CloudFront distribution again, whatever else was set in the meantime.</summary>
/// <param name="Account">Owning account.</param>
/// <param name="DistributionId">The distribution.</param>
public sealed record EnableDistribution(string Account, string DistributionId) : DistributionStep(Account, DistributionId)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ApiStep Inverse => new DisableDistribution(Account, DistributionId, null);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string CommandLine => Command("true");
}
