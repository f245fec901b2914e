using System.Text.Json.Serialization;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>A root module as it is deployed once: in a workspace, with files of values, by a Terragrunt unit. Each deployment has a state, and instances, of its own.</summary>
/// <param name="Folder">The root module's folder, from the root of the repository; empty for that.</param>
/// <param name="Options">The workspace and the files.</param>
public sealed record RootDeployment(string Folder, RootOptions Options)
{
    /// <summary>The folder that it is deployed from, which states and people know it by: the unit's, or else the root module's.</summary>
    [JsonIgnore]
    public string Home => Options.Unit is { } unit ? SourceTree.FolderOf(unit) : Folder;

    /// <summary>What is meant by a folder: the unit of Terragrunt in it if there is one, else the root module.</summary>
    internal static RootDeployment In(ModuleSources modules, string folder, RootOptions options) =>
        options.Unit is null && modules.Units.In(folder) is { Module: { } module } unit ? new(module, options with { Unit = unit.Path }) : new(folder, options);

    /// <inheritdoc/>
    public override string ToString()
    {
        var folder = Folder.Length == 0 ? "." : Folder;
        if (Options.Unit is { } unit)
            folder += $" as {unit} runs it";
        var workspace = Options.Workspace is null or "default" ? "" : $" in workspace {Options.Workspace}";
        return Options.VarFiles.IsEmpty ? folder + workspace : $"{folder}{workspace} with {string.Join(", ", Options.VarFiles)}";
    }
}
