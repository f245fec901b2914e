using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>What reads outputs from the states of root modules: <c>terraform_remote_state</c>. Which state that is only the deployment tells.</summary>
static class StateReads
{
    /// <summary>Where something reads one of the outputs, or may read any, in words; null if nothing does.</summary>
    /// <param name="modules">All modules.</param>
    /// <param name="outputs">The names of the outputs.</param>
    public static string? Of(ModuleSources modules, IReadOnlySet<string> outputs) => outputs.Count == 0 ? null : (
        from folder in modules.Folders
        from parsed in modules.Read(folder).Parsed.Values
        from part in parsed is HclFile file ? file.Body.Items : References.Strings(((JsonFile)parsed).Root).Cast<SyntaxNode>()
        from traversal in Dependents.Nodes(part).OfType<TraversalExpression>()
        where traversal is { Root: "data", Steps: [AttributeStep { Name: "terraform_remote_state" }, ..] }
        let name = Output(traversal)
        where name is null || outputs.Contains(name)
        select $"{SourceLocation.Of(parsed is HclFile ? traversal : part)} reads {(name is null ? "outputs" : $"output {name}")} of a state").FirstOrDefault();

    /// <summary>The output, behind the name of the data source and, if that is repeated, its key; null if it may be any. Old versions of Terraform have outputs right there.</summary>
    static string? Output(TraversalExpression traversal) => traversal.Steps.Skip(2).SkipWhile(s => s is not AttributeStep).ToArray() switch
    {
        [AttributeStep { Name: "outputs" }, AttributeStep output, ..] => output.Name,
        [AttributeStep { Name: "outputs" }, IndexStep { Key: StringLiteral key }, ..] => key.Value,
        [AttributeStep { Name: not "outputs" } old, ..] => old.Name,
        _ => null,
    };
}
