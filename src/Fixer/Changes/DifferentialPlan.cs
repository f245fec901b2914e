using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fixer.Findings;
using Fixer.Iac.Terraform.Plans;

namespace Fixer.Changes;

/// <summary>Terraform's own opinion of a change: it plans the code before and after.</summary>
public interface IDifferentialPlan
{
    /// <summary>Plans the base and the head of a change in each of some deployments. What cannot be planned is a failure in the answer, never an exception.</summary>
    Task<ImmutableArray<DeploymentAnswer>> Of(PullRequestChange change, ImmutableArray<PlannedDeployment> deployments, CancellationToken cancellation);
}

/// <summary>What Terraform says of one deployment.</summary>
/// <param name="Deployment">The deployment.</param>
/// <param name="Comparison">How the plans differ; null if one could not be made.</param>
/// <param name="Failure">Why it could not be made; null if it was.</param>
public sealed record DeploymentAnswer(PlannedDeployment Deployment, PlanComparison? Comparison, string? Failure);

/// <summary>Two plans that differ as they should; part of what a pull request says.</summary>
/// <param name="Deployment">Where: folder, workspace, files of values.</param>
/// <param name="BaseChanges">Resources that would change without the pull request.</param>
/// <param name="HeadChanges">The same with it.</param>
/// <param name="Deleted">Addresses; the only difference.</param>
public sealed record ComparedPlans(string Deployment, int BaseChanges, int HeadChanges, ImmutableArray<string> Deleted)
{
    /// <summary>The same in words.</summary>
    [JsonIgnore]
    public string Summary =>
        $"base {BaseChanges} changes, head {HeadChanges}; the difference is: {(Deleted.IsEmpty ? "none" : "delete " + string.Join(", ", Deleted))} (in {Deployment})";
}

/// <summary>What follows from Terraform's opinion.</summary>
public static class DifferentialVerdict
{
    private const int MostDeviations = 5;

    /// <summary>
    /// The change with what Terraform said. Refused where that is anything but the intended difference, and also where Terraform could not
    /// plan: whoever asks for its opinion does not want what it has no opinion of.
    /// </summary>
    public static FixResult Of(PullRequestChange change, ImmutableArray<DeploymentAnswer> answers)
    {
        foreach (var (deployment, comparison, failure) in answers)
        {
            if (comparison is null)
                return FixResult.Refused(RefusalCode.TerraformPlanFailed, $"{change.Repository} at {change.BaseCommit}, {deployment.Root}: terraform could not plan. {failure} Make that work, or plan without --with-terraform.");
            if (!comparison.NotInState.IsEmpty)
                return FixResult.Refused(RefusalCode.TerraformPlanFailed, $"{change.Repository} at {change.BaseCommit}, {deployment.Root}: the state that terraform finds does not have {string.Join(", ", comparison.NotInState)}, so it cannot plan to delete it. A state that is kept on somebody's machine cannot be planned with elsewhere; nor can another workspace's. Plan without --with-terraform, or where the state is.");
            if (!comparison.IsExact)
                return FixResult.Refused(RefusalCode.ProofFailed, $"{change.Repository} at {change.BaseCommit}, {deployment.Root}: terraform plans something else than to delete {string.Join(", ", deployment.Deletes)}: {Deviations(comparison)}. Look at the plan of that edit, and remove the record by hand.");
        }

        return FixResult.Of(change with
        {
            Text = change.Text with
            {
                TerraformPlans = new([.. answers.Select(a => new ComparedPlans(a.Deployment.Root.ToString(), a.Comparison!.BaseChanges, a.Comparison.HeadChanges, a.Comparison.Deleted))]),
            },
        });
    }

    private static string Deviations(PlanComparison comparison)
    {
        var more = comparison.Deviations.Length - MostDeviations;
        return string.Join("; ", comparison.Deviations.Take(MostDeviations)) + (more > 0 ? $"; and {more} more" : "");
    }
}

/// <summary>Plans that were compared for a change.</summary>
/// <param name="Compared">One for each deployment.</param>
public sealed record TerraformPlans(ImmutableArray<ComparedPlans> Compared);
