using System.Collections.Immutable;
using Fixer.Iac.Terraform.Functions;
using Fixer.Iac.Terraform.Units;

namespace Fixer.Iac.Terraform.Modules;

/// <summary>The modules of a set of files, each read once, however many root modules call it. Not safe for threads.</summary>
sealed class ModuleSources
{
    readonly Dictionary<string, (ModuleSource? Source, Dictionary<string, object> Parsed)> known = new(StringComparer.Ordinal);
    readonly Dictionary<string, object> kept = new(StringComparer.Ordinal);
    readonly Lazy<TerraformFunctions> functions;

    public ModuleSources(ModuleFiles files)
    {
        Files = files;
        functions = new(() => new TerraformFunctions(files.Tree()));
        Units = new TerragruntUnits(files);
    }

    public ModuleFiles Files { get; }

    /// <summary>Terraform's functions, as they see these files.</summary>
    public TerraformFunctions Functions => functions.Value;

    /// <summary>The units of Terragrunt that run modules.</summary>
    public TerragruntUnits Units { get; }

    /// <summary>The folders that have configuration files.</summary>
    public IEnumerable<string> Folders => Files.Folders.Where(f => Read(f).Source is not null);

    /// <summary>The module in a folder, null if there is none; and its files as parsed, by path.</summary>
    public (ModuleSource? Source, IReadOnlyDictionary<string, object> Parsed) Read(string folder)
    {
        if (known.TryGetValue(folder, out var found))
            return found;
        var parsed = new Dictionary<string, object>(StringComparer.Ordinal);
        return known[folder] = (ModuleSource.Read(Files, folder, parsed, kept), parsed);
    }

    /// <summary>The folders of the modules that the one in a folder calls, as far as they are in these files.</summary>
    public ImmutableArray<string> Calls(string folder) => Read(folder).Source is { } source
        ? [.. source.OfType("module").Select(c => ModuleSource.Called(source, c)).OfType<string>()]
        : [];

    /// <summary>With the content of some files replaced. Modules that have none of them, and the other files of those that do, are not read again.</summary>
    public ModuleSources With(IReadOnlyDictionary<string, byte[]> contents)
    {
        var result = new ModuleSources(Files.With(contents));
        var edited = contents.Keys.Select(SourceTree.FolderOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (folder, module) in known)
        {
            if (!edited.Contains(folder))
                result.known[folder] = module;
            else
            {
                foreach (var (path, file) in module.Parsed.Where(p => !contents.ContainsKey(p.Key)))
                    result.kept[path] = file;
            }
        }

        return result;
    }
}
