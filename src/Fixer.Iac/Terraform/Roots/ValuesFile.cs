using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>A file of values for variables.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Names">The variables that it sets.</param>
sealed record ValuesFile(string Path, ImmutableHashSet<string> Names)
{
    public string Folder => SourceTree.FolderOf(Path);

    /// <summary>Whether Terraform reads it without being told to, when it runs in the file's folder.</summary>
    public bool IsAutomatic => InputValues.IsAutomatic(SourceTree.NameOf(Path));

    /// <summary>All files of values.</summary>
    public static ImmutableArray<ValuesFile> In(ModuleFiles files) =>
    [
        .. from folder in files.Folders.Order(StringComparer.Ordinal)
           from name in (files.NamesIn(folder) ?? []).Order(StringComparer.Ordinal)
           where name.EndsWith(".tfvars", StringComparison.Ordinal) || name.EndsWith(".tfvars.json", StringComparison.Ordinal)
           let path = SourceTree.PathOf(folder, name)
           select new ValuesFile(path, NamesIn(files, path)),
    ];

    /// <summary>What a broken file sets as far as it could be read: evaluating a root module with it tells of the rest.</summary>
    static ImmutableHashSet<string> NamesIn(ModuleFiles files, string path)
    {
        if (files.Read(path) is not { } content)
            return [];
        ConfigurationBody body = path.EndsWith(".json", StringComparison.Ordinal) ? new JsonSyntaxBody(JsonFile.Parse(content, path).Body) : new NativeBody(HclFile.Parse(content, path).Body);
        return [.. body.Arguments.Select(a => a.Name)];
    }
}
