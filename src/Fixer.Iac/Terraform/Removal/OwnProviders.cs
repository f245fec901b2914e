using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Modules that configure providers themselves: once their call is gone, Terraform has nothing to destroy their resources with, and fails.</summary>
static class OwnProviders
{
    /// <summary>A provider that would go with a module that has an instance, as path:line; null if there is none.</summary>
    public static string? Of(RootReading root, IEnumerable<string> asked, PlannedRemoval removal)
    {
        foreach (var address in asked)
        {
            var within = new List<string>();
            for (var module = root.Blocks[address].Module; module.Caller is { } place; module = place.Caller)
            {
                within.Add(module.Source.Folder);
                if (removal.Nodes.Contains(place.Block.Node) && within.SelectMany(f => In(root.Context, f)).FirstOrDefault() is { } provider)
                    return SourceLocation.Of(provider).ToString();
            }
        }

        return null;
    }

    static IEnumerable<SyntaxNode> In(RootContext context, string folder) =>
        from parsed in context.Parsed
        where SourceTree.FolderOf(parsed.Key) == folder
        let body = parsed.Value is HclFile native ? (ConfigurationBody)new NativeBody(native.Body) : new JsonSyntaxBody(((JsonFile)parsed.Value).Body)
        from provider in body.Blocks("provider", 1)
        select provider.Node;
}
