using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Roots;
using Fixer.Iac.Terraform.Units;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// All else that is made of the files that are edited: other root modules of the repository, and the same ones with other files of values
/// or in other workspaces. For them nothing may change.
/// </summary>
/// <param name="own">The root module that the edits are for.</param>
/// <param name="contents">The edited files as they are afterwards.</param>
/// <param name="data">Those of them that are data, and any root module may read.</param>
/// <param name="difference">How a root module changes, besides that the given addresses go; null if it does not.</param>
sealed class OtherRoots(RootReading own, IReadOnlyDictionary<string, byte[]> contents, IEnumerable<string> data, Func<RootReading, RootReading, IReadOnlySet<string>, string?> difference)
{
    /// <summary>More files of values than one root module has; each takes an evaluation.</summary>
    const int MaxFilesOfValues = 50;

    readonly RootContext context = own.Context;
    readonly HashSet<string> folders = FoldersIn(own.Context);
    readonly FileReads reads = new(own.Context.Modules, [.. data]);

    readonly ImmutableArray<ComparedDeployment>.Builder compared = ImmutableArray.CreateBuilder<ComparedDeployment>();

    /// <summary>The deployments that were evaluated before and after the edits.</summary>
    public ImmutableArray<ComparedDeployment> Compared => compared.ToImmutable();

    /// <summary>What would change elsewhere; null if nothing does.</summary>
    /// <param name="known">What is known to be deployed.</param>
    public string? Changed(IEnumerable<OtherDeployment> known)
    {
        var edited = contents.Keys.Where(IsConfiguration).Select(SourceTree.FolderOf).ToHashSet(StringComparer.Ordinal);
        if (edited.FirstOrDefault(f => !folders.Contains(f)) is { } outside)
            return $"{outside} is outside the folders that could be searched for its uses";
        if (Linked() is { } link)
            return $"{link} is a symbolic link, perhaps to what is edited";
        var asked = new RootDeployment(context.Folder, context.Options);
        if (reads.Of(own).Unclear is { } unclear)
            return $"whether {unclear} cannot be told, in the root module {asked}";
        var units = context.Modules.Units;
        if (units.All.SelectMany(u => u.Files.Values).Distinct().FirstOrDefault(reads.MayRead) is { } reading)
            return $"{reading.Text.Path} may read what is edited, for units of Terragrunt";
        if (Unclear(units, edited.Count > 0) is { } unit)
            return $"what {unit.Path} includes and runs is not known, and it may be made of what is edited";
        var called = folders.SelectMany(f => context.Modules.Calls(f)).ToHashSet(StringComparer.Ordinal);
        var others = folders
            .Where(f => f != context.Folder && !called.Contains(f) && !units.Of(f).Any() && RootModules.Reach(context.Modules, f).Any(m => edited.Contains(m) || reads.MayRead(m)))
            .Order(StringComparer.Ordinal)
            // In which workspace is not known, and that must not matter.
            .Select(f => new RootDeployment(f, new RootOptions { Workspace = null }))
            .ToArray();
        var values = new ValuesFiles(context.Modules);
        var run = units.All.Where(u => u.Module is not null && u.Path != context.Options.Unit)
            .Where(u => contents.Keys.Any(u.MayRead) || RootModules.Reach(context.Modules, u.Module!).Any(m => edited.Contains(m) || reads.MayRead(m)))
            .Select(u => new RootDeployment(u.Module!, new RootOptions { Unit = u.Path }));
        var discovered = (context.Options.Unit is null ? others.Prepend(asked) : others).SelectMany(d => values.For(d.Folder).Select(f => d with { Options = new RootOptions { Workspace = d.Options.Workspace, VarFiles = [f.Path] } }))
            .Where(d => d.Folder != context.Folder || !context.Options.VarFiles.Contains(d.Options.VarFiles[0]))
            .Take(MaxFilesOfValues + 1)
            .ToArray();
        if (discovered.Length > MaxFilesOfValues)
            return $"there are more than {MaxFilesOfValues} files of values that may be given to the root module {discovered[^1] with { Options = new RootOptions() }} and others: what changes with each cannot be told";
        var afterwards = context.Modules.With(contents);
        OtherDeployment[] told = [.. known];
        return told.Concat(others.Concat(discovered).Concat(run).Where(d => !told.Any(t => t.IsSame(d))).Select(d => new OtherDeployment(d)))
            .Where(d => !d.IsSame(asked))
            .Select(d => Changed(d, afterwards))
            .FirstOrDefault(c => c is not null);
    }

    string? Changed(OtherDeployment other, ModuleSources afterwards)
    {
        var deployment = other.Deployment;
        var before = TerraformRoot.Read(context.Modules, deployment.Folder, deployment.Options);
        var (isRead, unclear) = reads.Of(before);
        if (!isRead && !contents.Keys.Any(before.Context.Parsed.ContainsKey))
            return null;
        if (before.Evaluation.Problems is [var problem, ..])
            return $"what changes cannot be told: {problem.Path}:{problem.Line}: {problem.Message}, in the root module {deployment}";
        var after = TerraformRoot.Read(afterwards, deployment.Folder, deployment.Options);
        if (difference(before, after, other.Removed) is { } changed)
            return $"{changed}, in the root module {deployment}";
        compared.Add(new ComparedDeployment(deployment.ToString(), [.. other.Removed.Order(StringComparer.Ordinal)]));
        return unclear is not null ? $"whether {unclear} cannot be told, in the root module {deployment}" : null;
    }

    /// <summary>
    /// A unit of which it cannot be told what the edits do to it: it runs what is not here and reads what is edited, it may run any module, or it may
    /// include any file that is there to be included.
    /// </summary>
    TerragruntUnit? Unclear(TerragruntUnits units, bool isModuleEdited)
    {
        var isIncluded = contents.Keys.Any(p => p.EndsWith(".hcl", StringComparison.Ordinal) && p != context.Options.Unit);
        return units.All.FirstOrDefault(u => (u.Module is null && (contents.Keys.Any(u.MayRead) || (isModuleEdited && u.Source is null))) || (isIncluded && !u.HasAllFiles));
    }

    /// <summary>A link that may lead to what is edited: one that has the same content, or, where links are not followed, one of the same name.</summary>
    string? Linked()
    {
        var names = contents.Keys.SelectMany(p => p.Split('/')).ToHashSet(StringComparer.Ordinal);
        if (context.Files.Links.FirstOrDefault(l => names.Contains(SourceTree.NameOf(l))) is { } named)
            return named;
        var originals = contents.Keys.Select(p => context.Files.Read(p)!.Value).ToArray();
        bool IsSame(object parsed) => (parsed is HclFile file ? file.Text : ((JsonFile)parsed).Text) is var text && originals.Any(o => o.Span.SequenceEqual(text.Bytes));
        return folders.SelectMany(f => context.Modules.Read(f).Parsed).Where(p => !contents.ContainsKey(p.Key) && IsSame(p.Value)).Select(p => p.Key).FirstOrDefault(context.Files.IsLink);
    }

    static bool IsConfiguration(string path) => path.EndsWith(".tf", StringComparison.Ordinal) || path.EndsWith(".tf.json", StringComparison.Ordinal);

    /// <summary>All folders of modules, those behind links as well.</summary>
    static HashSet<string> FoldersIn(RootContext context)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in context.Files.Folders)
            RootModules.Reach(context.Modules, folder, folders);
        return folders;
    }
}
