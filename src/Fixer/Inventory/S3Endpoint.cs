namespace Fixer.Inventory;

/// <summary>
/// Reads the S3 endpoint forms a record can point at: website and REST, regional with dot or dash, dual-stack, FIPS, accelerate, external-1, all partitions.
/// Source: Amazon S3 endpoints and quotas, AWS General Reference.
/// </summary>
public static class S3Endpoint
{
    /// <summary>
    /// Whether <paramref name="host"/> (lower case, no final dot) is an S3 endpoint; <paramref name="bucket"/> is the bucket named in front of it, or empty.
    /// Access points, Outposts, and S3 Control are not buckets.
    /// </summary>
    public static bool TryParse(string host, out string bucket)
    {
        bucket = "";
        if (AwsHost.BeforeDomain(host) is not { } rest)
            return false;

        // From the right, because a bucket's name may itself contain dots and a label "s3".
        var labels = rest.Split('.');
        var service = ServiceLabels(labels);
        if (service == 0)
            return false;
        bucket = string.Join('.', labels[..^service]);
        return true;
    }

    /// <summary>Whether a bucket of that name can exist: 3 to 63 characters of a–z, 0–9, dot and hyphen, no doubled dot, letter or digit at both ends.</summary>
    public static bool IsBucketName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
        && char.IsAsciiLetterOrDigit(name[0])
        && char.IsAsciiLetterOrDigit(name[^1])
        && !name.Contains("..", StringComparison.Ordinal);

    /// <summary>
    /// Whether the name lies in an account's own regional namespace (<c>…-123456789012-us-east-1-an</c>): no other account can create it.
    /// </summary>
    public static bool IsAccountRegional(string name)
    {
        if (!name.EndsWith("-an", StringComparison.Ordinal))
            return false;
        var parts = name[..^3].Split('-');
        for (var i = 1; i < parts.Length - 2; i++)
        {
            if (parts[i].Length == 12 && parts[i].All(char.IsAsciiDigit) && IsRegion(string.Join('-', parts[(i + 1)..])))
                return true;
        }

        return false;
    }

    /// <summary>The buckets a request through <paramref name="record"/> could reach; empty when it does not point at S3.</summary>
    /// <remarks>
    /// S3 picks the bucket by the Host header, which is the record's own name; the bucket named in a CNAME's target is what its author meant.
    /// Both have to be gone before the record is.
    /// </remarks>
    public static IReadOnlyList<string> BucketsBehind(RecordSet record)
    {
        if (record.Type is not ("A" or "AAAA" or "CNAME") || record.Targets is not [var target] || !TryParse(target, out var named))
            return [];
        return [.. new[] { named, record.Name }.Where(IsBucketName).Distinct(StringComparer.Ordinal)];
    }

    private static int ServiceLabels(string[] labels) => labels switch
    {
        [.., "s3-accelerate", "dualstack"] => 2,
        [.., "s3" or "s3-fips", "dualstack", var region] when IsRegion(region) => 3,
        [.., "s3" or "s3-website" or "s3-fips", var region] when IsRegion(region) => 2,
        [.., "s3" or "s3-accelerate" or "s3-external-1"] => 1,
        [.., var last] when last.StartsWith("s3-website-", StringComparison.Ordinal) && IsRegion(last["s3-website-".Length..]) => 1,
        [.., var last] when last.StartsWith("s3-", StringComparison.Ordinal) && IsRegion(last["s3-".Length..]) => 1,
        _ => 0,
    };

    private static bool IsRegion(string label)
    {
        var parts = label.Split('-');
        return parts.Length is 3 or 4
            && parts[..^1].All(p => p.Length > 0 && p.All(char.IsAsciiLetterLower))
            && parts[^1].Length == 1 && char.IsAsciiDigit(parts[^1][0]);
    }
}
