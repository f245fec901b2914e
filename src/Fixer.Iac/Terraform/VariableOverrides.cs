using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>
/// Signs in a repository that a variable is not left at its default. Only signs: whoever runs Terraform elsewhere can set any
/// variable, but a repository that does so usually shows it.
/// </summary>
sealed class VariableOverrides(SourceTree tree)
{
    readonly Dictionary<(string, string), string?> found = [];

    /// <summary>What may set the variable of the module in <paramref name="folder"/>; null if nothing in the repository does.</summary>
    public string? Of(string folder, string variable)
    {
        if (!found.TryGetValue((folder, variable), out var origin))
            found[(folder, variable)] = origin = Find(folder, variable);
        return origin;
    }

    string? Find(string folder, string variable)
    {
        var environment = System.Text.Encoding.UTF8.GetBytes($"TF_VAR_{variable}");
        foreach (var (path, content) in tree.Files)
        {
            var name = TerraformFile.FileName(path);
            var isHere = SourceTree.FolderOf(path) == folder;
            if (isHere && (IsValues(name) || name is "terragrunt.hcl" or "terragrunt.hcl.json"))
                return path;
            if (IsValues(name) ? Sets(content, variable) : !IsProse(name) && (content.Span.IndexOf(environment) >= 0 || IsArgument(content.Span, variable)))
                return path;
        }

        return null;
    }

    static bool IsValues(string name) => name.EndsWith(".tfvars", StringComparison.Ordinal) || name.EndsWith(".tfvars.json", StringComparison.Ordinal);

    /// <summary>Configuration cannot set its own variables, and what documents tell people to type is not code.</summary>
    static bool IsProse(string name) => name.EndsWith(".tf", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>A values file elsewhere: it may be for this module, if it sets a variable of this name.</summary>
    static bool Sets(ReadOnlyMemory<byte> content, string variable)
    {
        var file = HclFile.Parse(content);
        return !file.Diagnostics.IsEmpty || file.Body.Attribute(variable) is not null;
    }

    /// <summary><c>-var-file</c>, which can hold anything, or <c>-var name=…</c>.</summary>
    static bool IsArgument(ReadOnlySpan<byte> content, string variable)
    {
        for (var next = content.IndexOf("-var"u8); next >= 0; next = content.IndexOf("-var"u8))
        {
            content = content[(next + 4)..];
            if (content.StartsWith("-file"u8))
                return true;
            var argument = content.TrimStart(" =\"'"u8);
            if (argument.StartsWith(System.Text.Encoding.UTF8.GetBytes(variable + "=")))
                return true;
        }

        return false;
    }
}
