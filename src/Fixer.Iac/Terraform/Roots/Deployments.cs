using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>
/// The ways in which the root modules of a repository may be deployed: in each workspace that has a state, with the values that Terraform
/// finds by itself, and with each file of values that it must be told of. A variable that something else may set is unsure.
/// </summary>
sealed class Deployments
{
    /// <summary>More files of values for one root module than a person could tell apart. With more, what they set is unsure, and none is taken.</summary>
    const int MaxFiles = 50;

    readonly ModuleSources modules;
    readonly VariableSigns signs;
    readonly ImmutableArray<ValuesFile> files;
    readonly HashSet<string> folders;

    public Deployments(ModuleSources modules)
    {
        this.modules = modules;
        signs = VariableSigns.In(modules.Files.Tree());
        files = ValuesFile.In(modules.Files);
        folders = [.. modules.Folders];
    }

    /// <summary>The ways in which a root module may be deployed; at least one.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="workspaces">The workspaces that have a state; empty if none is known.</param>
    public ImmutableArray<RootDeployment> Of(string root, ImmutableArray<string> workspaces)
    {
        var variables = modules.Read(root).Source?.OfType("variable").Select(b => b.Labels[0]).ToHashSet(StringComparer.Ordinal) ?? [];
        var given = files.Where(f => !(f.IsAutomatic && f.Folder == root) && f.Names.Overlaps(variables) && IsFor(f, root)).ToImmutableArray();
        var all = given.Length > MaxFiles ? [null] : given.Cast<ValuesFile?>().Prepend(null);
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

    /// <summary>A file belongs to the nearest folder around it that has configuration; one outside of all may be for any.</summary>
    bool IsFor(ValuesFile file, string root)
    {
        for (var folder = file.Folder; ; folder = SourceTree.FolderOf(folder))
        {
            if (folders.Contains(folder))
                return folder == root;
            if (folder.Length == 0)
                return true;
        }
    }

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
        if (files.Any(f => f.IsAutomatic && f.Folder == root && f.Names.Contains(variable)))
            return false;
        return signs.InEnvironment(variable) || (signs.HasFiles && file is null) || IsTerragruntUnit(root);
    }

    /// <summary>Terragrunt passes inputs by the environment.</summary>
    bool IsTerragruntUnit(string root) => modules.Files.NamesIn(root)?.Any(n => n is "terragrunt.hcl" or "terragrunt.hcl.json") == true;
}
