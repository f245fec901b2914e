using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Fixer.Iac.Terraform.State;
using Fixer.Ownership;

namespace Fixer.Adapters.States;

/// <summary>
/// States in S3: every object under a prefix, save locks (<c>.tflock</c>) and folder markers. Whatever else lies there is taken for a state that
/// cannot be read, for it may be an encrypted one; name the prefix that only states have.
/// </summary>
/// <param name="s3">The client; not disposed.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="prefix">What the keys start with; empty for all.</param>
public sealed class StateBucket(IAmazonS3 s3, string bucket, string prefix) : IStateStore
{
    private const int Concurrency = 8;

    /// <inheritdoc/>
    public async Task<StateReadings> Read(CancellationToken cancellation)
    {
        var states = new ConcurrentBag<LocatedState>();
        var failures = new ConcurrentBag<StateFailure>();
        try
        {
            var keys = s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix }).S3Objects;
            var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation };
            await Parallel.ForEachAsync(keys, options, async (found, token) =>
            {
                if (found.Key.EndsWith(".tflock", StringComparison.Ordinal) || found.Key.EndsWith('/'))
                    return;
                var location = new StateLocation(bucket, found.Key);
                try
                {
                    using var response = await s3.GetObjectAsync(bucket, found.Key, token);
                    states.Add(new LocatedState(location, TerraformState.Read(response.ResponseStream, location.ToString())));
                }
                catch (Exception error) when (IsFailure(error))
                {
                    failures.Add(new StateFailure(location.ToString(), Reason(error)));
                }
            });
        }
        catch (Exception error) when (IsFailure(error))
        {
            cancellation.ThrowIfCancellationRequested();
            failures.Add(new StateFailure($"s3://{bucket}/{prefix}", Reason(error)));
        }

        return new StateReadings(
            [.. states.OrderBy(s => s.Location.Path, StringComparer.Ordinal)],
            [.. failures.OrderBy(f => f.Location, StringComparer.Ordinal)]);
    }

    private static bool IsFailure(Exception error) => error is AmazonServiceException or AmazonClientException or IOException or HttpRequestException;

    private static string Reason(Exception error) => error is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? $"{code}: {error.Message}" : error.Message;
}
