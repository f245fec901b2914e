using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Files around modules that Terraform does not read as part of them: tests, other files of values, Terragrunt.</summary>
static class Surroundings
{
    /// <summary>Why they forbid the removal; null if they do not.</summary>
    public static EditRefusal? Obstacle(RootReading root, PlannedRemoval removal) =>
        Defaults(root.Context, removal).FirstOrDefault() is { } variable && Terragrunt(root.Context) is { } unit
            ? new(EditRefusalCode.ComputedValue, $"{unit} may give variable \"{variable.Labels[0].Value}\" another value than the default in {SourceLocation.Of(variable)}.")
            : null;

    /// <summary>What a reviewer must know of them.</summary>
    public static IEnumerable<string> Risks(RootReading root, PlannedRemoval removal)
    {
        var edited = removal.Edited.Select(n => SourceTree.FolderOf(n.Text.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in TestFiles.Of(root.Context).Where(t => edited.Contains(t.Folder)).Select(t => t.File.Text.Path))
            yield return $"{path} tests what changes: run it.";
        if (Terragrunt(root.Context) is { } unit)
            yield return $"{unit} may give the module other values than those that were seen here.";
        foreach (var variable in Defaults(root.Context, removal))
        {
            foreach (var path in OtherValues(root.Context).Where(p => HclFile.Parse(root.Context.Files.Read(p) ?? default, p).Body.Attribute(variable.Labels[0].Value) is not null))
                yield return $"{path} sets variable \"{variable.Labels[0].Value}\" too: where Terraform is given that file, the default does not count.";
        }
    }

    /// <summary>Variables of the root module whose defaults are edited.</summary>
    static IEnumerable<HclBlock> Defaults(RootContext context, PlannedRemoval removal) =>
        from file in context.Parsed.Values.OfType<HclFile>()
        where SourceTree.FolderOf(file.Text.Path) == context.Folder
        from variable in file.Body.BlocksOfType("variable")
        where variable.Labels.Length == 1 && removal.Nodes.Any(n => n != variable && n.Text == file.Text && variable.Span.Contains(n.Span))
        select variable;

    static IEnumerable<string> OtherValues(RootContext context) =>
        (context.Files.NamesIn(context.Folder) ?? []).Where(n => n.EndsWith(".tfvars", StringComparison.Ordinal)).Select(n => SourceTree.PathOf(context.Folder, n)).Where(p => !context.Parsed.ContainsKey(p));

    /// <summary>A unit that runs the module, where it is not asked about as that unit runs it.</summary>
    static string? Terragrunt(RootContext context) => context.Options.Unit is null ? context.Modules.Units.Of(context.Folder).FirstOrDefault()?.Path : null;
}
