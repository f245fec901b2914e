using Fixer.Changes;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Playbooks.Dns.DanglingRecord;

/// <summary>What the pull request says.</summary>
internal static class RemovalText
{
    public static PullRequestChange PullRequest(OwnedFinding owned, RecordSet record, OwningSource source, ProvenEdit edit, SourceTree tree, FixContext context)
    {
        var finding = owned.Finding;
        var declaration = source.Declaration;
        var terraform = declaration.Kind == SourceKind.Terraform;
        return new PullRequestChange(
            context.ChangeId,
            finding.Fingerprint,
            finding.Playbook,
            finding.Resource,
            source.Repository,
            source.Commit,
            edit.Edits,
            new PullRequestText(
                $"fix(dns): remove dangling record {record.Name} {record.Type}",
                $"{finding.Title}.",
                finding.Risk,
                finding.Severity.ToString(),
                finding.Facts,
                owned.Owner.Chain,
                declaration.Address,
                declaration.Location.ToString(),
                UnifiedDiff.Of(tree, edit.Edits),
                edit.Proof,
                terraform
                    ? $"The next terraform apply destroys {declaration.Address}: one record set, nothing else."
                    : $"The next deployment of the stack deletes {declaration.Address}: one record set, nothing else.",
                [.. edit.Risks, .. Recreated(record, source, context)]));
    }

    /// <summary>If code still declares the target, the next apply brings it back, and the record with it would be right again.</summary>
    private static IEnumerable<string> Recreated(RecordSet record, OwningSource source, FixContext context)
    {
        var buckets = (from bucket in S3Endpoint.BucketsBehind(record)
                       from found in context.Sources.DeclaringBucket(bucket)
                       select (found.Index.Tree.Repository, found.Bucket.Location, What: $"bucket {bucket} ({found.Bucket.Address})")).ToArray();
        var others = from target in source.Declaration.PointsAt
                     where !buckets.Any(b => b.Repository == source.Repository && b.Location == target.Location)
                     select (source.Repository, target.Location, What: $"{target.Address}, which the record points at");
        return from target in buckets.Concat(others)
               select $"{target.Repository} {target.Location} still declares {target.What}: the next apply there creates it again. Decide which of the two is to go; if the target is to come back, close this pull request.";
    }
}
