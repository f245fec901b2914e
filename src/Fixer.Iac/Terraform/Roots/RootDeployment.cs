using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>A root module as it is deployed once: in a workspace, with files of values. Each deployment has a state, and instances, of its own.</summary>
/// <param name="Folder">The root module's folder, from the root of the repository; empty for that.</param>
/// <param name="Options">The workspace and the files.</param>
public sealed record RootDeployment(string Folder, RootOptions Options)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var folder = Folder.Length == 0 ? "." : Folder;
        var workspace = Options.Workspace is null or "default" ? "" : $", workspace {Options.Workspace}";
        return Options.VarFiles.IsEmpty ? folder + workspace : $"{folder}{workspace} with {string.Join(", ", Options.VarFiles)}";
    }
}
