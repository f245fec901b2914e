using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.State;

/// <summary>What the states say about a live resource.</summary>
/// <param name="Owners">Every managed instance that was found, in the order of the states. Deposed objects are among them: Terraform will destroy them.</param>
/// <param name="Readers">Every data source that has looked it up.</param>
/// <param name="IsConclusive">Whether all states were complete. If not, that there is no owner proves nothing.</param>
public sealed record StateAnswer(ImmutableArray<StateHit> Owners, ImmutableArray<StateHit> Readers, bool IsConclusive)
{
    /// <summary>
    /// Whether two addresses, in one state or in two, own the same thing. Those of different types do not: the ARN of a secret is also that of its
    /// version. Nor do those whose ARNs differ: an id may be unique in its account only.
    /// </summary>
    public bool IsConflict => Owners.Length > 1 && Owners.GroupBy(o => StateIndex.NormalType(o.Instance.Resource.Type)).Any(HaveTwoOwners);

    static bool HaveTwoOwners(IEnumerable<StateHit> ofOneType)
    {
        var byArn = ofOneType
            .GroupBy(o => o.Instance.Arn)
            .Select(g => (Arn: g.Key, Addresses: g.Select(o => (o.State, o.Instance.Address)).ToHashSet()))
            .ToArray();
        return byArn.Any(g => g.Addresses.Count > 1 || (g.Arn is null && byArn.Any(other => !other.Addresses.SetEquals(g.Addresses))));
    }
}
