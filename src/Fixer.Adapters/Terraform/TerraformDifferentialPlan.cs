using System.Collections.Immutable;
using Fixer.Adapters.Git;
using Fixer.Changes;
using Fixer.Iac.Terraform.Plans;
using LibGit2Sharp;

namespace Fixer.Adapters.Terraform;

/// <summary>
/// Runs <c>terraform init</c> and <c>plan</c> on a change's base and head, with the backend as it is configured. Nothing is refreshed or
/// locked: both plans are made from the state as it is, so that they differ by what the code says and not by what else happened meanwhile.
/// Terraform runs providers and whatever external data sources the code names; it is never asked to apply.
/// </summary>
/// <param name="terraform">The program.</param>
/// <param name="remotes">The repositories.</param>
/// <param name="cacheFolder">Where the copies of the repositories are kept.</param>
/// <param name="limits">How much is written out of each.</param>
public sealed class TerraformDifferentialPlan(TerraformProgram terraform, IEnumerable<GitRemote> remotes, string cacheFolder, GitLimits limits) : IDifferentialPlan
{
    private const string LockFile = ".terraform.lock.hcl";

    private const int MaxMessages = 1 << 20;

    private readonly ImmutableArray<GitRemote> remotes = [.. remotes];

    /// <inheritdoc/>
    public async Task<ImmutableArray<DeploymentAnswer>> Of(PullRequestChange change, ImmutableArray<PlannedDeployment> deployments, CancellationToken cancellation)
    {
        try
        {
            using var folders = await PlanFolders.Make(change, remotes, cacheFolder, limits, cancellation);
            var answers = ImmutableArray.CreateBuilder<DeploymentAnswer>();
            foreach (var root in deployments.GroupBy(d => d.Root.Folder, StringComparer.Ordinal))
                answers.AddRange(await Compare(folders, root.Key, [.. root], cancellation));
            return answers.ToImmutable();
        }
        catch (Exception error) when (error is LibGit2SharpException or UnreadableRepositoryException or IOException or UnauthorizedAccessException)
        {
            cancellation.ThrowIfCancellationRequested();
            var reason = remotes.FirstOrDefault(r => r.Name == change.Repository)?.Redact(error.Message) ?? error.Message;
            return [.. deployments.Select(d => new DeploymentAnswer(d, null, reason))];
        }
    }

    /// <summary>Compares the plans of one root module; of the first deployment that cannot be planned, the failure alone.</summary>
    private async Task<DeploymentAnswer[]> Compare(PlanFolders folders, string root, PlannedDeployment[] deployments, CancellationToken cancellation)
    {
        var current = deployments[0];
        if (current.Root.Options.Unit is { } unit)
            return [new DeploymentAnswer(current, null, $"{unit} runs it by Terragrunt, with values and a backend that terraform is not given.")];
        try
        {
            var plans = new Dictionary<(string Code, PlannedDeployment Deployment), TerraformPlan>();
            foreach (var code in (string[])[folders.Base, folders.Head])
            {
                if (code == folders.Head)
                    TakeLockFile(Path.Combine(folders.Base, root), Path.Combine(folders.Head, root));
                await Init(folders, Path.Combine(code, root), cancellation);
                foreach (var deployment in deployments)
                    plans[(code, current = deployment)] = await Plan(folders, code, deployment, cancellation);
            }

            return [.. deployments.Select(d => new DeploymentAnswer(d, PlanComparison.Of(plans[(folders.Base, d)], plans[(folders.Head, d)], d.Deletes), null))];
        }
        catch (Exception error) when (error is TerraformFailedException or UnreadablePlanException)
        {
            return [new DeploymentAnswer(current, null, error.Message)];
        }
    }

    private async Task Init(PlanFolders folders, string root, CancellationToken cancellation)
    {
        string[] locked = File.Exists(Path.Combine(root, LockFile)) ? ["-lockfile=readonly"] : [];
        await terraform.Run(root, Variables(folders), ["init", "-input=false", "-no-color", "-reconfigure", .. locked], MaxMessages, cancellation);
    }

    private async Task<TerraformPlan> Plan(PlanFolders folders, string code, PlannedDeployment deployment, CancellationToken cancellation)
    {
        var root = Path.Combine(code, deployment.Root.Folder);
        var variables = Variables(folders);
        if (deployment.Root.Options.Workspace is { } workspace)
            variables["TF_WORKSPACE"] = workspace;
        var files = deployment.Root.Options.VarFiles.Select(f => "-var-file=" + Path.Combine(code, f));
        await terraform.Run(root, variables, ["plan", "-input=false", "-no-color", "-refresh=false", "-lock=false", "-out=" + folders.Plan, .. files], TerraformPlan.MaxBytes, cancellation);
        return TerraformPlan.Read(await terraform.Run(root, variables, ["show", "-json", "-no-color", folders.Plan], TerraformPlan.MaxBytes, cancellation));
    }

    private static Dictionary<string, string?> Variables(PlanFolders folders) =>
        new() { ["TF_DATA_DIR"] = folders.Data, ["TF_IN_AUTOMATION"] = "1", ["TF_INPUT"] = "0" };

    /// <summary>Without one in the repository, the head is planned with the versions that were chosen for the base.</summary>
    private static void TakeLockFile(string from, string to)
    {
        if (File.Exists(Path.Combine(from, LockFile)) && !File.Exists(Path.Combine(to, LockFile)))
            File.Copy(Path.Combine(from, LockFile), Path.Combine(to, LockFile));
    }
}
