using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util;

namespace Fixer.AwsSdk;

/// <summary>What endpoint rules ask about: the client's region and what was configured.</summary>
internal sealed class RegionalEndpointParameters : EndpointParameters
{
    public string? Region { get; private init; }

    public bool UseDualStack { get; private init; }

    public bool UseFIPS { get; private init; }

    /// <summary>The configured URL, which <c>AWS_ENDPOINT_URL</c> and its likes set too.</summary>
    public string? Endpoint { get; private init; }

    /// <summary>The partition of <see cref="Region"/>, such as <c>aws-us-gov</c>.</summary>
    public Partition? Partition { get; private init; }

    public static RegionalEndpointParameters Of(IClientConfig config, RegionEndpoint? alternate)
    {
        var region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName ?? RegionOfUrl(config);
        return new()
        {
            Region = region,
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
            Partition = region is null ? null : Fn.Partition(region),
        };
    }

    public static RegionalEndpointParameters Of(EndpointParameters parameters) =>
        parameters as RegionalEndpointParameters ?? throw new AmazonClientException("These clients resolve endpoints only for the parameters that they make themselves.");

    /// <summary>The error of rules that end without an endpoint.</summary>
    public AmazonClientException HasNone(string? service) => new(
        $"There is no endpoint{(service is null ? "" : $" of {service}")} for region {Region ?? "(none)"}{(UseFIPS ? ", FIPS" : "")}{(UseDualStack ? ", dual stack" : "")}"
        + (Endpoint is null ? "." : $" with the configured URL {Endpoint}."));

    static string? RegionOfUrl(IClientConfig config) =>
        !string.IsNullOrEmpty(config.AuthenticationRegion) ? config.AuthenticationRegion
        : string.IsNullOrEmpty(config.ServiceURL) ? null
        : RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName;
}

/// <summary>Makes endpoints.</summary>
internal static class Regional
{
    /// <summary>An endpoint, signed for another region or service than the client's where they are given.</summary>
    public static Endpoint Endpoint(string url, string? signingRegion, string? signingName)
    {
        var endpoint = new Endpoint(url);
        if (signingRegion is null && signingName is null)
            return endpoint;
        endpoint.Attributes = new PropertyBag
        {
            ["authSchemes"] = new List<object> { new PropertyBag { ["name"] = "sigv4", ["signingRegion"] = signingRegion, ["signingName"] = signingName } },
        };
        return endpoint;
    }
}
