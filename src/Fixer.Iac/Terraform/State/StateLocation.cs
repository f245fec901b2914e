namespace Fixer.Iac.Terraform.State;

/// <summary>Where a state is kept.</summary>
/// <param name="Bucket">The S3 bucket; null for a file.</param>
/// <param name="Path">The object's key, or the path of the file from the root module's folder.</param>
public sealed record StateLocation(string? Bucket, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => Bucket is null ? Path : $"s3://{Bucket}/{Path}";

    /// <summary>Elements of a path put together as Go's <c>path.Join</c> does, which Terraform makes the keys of workspaces with.</summary>
    internal static string Join(params ReadOnlySpan<string> elements)
    {
        var segments = new List<string>();
        var isRooted = false;
        foreach (var element in elements)
        {
            isRooted |= segments.Count == 0 && element is ['/', ..];
            foreach (var segment in element.Split('/'))
            {
                if (segment == ".." && segments is [.., not ".."])
                    segments.RemoveAt(segments.Count - 1);
                else if (segment is not ("" or ".") && !(segment == ".." && isRooted))
                    segments.Add(segment);
            }
        }

        return (isRooted ? "/" : "") + string.Join('/', segments);
    }
}
