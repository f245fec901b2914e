using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>The files of values of a repository that no Terraform loads by itself: somebody may give them with <c>-var-file</c>.</summary>
sealed class FilesOfValues(ModuleSources modules)
{
    readonly Lazy<ImmutableArray<(string Path, ImmutableArray<string> Names)>> all = new(() => All(modules.Files));

    /// <summary>
    /// Those that are meant for the root module in a folder: in it or below it, where they set any of its variables; elsewhere, but in no
    /// other module, where they set nothing else.
    /// </summary>
    public IEnumerable<string> For(string folder)
    {
        var declared = (modules.Read(folder).Source?.OfType("variable") ?? []).Select(v => v.Labels[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, names) in declared.Count == 0 ? [] : all.Value)
        {
            var at = SourceTree.FolderOf(path);
            if (at == folder ? IsAutomatic(path) : modules.Read(at).Source is not null)
                continue;
            var isBelow = folder.Length == 0 || at == folder || at.StartsWith(folder + "/", StringComparison.Ordinal);
            if (isBelow ? names.Any(declared.Contains) : names.Length > 0 && names.All(declared.Contains))
                yield return path;
        }
    }

    /// <summary>Whether a name is that of a file of values.</summary>
    public static bool IsOne(string path) => path.EndsWith(".tfvars", StringComparison.Ordinal) || path.EndsWith(".tfvars.json", StringComparison.Ordinal);

    static bool IsAutomatic(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is "terraform.tfvars" or "terraform.tfvars.json" || path.EndsWith(".auto.tfvars", StringComparison.Ordinal) || path.EndsWith(".auto.tfvars.json", StringComparison.Ordinal);

    static ImmutableArray<(string Path, ImmutableArray<string> Names)> All(ModuleFiles files) =>
    [
        .. from folder in files.Folders.Order(StringComparer.Ordinal)
           from name in (files.NamesIn(folder) ?? []).Where(IsOne).Order(StringComparer.Ordinal)
           let path = folder.Length == 0 ? name : $"{folder}/{name}"
           where files.Read(path) is not null
           select (path, NamesIn(files.Read(path)!.Value, path)),
    ];

    static ImmutableArray<string> NamesIn(ReadOnlyMemory<byte> content, string path) => path.EndsWith(".json", StringComparison.Ordinal)
        ? [.. JsonFile.Parse(content, path).Body.Members.Items.Select(m => m.Name.Value)]
        : [.. HclFile.Parse(content, path).Body.Attributes.Select(a => a.Name)];
}
