using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.Plans;

/// <summary>How the plan of a change's head differs from that of its base.</summary>
/// <param name="BaseChanges">Resources that would change at the base.</param>
/// <param name="HeadChanges">The same at the head.</param>
/// <param name="Deleted">What is deleted at the head, as it should be, and is not at the base.</param>
/// <param name="NotInState">What should be deleted, and would be created at the base: the state that Terraform saw does not have it.</param>
/// <param name="Deviations">Whatever else differs, and what should be deleted and is not; sentences without a full stop.</param>
public sealed record PlanComparison(
    int BaseChanges,
    int HeadChanges,
    ImmutableArray<string> Deleted,
    ImmutableArray<string> NotInState,
    ImmutableArray<string> Deviations)
{
    /// <summary>Whether the plans differ by exactly the deletes that are intended.</summary>
    public bool IsExact => NotInState.IsEmpty && Deviations.IsEmpty;

    /// <summary>Compares the plans of two versions of the same code, made with the same state.</summary>
    /// <param name="atBase">The plan of the code before.</param>
    /// <param name="atHead">The plan of the code after.</param>
    /// <param name="intended">Addresses of the instances that the change is to delete.</param>
    public static PlanComparison Of(TerraformPlan atBase, TerraformPlan atHead, IEnumerable<string> intended)
    {
        var (deleted, notInState, deviations) = (new List<string>(), new List<string>(), new List<string>());
        var targets = intended.ToImmutableSortedSet(StringComparer.Ordinal);
        foreach (var address in targets)
        {
            var (before, after) = (atBase.Changes.GetValueOrDefault(address), atHead.Changes.GetValueOrDefault(address));
            if (before?.Action == "create")
                notInState.Add(address);
            else if (after?.Action != "delete")
                deviations.Add($"{address} is not deleted at the head: {Action(after)}");
            else if (before?.Action == "delete")
                deviations.Add($"{address} is deleted at the base already");
            else
                deleted.Add(address);
        }

        foreach (var address in atBase.Changes.Keys.Union(atHead.Changes.Keys).Where(a => !targets.Contains(a)).Order(StringComparer.Ordinal))
        {
            var (before, after) = (atBase.Changes.GetValueOrDefault(address), atHead.Changes.GetValueOrDefault(address));
            if (before?.Action != after?.Action)
                deviations.Add($"{address}: {Action(before)} at the base, {Action(after)} at the head");
            else if (before != after)
                deviations.Add($"{address}: {Action(before)} at both, with other values");
        }

        return new(atBase.Changes.Count, atHead.Changes.Count, [.. deleted], [.. notInState], [.. deviations]);
    }

    private static string Action(ResourceChange? change) => change?.Action ?? "no change";
}
