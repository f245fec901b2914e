using System.Collections.Immutable;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>The files of values of a repository, and which root modules they are for.</summary>
sealed class ValuesFiles(ModuleSources modules)
{
    readonly HashSet<string> folders = [.. modules.Folders];

    public ImmutableArray<ValuesFile> All { get; } = ValuesFile.In(modules.Files);

    /// <summary>Those that set variables of the root module in a folder, and that Terraform does not read there without being told to.</summary>
    public ImmutableArray<ValuesFile> For(string root)
    {
        var variables = modules.Read(root).Source?.OfType("variable").Select(b => b.Labels[0]).ToHashSet(StringComparer.Ordinal) ?? [];
        return [.. All.Where(f => !(f.IsAutomatic && f.Folder == root) && f.Names.Overlaps(variables) && IsFor(f, root))];
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
}
