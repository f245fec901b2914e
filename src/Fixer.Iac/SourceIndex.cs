using System.Collections.Immutable;
using Fixer.Iac.CloudFormation;
using Fixer.Iac.Terraform;

namespace Fixer.Iac;

/// <summary>What one repository declares at one commit, read once and asked many times.</summary>
public sealed class SourceIndex
{
    private readonly ILookup<string, DeclaredRecord> byName;
    private readonly ILookup<(string Folder, string Address), DeclaredRecord> byAddress;
    private readonly ImmutableArray<DeclaredRecord> unnamed;

    private SourceIndex(SourceTree tree, SourceReading reading)
    {
        (Tree, Reading) = (tree, reading);
        byName = Records.Where(r => r.Name is not null).ToLookup(r => r.Name!, StringComparer.Ordinal);
        byAddress = Records.Where(r => r.Deployment is not null).ToLookup(r => (r.Deployment!.Home, r.Address));
        unnamed = [.. Records.Where(r => r.Name is null)];
    }

    /// <summary>The files.</summary>
    public SourceTree Tree { get; }

    /// <summary>Every record set that some code declares, as far as it could be evaluated.</summary>
    public ImmutableArray<DeclaredRecord> Records => Reading.Records;

    /// <summary>Every bucket with a known name.</summary>
    public ImmutableArray<DeclaredBucket> Buckets => Reading.Buckets;

    /// <summary>What could not be understood.</summary>
    public ImmutableArray<SourceProblem> Problems => Reading.Problems;

    /// <summary>All that it declares.</summary>
    public SourceReading Reading { get; }

    /// <summary>Reads a repository's Terraform and CloudFormation.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="workspaces">The workspaces that root modules are known to have, by folder.</param>
    public static SourceIndex Read(SourceTree tree, IReadOnlyDictionary<string, ImmutableArray<string>>? workspaces = null) =>
        Of(tree, Join(TerraformSources.Read(tree, workspaces), CloudFormationSources.Read(tree)));

    /// <summary>What a repository is known to declare.</summary>
    public static SourceIndex Of(SourceTree tree, SourceReading reading) => new(tree, reading);

    private static SourceReading Join(SourceReading first, SourceReading second) =>
        new([.. first.Records, .. second.Records], [.. first.Buckets, .. second.Buckets], [.. first.Problems, .. second.Problems]) { Deployments = first.Deployments };

    /// <summary>
    /// Declarations that are, or may be, the record set sought. One that says neither zone nor name counts only in a repository that speaks of the zone:
    /// there, the name may come from wherever the values are.
    /// </summary>
    public ImmutableArray<SourceMatch> Find(RecordKey key)
    {
        var matches = byName[key.Name].Concat(byName[key.Label]).Concat(unnamed).Distinct()
            .Select(d => SourceMatch.Of(d, key))
            .Where(m => m.Certainty != MatchCertainty.No)
            .ToArray();
        return matches.Any(m => m.IsBlind) && !Mentions.OfZone(Tree, key) ? [.. matches.Where(m => !m.IsBlind)] : [.. matches];
    }

    /// <summary>The record sets that a root module or unit declares at an address, one for each way in which it is deployed that makes a difference.</summary>
    public IEnumerable<DeclaredRecord> At(string root, string address) => byAddress[(root, address)];
}
