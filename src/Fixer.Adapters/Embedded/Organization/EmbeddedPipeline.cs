using System.Text;
using Fixer.Iac;
using Fixer.Ownership;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>
/// Plays an app team's delivery pipeline: applies the default branch of a repository to the embedded organization, so that the way from a merged pull
/// request to a verified fix can be walked. What the code no longer declares is deleted, as Terraform and CloudFormation do.
/// </summary>
public sealed class EmbeddedPipeline(OrganizationFile file, TimeProvider clock)
{
    /// <summary>Applies <paramref name="tree"/>; returns the addresses that were destroyed.</summary>
    public IReadOnlyList<string> Deploy(SourceTree tree)
    {
        var organization = file.Read();
        var declared = SourceIndex.Read(tree).Records.Select(r => r.Address).ToHashSet(StringComparer.Ordinal);
        List<string> destroyed = [];
        foreach (var deployment in organization.Deployments.Where(d => d.Repository == tree.Repository))
        {
            var gone = deployment.Resources.Where(r => !declared.Contains(r.Address)).ToArray();
            destroyed.AddRange(gone.Select(g => g.Address));
            var ids = gone.Select(g => g.Resource).ToHashSet();
            organization = organization with
            {
                Zones = [.. organization.Zones.Select(z => z with { Records = z.Records.RemoveAll(r => ids.Contains(r.Resource)) })],
                Stacks = [.. organization.Stacks.Select(s => s.Arn == deployment.Stack ? Update(s, deployment, tree, gone) : s)],
                Deployments = organization.Deployments.Replace(deployment, deployment with { Resources = deployment.Resources.RemoveAll(r => ids.Contains(r.Resource)) }),
                Trail = organization.Trail.AddRange(gone.Select((g, i) => new TrailDocument(g.Resource, Event(organization.Trail.Length + i + 1, deployment)))),
            };
        }

        if (destroyed.Count > 0)
            file.Write(organization);
        return destroyed;
    }

    private static Inventory.Stack Update(Inventory.Stack stack, Deployment deployment, SourceTree tree, DeployedResource[] gone) => stack with
    {
        TemplateBody = Encoding.UTF8.GetString(tree.Files[deployment.Template!].Span),
        Resources = stack.Resources.RemoveAll(r => gone.Any(g => g.Address == r.LogicalId)),
    };

    private TrailEvent Event(int number, Deployment deployment) => new(
        $"embedded-{number}", clock.GetUtcNow(), "ChangeResourceRecordSets", false, "AssumedRole",
        "arn:aws:sts::222222222222:assumed-role/ci-deploy/pipeline", "pipeline", deployment.Stack is null ? null : "cloudformation.amazonaws.com", false,
        deployment.Stack is null ? "APN/1.0 HashiCorp/1.0 Terraform/1.11.4" : "cloudformation.amazonaws.com");
}
