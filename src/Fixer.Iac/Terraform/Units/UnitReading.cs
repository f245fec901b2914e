using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Units;

/// <summary>
/// Reads what a unit runs, and with which values (https://terragrunt.gruntwork.io/docs/reference/hcl/). Terragrunt copies the module and the files of
/// the unit's folder to one place and runs Terraform there.
/// </summary>
sealed class UnitReading
{
    readonly TerragruntReader reader;
    readonly ModuleFiles files;
    readonly string path;
    readonly TerragruntSource[] sources;
    readonly bool hasAll;

    UnitReading(TerragruntReader reader, ModuleFiles files, string path)
    {
        (this.reader, this.files, this.path) = (reader, files, path);
        sources = reader.Sources(path, out hasAll);
    }

    string Folder => SourceTree.FolderOf(path);

    /// <summary>The unit; null if there is no such file, or if it runs nothing.</summary>
    public static TerragruntUnit? Read(TerragruntFiles sources, ModuleFiles files, string path)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal))
            return OfJson(files, path);
        var (here, there) = TerragruntReader.InTwoPlaces(sources, r => new UnitReading(r, files, path).Unit());
        return here is null || there is null ? null : here with
        {
            Module = here.Module == there.Module ? here.Module : null,
            Inputs = here.Inputs.SameAs(there.Inputs),
            IsOverruled = here.IsOverruled || there.IsOverruled || !here.VarFiles.SequenceEqual(there.VarFiles),
        };
    }

    static TerragruntUnit OfJson(ModuleFiles files, string path)
    {
        var folder = SourceTree.FolderOf(path);
        return new(path, HasConfiguration(files, folder) ? folder : null, null, UnitInputs.Unknown, [], true, [], ImmutableDictionary<string, HclFile>.Empty, [UnitProblems.Json(path)]);
    }

    TerragruntUnit? Unit()
    {
        if (sources.Length == 0)
            return null;
        var written = Source();
        if (written.Attribute is null && !HasConfiguration(files, Folder))
            return null;
        var (module, source, problem) = written.Attribute is null ? (Folder, null, null) : Module(written.Scope!, written.Attribute);
        var arguments = new UnitArguments(reader, Folder, module == Folder);
        foreach (var block in Blocks("terraform").SelectMany(t => t.Block.Body.BlocksOfType("extra_arguments").Select(b => (b, t.Scope))))
            arguments.Read(block.b, block.Scope);
        SourceProblem?[] own = [problem, module is not null && module != Folder && HasConfiguration(files, Folder) ? UnitProblems.Mixed(path) : null];
        var generated = module is null ? [] : Blocks("generate").Where(g => !GeneratedFile.IsHarmless(files, module, g.Block, g.Scope)).Select(g => UnitProblems.Generated(g.Block));
        var inputs = hasAll && reader.FilesRead.Values.All(f => f.Diagnostics.IsEmpty) ? UnitInputs.Of(sources) : UnitInputs.Unknown;
        return new(path, module, source, inputs, arguments.VarFiles, arguments.IsOverruled, [.. sources.Skip(1).Select(s => s.Path)], reader.FilesRead, [.. own.OfType<SourceProblem>(), .. generated, .. reader.Problems]) { HasAllFiles = hasAll };
    }

    IEnumerable<(HclBlock Block, TerragruntScope Scope)> Blocks(string type) => sources.SelectMany(s => s.Body.BlocksOfType(type).Select(b => (b, s.Scope)));

    /// <summary>What the unit's own file says counts, or else the last include that says something.</summary>
    (HclAttribute? Attribute, TerragruntScope? Scope) Source() => sources.Take(1).Concat(sources.Skip(1).Reverse())
        .Select(s => (s.Body.BlocksOfType("terraform").Select(t => t.Body.Attribute("source")).FirstOrDefault(a => a is not null), s.Scope))
        .FirstOrDefault(s => s.Item1 is not null);

    /// <summary>The folder that a source leads to. Two slashes say how much is copied, and not where it is.</summary>
    (string? Module, string? Source, SourceProblem? Problem) Module(TerragruntScope scope, HclAttribute attribute)
    {
        if (scope.TextOf(attribute.Value) is not { } source)
        {
            return attribute.Value is TemplateExpression { Parts: [TemplateText { Value: [not ('.' or '/'), ..] }, ..] }
                ? (null, attribute.Value.ToString(), UnitProblems.External(attribute, attribute.Value.ToString()))
                : (null, null, UnitProblems.Unknown(attribute));
        }

        var module = source is ['.' or '/', ..] ? reader.InTree(source, Folder) : null;
        return module is not null && HasConfiguration(files, module) ? (module, module == Folder ? null : source, null) : (null, source, UnitProblems.External(attribute, source));
    }

    static bool HasConfiguration(ModuleFiles files, string folder) =>
        files.NamesIn(folder)?.Any(n => n.EndsWith(".tf", StringComparison.Ordinal) || n.EndsWith(".tf.json", StringComparison.Ordinal)) == true;
}
