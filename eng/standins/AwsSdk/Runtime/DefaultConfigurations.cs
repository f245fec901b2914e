using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Fixer.AwsSdk;

/// <summary>The defaults that every client can be switched between, with the values that the official packages have.</summary>
internal static class DefaultConfigurations
{
    public static DefaultConfigurationProvider Provider { get; } = new(
    [
        Of(DefaultConfigurationMode.Standard, 3.1),
        Of(DefaultConfigurationMode.InRegion, 1.1),
        Of(DefaultConfigurationMode.CrossRegion, 3.1),
        Of(DefaultConfigurationMode.Mobile, 30),
        Of(DefaultConfigurationMode.Auto, 1.1),
    ]);

    static DefaultConfiguration Of(DefaultConfigurationMode mode, double connectSeconds) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
    };
}
