using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Records;
using Fixer.Iac.Terraform.Roots;
using Fixer.Iac.Terraform.State;
using Fixer.Iac.Terraform.Units;

namespace Fixer.Iac.Terraform;

/// <summary>Reads what the Terraform configuration in a repository declares.</summary>
public static class TerraformSources
{
    const string Bucket = "aws_s3_bucket";

    static readonly ImmutableArray<string> Types = [RecordBlock.Type, Bucket];

    /// <summary>The root modules and Terragrunt units that say where their state is kept, and where that is.</summary>
    public static ImmutableArray<RootBackend> Backends(SourceTree tree)
    {
        var modules = new ModuleSources(ModuleFiles.Of(tree));
        var files = new BackendFiles(tree);
        return
        [
            .. from root in RootModules.In(modules)
               where !modules.Units.Of(root).Any()
               from backend in RootModules.Backends(modules, files, root)
               select new RootBackend(root, backend),
            .. from unit in modules.Units.All
               from backend in Backends(modules, files, unit)
               select new RootBackend(unit.Folder, backend),
        ];
    }

    /// <summary>What a unit says of its backend, or else what its module does.</summary>
    static ImmutableArray<StateBackend> Backends(ModuleSources modules, BackendFiles files, TerragruntUnit unit)
    {
        var (backend, problems) = modules.Units.Backend(unit);
        if (backend is not null || !problems.IsEmpty || unit.Module is null)
            return backend is null ? [] : [backend];

        // A state in a file is in the copy that Terragrunt makes of the module, unless the unit is the module.
        return [.. RootModules.Backends(modules, files, unit.Module).Where(b => b.Source is not null || unit.Module == unit.Folder)];
    }

    /// <summary>
    /// Evaluates every record set and bucket of every root module, in every way in which it may be deployed, as far as the source alone
    /// decides it. A record that is the same with several files of values is told once, as with the first.
    /// </summary>
    /// <param name="tree">The repository.</param>
    /// <param name="workspaces">The workspaces that are known, by the folder of the root module or unit. Of others, the name of the workspace is unknown.</param>
    public static SourceReading Read(SourceTree tree, IReadOnlyDictionary<string, ImmutableArray<string>>? workspaces = null)
    {
        var modules = new ModuleSources(ModuleFiles.Of(tree));
        var deployments = new Deployments(modules);
        var evaluated = ImmutableArray.CreateBuilder<RootDeployment>();
        var records = new List<DeclaredRecord>();
        var buckets = new List<DeclaredBucket>();
        var problems = new HashSet<SourceProblem>(modules.Folders.SelectMany(f => modules.Read(f).Source!.Problems));
        foreach (var root in RootModules.In(modules).Where(r => MayDeclare(modules, r)))
        {
            foreach (var deployment in deployments.Of(root, f => workspaces?.TryGetValue(f, out var known) == true ? known : []))
            {
                evaluated.Add(deployment);
                var reading = TerraformRoot.Read(modules, root, deployment.Options);
                records.AddRange(Records(reading, deployment));
                buckets.AddRange(Buckets(reading));
                problems.UnionWith(reading.Evaluation.Problems);
            }
        }

        problems.UnionWith(modules.Units.Problems);
        problems.UnionWith(tree.Files.Keys.Where(IsOpenTofu).Select(p => new SourceProblem(p, 1, 1, ModuleProblems.OtherSyntax, "OpenTofu's own files are not read.")));
        return new(
            [.. records.DistinctBy(r => (r.Deployment!.Folder, r.Deployment.Home, r.Deployment.Options.Workspace, r.Address, r.Location, r.ZoneName, r.ZoneId, r.PrivateZone, r.Name, r.Type, r.SetIdentifier, string.Join(' ', r.Targets), string.Join(' ', r.Unknown)))],
            [.. buckets.Distinct()],
            [.. problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)])
        {
            Deployments = evaluated.ToImmutable(),
        };
    }

    /// <summary>Files in the syntax of OpenTofu, that Terraform does not read.</summary>
    internal static bool IsOpenTofu(string path) => path.EndsWith(".tofu", StringComparison.Ordinal) || path.EndsWith(".tofu.json", StringComparison.Ordinal);

    /// <summary>The record sets of one deployment: those that are certain, and what may yield any more; all, or those of an address.</summary>
    internal static IEnumerable<DeclaredRecord> Records(RootReading reading, RootDeployment deployment, string? address = null) =>
        reading.Evaluation.Instances.Where(i => i.Type == RecordBlock.Type && i.Mode == "managed").Select(i => (Instance: i, IsCertain: true))
            .Concat(ModuleWalk.Unsure(reading, RecordBlock.Type).Select(i => (Instance: i, IsCertain: false)))
            .Where(i => address is null || i.Instance.Address == address)
            .Select(i => RecordBlock.Read(deployment, i.Instance, i.IsCertain));

    static IEnumerable<DeclaredBucket> Buckets(RootReading reading) =>
        from instance in reading.Evaluation.Instances
        where instance.Type == Bucket && instance.Mode == "managed"
        let name = (instance.Values.Element("bucket")?.Value).TextOrNull()
        where name is not null
        select new DeclaredBucket(SourceKind.Terraform, instance.Address, SourceLocation.Of(instance.Source), name);

    /// <summary>Whether anything that a root module is made of has a block of a type that is asked for: most have none, and are not evaluated.</summary>
    static bool MayDeclare(ModuleSources modules, string root) =>
        RootModules.Reach(modules, root).Any(f => modules.Read(f).Source?.OfType("resource").Any(b => Types.Contains(b.Labels[0])) == true);
}
