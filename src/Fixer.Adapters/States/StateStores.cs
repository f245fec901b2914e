using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Fixer.Adapters.States;

/// <summary>Opens the places that <c>sources.terraformStates</c> names.</summary>
public static class StateStores
{
    private const string Scheme = "s3://";

    /// <summary>
    /// A store for each of <paramref name="locations"/>: <c>s3://BUCKET/PREFIX</c>, with the credentials and region of the environment, or a path.
    /// No call is made yet.
    /// </summary>
    public static IEnumerable<IStateStore> Of(IEnumerable<string> locations) => locations.Select(l => Split(l) is var (bucket, prefix)
        ? new StateBucket(Client(), bucket, prefix)
        : (IStateStore)new StateFolder(l));

    /// <summary>Bucket and prefix of a location in S3; null if it is none.</summary>
    public static (string Bucket, string Prefix)? Split(string location)
    {
        if (!location.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var path = location[Scheme.Length..].Split('/', 2);
        return (path[0], path.ElementAtOrDefault(1) ?? "");
    }

    // An endpoint of one's own (AWS_ENDPOINT_URL) rarely has a name for each bucket.
    private static AmazonS3Client Client()
    {
        var hasEndpoint = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");
        var config = new AmazonS3Config { RegionEndpoint = FallbackRegionFactory.GetRegionEndpoint() ?? RegionEndpoint.USEast1, ForcePathStyle = !string.IsNullOrEmpty(hasEndpoint) };
        if (!string.IsNullOrEmpty(hasEndpoint))
            config.ServiceURL = hasEndpoint;
        return new AmazonS3Client(config);
    }
}
