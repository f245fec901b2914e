using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.State;

/// <summary>A file that a unit includes.</summary>
/// <param name="Label">The block's label; null for the old form without.</param>
/// <param name="Path">The file, from the root of the repository.</param>
/// <param name="IsMerged">Whether its settings count for the unit, and not only its locals.</param>
/// <param name="IsDeep">Whether collections in both become one; also if that is not known.</param>
sealed record TerragruntInclude(string? Label, string Path, bool IsMerged, bool IsDeep);

/// <summary>For whom a file is read: what its functions are about.</summary>
/// <param name="Unit">The file that Terragrunt was asked to read.</param>
/// <param name="Includes">What that includes.</param>
/// <param name="Through">The one of these that the file read is; null if it is the unit itself.</param>
sealed record TerragruntContext(string Unit, ImmutableArray<TerragruntInclude> Includes, TerragruntInclude? Through)
{
    public string Folder => SourceTree.FolderOf(Unit);

    /// <summary>The include that a function is about which was given no name, or this.</summary>
    public TerragruntInclude? Include(string? name)
    {
        if (name is null)
            return Through ?? (Includes is [var only] ? only : null);
        return Includes.FirstOrDefault(i => i.Label == name);
    }
}
