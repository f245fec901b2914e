using System.Collections.Immutable;

namespace Fixer.Iac.CloudFormation;

/// <summary>Reads what the CloudFormation templates of a repository declare.</summary>
public static class CloudFormationSources
{
    static readonly string[] Extensions = [".yaml", ".yml", ".json", ".template"];

    /// <summary>
    /// Reads every template. Files that are something else are passed over;
    /// a file that names a type of Route 53 or a bucket and cannot be read is a problem (codes in <see cref="TemplateProblems"/>).
    /// </summary>
    public static SourceReading Read(SourceTree tree)
    {
        var records = ImmutableArray.CreateBuilder<DeclaredRecord>();
        var buckets = ImmutableArray.CreateBuilder<DeclaredBucket>();
        var problems = ImmutableArray.CreateBuilder<SourceProblem>();
        foreach (var (path, bytes) in tree.Files)
        {
            if (!IsCandidate(path))
                continue;
            var parse = CloudFormationTemplate.Parse(path, bytes);
            if (parse.Problem is { } problem && MayDeclare(bytes.Span))
                problems.Add(problem);
            problems.AddRange(StrayRecords.In(path, parse));
            if (parse.Template is not { } template)
                continue;
            problems.AddRange(template.Problems);
            var read = RecordReading.Read(template);
            records.AddRange(read.Records);
            problems.AddRange(read.Problems);
            buckets.AddRange(Buckets(template));
        }

        return new SourceReading(records.ToImmutable(), buckets.ToImmutable(), problems.ToImmutable());
    }

    static bool IsCandidate(string path) => Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    static IEnumerable<DeclaredBucket> Buckets(CloudFormationTemplate template) =>
        from resource in template.Resources
        where resource.Type == "AWS::S3::Bucket"
        let name = new Properties(resource.Properties, resource.InForEach).Text("BucketName").Value
        where name is not null
        select new DeclaredBucket(SourceKind.CloudFormation, resource.LogicalId, resource.Location, name);

    /// <summary>Whether unreadable bytes name one of the types, in UTF-8 or, with a zero byte between letters, in UTF-16.</summary>
    static bool MayDeclare(ReadOnlySpan<byte> bytes) => Names(bytes) || (bytes.Contains((byte)0) && Names(WithoutZeros(bytes)));

    static bool Names(ReadOnlySpan<byte> bytes) => bytes.IndexOf("AWS::Route53"u8) >= 0 || bytes.IndexOf("AWS::S3::Bucket"u8) >= 0;

    static byte[] WithoutZeros(ReadOnlySpan<byte> bytes)
    {
        var result = new List<byte>(bytes.Length);
        foreach (var value in bytes)
        {
            if (value != 0)
                result.Add(value);
        }

        return [.. result];
    }
}
