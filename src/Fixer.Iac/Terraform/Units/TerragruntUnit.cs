using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Units;

/// <summary>A unit of Terragrunt: a module with values for its variables, and a state of its own.</summary>
/// <param name="Path">Its file, usually <c>…/terragrunt.hcl</c>.</param>
/// <param name="Module">The folder of the module that it runs; null if that is not in the repository, or cannot be told.</param>
/// <param name="Source">The address of the module as far as it is known; null if the module is the unit's own folder.</param>
/// <param name="Inputs">The values.</param>
/// <param name="VarFiles">Files of values that it passes besides, the last one counts most.</param>
/// <param name="IsOverruled">Whether it passes values that are not known and count more than any.</param>
/// <param name="Includes">The files that it includes.</param>
/// <param name="Files">Every file of Terragrunt that it is made of, by path: its own, those that it includes, and whose values it reads.</param>
/// <param name="Problems">What could not be understood.</param>
sealed record TerragruntUnit(
    string Path,
    string? Module,
    string? Source,
    UnitInputs Inputs,
    ImmutableArray<string> VarFiles,
    bool IsOverruled,
    ImmutableArray<string> Includes,
    IReadOnlyDictionary<string, HclFile> Files,
    ImmutableArray<SourceProblem> Problems)
{
    /// <summary>Whether all that it includes could be found and read.</summary>
    public bool HasAllFiles { get; init; }

    /// <summary>Its folder.</summary>
    public string Folder => SourceTree.FolderOf(Path);

    /// <summary>Whether a file for Terragrunt, or of values, may be one that it is made of.</summary>
    public bool MayRead(string path) => Files.ContainsKey(path) || VarFiles.Contains(path) || SourceTree.FolderOf(path) is var folder && (folder == Folder || folder == Module);
}
