using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Terraform's own tests of a module: <c>*.tftest.hcl</c> in its folder and in <c>tests</c>.</summary>
static class TestFiles
{
    public static IEnumerable<(string Folder, HclFile File)> Of(RootContext context) =>
        from source in context.Sources
        from folder in new[] { source.Folder, SourceTree.PathOf(source.Folder, "tests") }
        from name in context.Files.NamesIn(folder) ?? []
        where name.EndsWith(".tftest.hcl", StringComparison.Ordinal)
        let path = SourceTree.PathOf(folder, name)
        where context.Files.Read(path) is not null
        select (source.Folder, HclFile.Parse(context.Files.Read(path)!.Value, path));

    /// <summary>Removes assertions that are about what goes, and about nothing else; a refusal if a test uses it otherwise.</summary>
    public static EditRefusal? Settle(RootReading root, HashSet<string> asked, PlannedRemoval removal)
    {
        var targets = References.Targets(root, asked, removal).ToArray();
        var outputs = removal.Leftovers.OfType<HclBlock>().Where(b => b.Type == "output").Select(b => (SourceTree.FolderOf(b.Text.Path), b.Labels[0].Value)).ToHashSet();
        foreach (var (folder, file) in Of(root.Context))
        {
            bool IsTarget(TraversalExpression t) => targets.Any(x => x.Folder == folder && x.Matches(t)) || (t is { Root: "output", Steps: [AttributeStep { Name: var name }, ..] } && outputs.Contains((folder, name)));
            foreach (var item in file.Body.Items)
            {
                foreach (var traversal in item.DescendantsAndSelf().OfType<TraversalExpression>().Where(IsTarget))
                {
                    if (item is not HclBlock { Type: "run" } run || run.Body.BlocksOfType("assert").FirstOrDefault(a => a.Span.Contains(traversal.Span)) is not { } assert || !RemovableUses.IsOnlyAbout(assert, IsTarget))
                        return new(EditRefusalCode.ReferencedElsewhere, $"{SourceLocation.Of(traversal)} tests {traversal}. Remove that first.");
                    removal.OtherFiles[file.Text.Path] = file;
                    removal.Leave(assert);
                    if (IsNothingElse(file, run, removal))
                        removal.Leave(run);
                }
            }
        }

        return null;
    }

    /// <summary>A plan without assertions tests nothing, unless something else speaks of it; an apply leaves a state behind for the next.</summary>
    static bool IsNothingElse(HclFile file, HclBlock run, PlannedRemoval removal) =>
        run.Body.Attribute("command")?.Value is TraversalExpression { Root: "plan", Steps.IsEmpty: true }
        && run.Body.Attribute("expect_failures") is null
        && run.Body.BlocksOfType("assert").All(removal.Nodes.Contains)
        && !file.Body.Items.SelectMany(i => i.DescendantsAndSelf()).OfType<TraversalExpression>().Any(t => t is { Root: "run", Steps: [AttributeStep { Name: var name }, ..] } && run.Labels.Any(l => l.Value == name));
}
