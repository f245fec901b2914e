using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>A root module as it is deployed somewhere: another workspace, other files of values, another root module.</summary>
/// <param name="Folder">The root module's folder.</param>
/// <param name="Options">What Terraform is told besides.</param>
public sealed record RootDeployment(string Folder, RootOptions Options)
{
    /// <summary>Addresses that are asked to go from this deployment too; nothing else of it may.</summary>
    public ImmutableHashSet<string> Removed { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What it is called in messages.</summary>
    public override string ToString()
    {
        var words = new List<string> { $"the root module {(Folder.Length == 0 ? "." : Folder)}" };
        if (Options.Workspace is not (null or "default"))
            words.Add($"in workspace {Options.Workspace}");
        if (!Options.VarFiles.IsDefaultOrEmpty)
            words.Add($"with {string.Join(" and ", Options.VarFiles)}");
        return string.Join(' ', words);
    }

    internal bool IsSame(RootDeployment other) =>
        Folder == other.Folder && Options.Workspace == other.Options.Workspace && Options.VarFiles.SequenceEqual(other.Options.VarFiles) && Options.Unsure.SetEquals(other.Options.Unsure);
}
