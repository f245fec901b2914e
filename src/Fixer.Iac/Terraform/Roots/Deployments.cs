using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.State;
using Fixer.Iac.Terraform.Units;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>
/// The ways in which the root modules of a repository may be deployed: in each workspace that has a state, with the values that Terraform
/// finds by itself, and with each file of values that it must be told of; where Terragrunt runs them, by each unit that does. A variable that something else may set is unsure.
/// </summary>
sealed class Deployments
{
    /// <summary>More files of values for one root module than a person could tell apart. With more, what they set is unsure, and none is taken.</summary>
    const int MaxFiles = 50;

    readonly ModuleSources modules;
    readonly VariableSigns signs;
    readonly ValuesFiles files;
    readonly ILookup<string, ValuesFile> byFolder;

    public Deployments(ModuleSources modules)
    {
        this.modules = modules;
        signs = VariableSigns.In(modules.Files.Tree());
        files = new ValuesFiles(modules);
        byFolder = files.All.ToLookup(f => f.Folder, StringComparer.Ordinal);
    }

    /// <summary>The ways in which a root module may be deployed; at least one.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="workspacesIn">The workspaces that have a state, of what is deployed from a folder; empty if none is known.</param>
    public ImmutableArray<RootDeployment> Of(string root, Func<string, ImmutableArray<string>> workspacesIn)
    {
        var variables = modules.Read(root).Source?.OfType("variable").Select(b => b.Labels[0]).ToHashSet(StringComparer.Ordinal) ?? [];
        if (modules.Units.Of(root).Any())
            return [.. modules.Units.Of(root).SelectMany(u => Of(u, root, workspacesIn(u.Folder), variables))];
        var workspaces = workspacesIn(root);
        var given = files.For(root);
        var all = given.Length > MaxFiles ? [null] : IsNeeded(root, given) ? given : given.Cast<ValuesFile?>().Prepend(null);
        return
        [
            .. from workspace in workspaces.IsEmpty ? [null] : workspaces.Cast<string?>()
               from file in Suited([.. all], workspace)
               select new RootDeployment(root, new RootOptions
               {
                   Workspace = workspace,
                   VarFiles = file is null ? [] : [file.Path],
                   Unsure = [.. variables.Where(v => IsUnsure(root, v, file, given)).Order(StringComparer.Ordinal)],
               }),
        ];
    }

    /// <summary>Terragrunt knows no workspaces, and uses the default one.</summary>
    IEnumerable<RootDeployment> Of(TerragruntUnit unit, string root, ImmutableArray<string> workspaces, HashSet<string> variables)
    {
        var inFiles = byFolder[root].Concat(byFolder[unit.Folder]).Where(f => f.IsAutomatic)
            .Concat(unit.VarFiles.SelectMany(p => byFolder[SourceTree.FolderOf(p)].Where(f => f.Path == p)))
            .SelectMany(f => f.Names)
            .ToHashSet(StringComparer.Ordinal);
        var unsure = variables.Where(v => signs.OnCommandLine(v) || (!inFiles.Contains(v) && (signs.InEnvironment(v) || signs.HasFiles))).Order(StringComparer.Ordinal);
        return from workspace in workspaces.IsEmpty ? [StateBackend.DefaultWorkspace] : workspaces
               select new RootDeployment(root, new RootOptions { Workspace = workspace, Unit = unit.Path, Unsure = [.. unsure] });
    }

    /// <summary>Whether nothing can be deployed without one of the files: it alone sets a variable that has no default.</summary>
    bool IsNeeded(string root, ImmutableArray<ValuesFile> given) => modules.Read(root).Source!.OfType("variable")
        .Where(v => v.Body.Argument("default") is null)
        .Select(v => v.Labels[0])
        .Any(v => given.Any(g => g.Names.Contains(v)) && !IsSetAutomatically(root, v) && !signs.OnCommandLine(v) && !signs.InEnvironment(v) && !IsTerragruntUnit(root));

    /// <summary>Where files are named after workspaces, each is for its own.</summary>
    static IEnumerable<ValuesFile?> Suited(ImmutableArray<ValuesFile?> all, string? workspace)
    {
        var own = workspace is null ? [] : all.Where(f => f is not null && f.Path.Split('/', '.').Contains(workspace, StringComparer.Ordinal)).ToArray();
        return own.Length > 0 ? own : all;
    }

    bool IsUnsure(string root, string variable, ValuesFile? file, ImmutableArray<ValuesFile> given)
    {
        if (signs.OnCommandLine(variable))
            return true;
        if (file?.Names.Contains(variable) == true)
            return false;
        if (given.Any(g => g.Names.Contains(variable)))
            return true;
        if (IsSetAutomatically(root, variable))
            return false;
        return signs.InEnvironment(variable) || (signs.HasFiles && file is null) || IsTerragruntUnit(root);
    }

    bool IsSetAutomatically(string root, string variable) => files.All.Any(f => f.IsAutomatic && f.Folder == root && f.Names.Contains(variable));

    /// <summary>The files are those of a unit that runs another module as well.</summary>
    bool IsTerragruntUnit(string root) => modules.Units.In(root) is not null;
}
