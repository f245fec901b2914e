using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Testing;

namespace Fixer.Playbooks.Tests;

/// <summary>
/// A case's <c>before/inventory.json</c>: an organization in as few words as a case needs. One zone, example.com (Z1EXAMPLE, public, account 111111111111),
/// is always there; records are in it unless they say otherwise, and were made by a person unless <c>madeBy</c> says otherwise.
/// </summary>
internal sealed record CaseInventory(
    ImmutableArray<CaseRecord> Records,
    SortedDictionary<string, CaseZone>? Zones = null,
    SortedDictionary<string, string>? Buckets = null,
    string[]? ForeignBuckets = null,
    string[]? Unanswered = null,
    SortedDictionary<string, string>? Addresses = null,
    CollectionGap[]? Gaps = null,
    SortedDictionary<string, CaseStack>? Stacks = null,
    string MadeBy = "jo@example.com")
{
    /// <summary>Reads a case's folder <c>before</c>.</summary>
    public static (OrganizationInventory Inventory, Sources Sources, TrailAnswer Trail) Read(string before)
    {
        var written = JsonSerializer.Deserialize<CaseInventory>(File.ReadAllText(Path.Combine(before, "inventory.json")), Json.Indented)!;
        return (written.Collect(before), Sources.Read(new RepositoryReadings([.. Trees(Path.Combine(before, "repositories"))], []), StateReadings.None), written.Trail());
    }

    private OrganizationInventory Collect(string before)
    {
        var zones = (Zones ?? []).ToDictionary(z => z.Key, z => new HostedZone(z.Value.Account, z.Key, z.Value.Name, z.Value.Private));
        zones["Z1EXAMPLE"] = A.Zone();
        RecordSet[] records = [.. Records.Select(r => r.In(zones[r.Zone]))];
        Bucket[] buckets = [.. (Buckets ?? []).Select(b => new Bucket(b.Value, "us-east-1", b.Key))];
        var asked = records.SelectMany(S3Endpoint.BucketsBehind).Distinct().Except(buckets.Select(b => b.Name));
        return An.Inventory(records) with
        {
            Zones = [.. zones.Values],
            Buckets = [.. buckets],
            BucketProbes = [.. asked.Select(b => new BucketProbe(b, Answer(b)))],
            Addresses = [.. (Addresses ?? []).Select(a => new PublicAddress(A.Team, "us-east-1", a.Key, a.Value))],
            Stacks = [.. (Stacks ?? []).Select(s => A.Stack(s.Key, File.ReadAllText(Path.Combine(before, s.Value.Template)), [.. s.Value.Records.Select(r => (r.Key, r.Value))]))],
            Gaps = [.. Gaps ?? []],
        };
    }

    private BucketAnswer Answer(string bucket) =>
        (Unanswered ?? []).Contains(bucket) ? BucketAnswer.NoAnswer
        : (ForeignBuckets ?? []).Contains(bucket) ? BucketAnswer.Exists
        : BucketAnswer.NoSuchBucket;

    private TrailAnswer Trail() => MadeBy switch
    {
        "" => A.Trail(),
        "pipeline" => A.Trail(A.Pipeline()),
        _ => A.Trail(A.Person(MadeBy)),
    };

    // repositories/<owner>/<name>/…
    private static IEnumerable<SourceTree> Trees(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var repository in Directory.GetDirectories(folder).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal))
        {
            var files = Directory.GetFiles(repository, "*", SearchOption.AllDirectories)
                .Select(f => (Path.GetRelativePath(repository, f).Replace('\\', '/'), Encoding.UTF8.GetString(File.ReadAllBytes(f))));
            yield return A.Tree(Path.GetRelativePath(folder, repository).Replace('\\', '/'), [.. files]);
        }
    }
}

/// <summary>A record of a case; plain with <c>values</c>, alias with <c>alias</c>, one of several with <c>set</c>.</summary>
internal sealed record CaseRecord(string Name, string Type, string[]? Values = null, string? Alias = null, string? Set = null, string Zone = "Z1EXAMPLE")
{
    public RecordSet In(HostedZone zone)
    {
        var record = (Alias is null ? A.Record(Name, Type, Values ?? []) : A.Alias(Name, Type, Alias)).In(zone);
        return Set is null ? record : record.Weighted(Set);
    }
}

internal sealed record CaseZone(string Name, bool Private = false, string Account = A.Team);

/// <summary>A stack: its template's path below <c>before</c>, and its record sets by logical id.</summary>
internal sealed record CaseStack(string Template, SortedDictionary<string, string> Records);
