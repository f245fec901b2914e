using System.Collections.Immutable;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Units;

/// <summary>The units of Terragrunt among files, each read once. Not safe for threads.</summary>
sealed class TerragruntUnits
{
    /// <summary>The name that Terragrunt looks for.</summary>
    public const string FileName = "terragrunt.hcl";

    const string JsonFileName = "terragrunt.hcl.json";

    /// <summary>Several times as many as the largest organizations keep in one repository.</summary>
    const int MaxUnits = 20_000;

    readonly ModuleFiles files;
    readonly Lazy<TerragruntFiles> sources;
    readonly Lazy<ImmutableArray<TerragruntUnit>> all;
    readonly Lazy<ILookup<string, TerragruntUnit>> byModule;
    readonly Dictionary<string, TerragruntUnit?> known = new(StringComparer.Ordinal);
    readonly List<SourceProblem> problems = [];

    public TerragruntUnits(ModuleFiles files)
    {
        this.files = files;
        sources = new(() => new TerragruntFiles(files.Tree()));
        all = new(() => Find());
        byModule = new(() => all.Value.Where(u => u.Module is not null).ToLookup(u => u.Module!, StringComparer.Ordinal));
    }

    /// <summary>All units, by path. Files that are there for others to include are none.</summary>
    public ImmutableArray<TerragruntUnit> All => all.Value;

    /// <summary>What could not be read, of all units.</summary>
    public IEnumerable<SourceProblem> Problems => All.SelectMany(u => u.Problems).Concat(problems);

    /// <summary>The units that run the module in a folder.</summary>
    public IEnumerable<TerragruntUnit> Of(string module) => byModule.Value[module];

    /// <summary>The unit in a folder; null if there is none.</summary>
    public TerragruntUnit? In(string folder) => PathIn(folder) is { } path ? Read(path) : null;

    /// <summary>The unit of a file; null if there is no such file, or if it runs nothing.</summary>
    public TerragruntUnit? Read(string path)
    {
        if (!known.TryGetValue(path, out var unit))
            known[path] = unit = UnitReading.Read(sources.Value, files, path);
        return unit;
    }

    /// <summary>Where a unit keeps its state; null if it does not say, and that is the module's business, or if it cannot be told.</summary>
    public BackendReading Backend(TerragruntUnit unit) => TerragruntBackend.Read(sources.Value, unit.Path);

    string? PathIn(string folder)
    {
        var names = files.NamesIn(folder) ?? [];
        var name = names.Contains(FileName, StringComparer.Ordinal) ? FileName : names.Contains(JsonFileName, StringComparer.Ordinal) ? JsonFileName : null;
        return name is null ? null : SourceTree.PathOf(folder, name);
    }

    ImmutableArray<TerragruntUnit> Find()
    {
        var paths = files.Folders.Where(f => !f.Split('/').Contains(".terragrunt-cache")).Select(PathIn).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        problems.AddRange(paths.Skip(MaxUnits).Select(p => UnitProblems.Many(p, MaxUnits)));
        var units = paths.Take(MaxUnits).Select(Read).OfType<TerragruntUnit>().ToArray();
        var included = units.SelectMany(u => u.Includes).ToHashSet(StringComparer.Ordinal);
        return [.. units.Where(u => !included.Contains(u.Path) || u.Module == u.Folder)];
    }
}
