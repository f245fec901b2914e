using Fixer.Hcl;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform;

/// <summary>A <c>module</c> block whose source is a folder of the same repository.</summary>
/// <param name="Caller">The module it stands in.</param>
/// <param name="Declaration">The block.</param>
/// <param name="Folder">The folder called.</param>
/// <param name="IsPlain">Whether it makes exactly one instance, of the code as it is at this commit.</param>
sealed record ModuleCall(TerraformModule Caller, Declaration Declaration, string Folder, bool IsPlain)
{
    public string At => Declaration.File.LocationOf(Declaration.Item).ToString();

    public string Name => ((HclBlock)Declaration.Item).Labels[0].Value;

    public static IEnumerable<ModuleCall> In(TerraformModule module, SourceTree tree)
    {
        foreach (var file in module.Files)
        {
            foreach (var block in file.Hcl.Body.BlocksOfType("module"))
            {
                // Blocks in override files count too: one of them may be what gives a call its source.
                if (block.Labels.Length != 1 || block.Body.Attribute("source")?.Value is not StringLiteral { Value: var source })
                    continue;
                var local = source.StartsWith("./", StringComparison.Ordinal) || source.StartsWith("../", StringComparison.Ordinal);
                var folder = local ? ModuleFiles.Resolve(module.Folder, source) : OwnRepositoryFolder(source, tree.Repository);
                if (folder is not null)
                    yield return new ModuleCall(module, new Declaration($"module.{block.Labels[0].Value}", file, block), folder, local && !Instances.AreMany(block) && !file.IsOverride);
            }
        }
    }

    /// <summary>A remote source that names this repository, such as <c>git::https://host/owner/name.git//modules/x?ref=v1</c>.</summary>
    static string? OwnRepositoryFolder(string source, string repository)
    {
        var index = repository.Length == 0 ? -1 : source.IndexOf(repository, StringComparison.OrdinalIgnoreCase);
        if (index < 0)
            return null;
        var rest = source[(index + repository.Length)..].Split('?')[0];
        var folder = rest.IndexOf("//", StringComparison.Ordinal);
        return folder < 0 ? "" : rest[(folder + 2)..].Trim('/');
    }
}
