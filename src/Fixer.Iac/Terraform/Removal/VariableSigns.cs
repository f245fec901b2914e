using System.Text;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Signs in a repository that something sets a variable of a root module, besides files of values: Terragrunt, environment variables, command lines.</summary>
sealed class VariableSigns(ModuleFiles files)
{
    /// <summary>The file that may set it; null if there is none.</summary>
    public string? Of(string folder, string variable)
    {
        var environment = Encoding.UTF8.GetBytes($"TF_VAR_{variable}");
        foreach (var (path, content) in files.Tree().Files)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (name is "terragrunt.hcl" or "terragrunt.hcl.json" && SourceTree.FolderOf(path) == folder)
                return path;
            if (!IsSilent(name) && (content.Span.IndexOf(environment) >= 0 || IsArgument(content.Span, variable)))
                return path;
        }

        return null;
    }

    /// <summary>Configuration cannot set its own variables, files of values are read as what they are, and what documents tell people to type is no code.</summary>
    static bool IsSilent(string name) => name.EndsWith(".tf", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || FilesOfValues.IsOne(name);

    /// <summary>Whether there is <c>-var name=…</c>, in any of the ways to write it.</summary>
    static bool IsArgument(ReadOnlySpan<byte> content, string variable)
    {
        var wanted = Encoding.UTF8.GetBytes(variable + "=");
        for (var next = content.IndexOf("-var"u8); next >= 0; next = content.IndexOf("-var"u8))
        {
            content = content[(next + "-var".Length)..];
            if (content.TrimStart(" =\"'"u8).StartsWith(wanted))
                return true;
        }

        return false;
    }
}
