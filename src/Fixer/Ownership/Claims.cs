using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>An address in Terraform that a live record set has: in a state, in the code, or both.</summary>
/// <param name="State">Where a state holds it; null if only the code says so.</param>
/// <param name="Index">The repository; null if it was not found.</param>
/// <param name="Declaration">The declaration there; null if it was not found.</param>
internal sealed record Claim(HeldResource? State, SourceIndex? Index, DeclaredRecord? Declaration);

/// <summary>
/// Brings together what states hold and what code declares. A state is linked to code by the backend that the code names; where no code
/// names it, by code that declares exactly the record under the same address. What is left over is a claim by itself.
/// </summary>
internal static class Claims
{
    public static ImmutableArray<Claim> On(RecordSet record, RecordKey key, Sources sources, IEnumerable<(SourceIndex Index, SourceMatch Match)> matches)
    {
        // One address that is this record in several deployments is one declaration.
        var declared = matches
            .Where(m => m.Match is { Certainty: MatchCertainty.Certain, Declaration.Kind: SourceKind.Terraform })
            .DistinctBy(m => Key(m.Index, m.Match.Declaration))
            .Select(m => new Claim(null, m.Index, m.Match.Declaration))
            .ToList();
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var held in sources.States.Holding(record))
        {
            var linked = (held.Homes.IsEmpty ? declared.Where(d => d.Declaration!.Address == held.Address) : AtHome(held, key, sources)).ToArray();
            claims.AddRange(linked.Select(l => l with { State = held }).DefaultIfEmpty(new Claim(held, null, null)));
            declared.RemoveAll(d => linked.Any(l => Key(l.Index!, l.Declaration!) == Key(d.Index!, d.Declaration!)));
        }

        return [.. claims, .. declared];
    }

    /// <summary>What the root modules that the state is of declare at its address, unless that is another record. What the code leaves open, the state settles.</summary>
    private static IEnumerable<Claim> AtHome(HeldResource held, RecordKey key, Sources sources) =>
        from home in held.Homes
        let index = sources.Find(home.Repository)
        where index is not null
        let declared = (from record in index.At(home.Folder, held.Address)
                        where record.Deployment!.Options.Workspace is not { } workspace || workspace == home.Workspace
                        let match = SourceMatch.Of(record, key)
                        where match.Certainty != MatchCertainty.No
                        orderby match.Doubts.Count
                        select record).FirstOrDefault()
        where declared is not null
        select new Claim(null, index, declared);

    private static (string Repository, string Folder, string Address) Key(SourceIndex index, DeclaredRecord record) =>
        (index.Tree.Repository, record.Deployment!.Home, record.Address);
}
