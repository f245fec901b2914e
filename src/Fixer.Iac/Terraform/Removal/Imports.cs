using System.Text;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>The <c>import</c> blocks of a root module that are repeated. Terraform refuses those whose target is not declared.</summary>
static class Imports
{
    /// <summary>Removes the elements that an <c>import</c> of its own list or map has for what goes.</summary>
    public static void Settle(RootReading root, HashSet<string> asked, PlannedRemoval removal)
    {
        foreach (var block in In(root).Where(b => !removal.IsGone(b)))
        {
            foreach (var (at, address) in InstancesOf(root, block))
            {
                if (asked.Contains(address) && at.YieldedBy.FirstOrDefault(n => n.Text == block.Text && block.Span.Contains(n.Span)) is HclNode element && !removal.IsGone(element))
                    removal.Leave(element);
            }
        }
    }

    /// <summary>Imports of what is gone, as path:line.</summary>
    public static IEnumerable<string> Dangling(RootReading after, IReadOnlySet<string> asked) =>
        from block in In(after)
        where InstancesOf(after, block).Any(i => asked.Contains(i.Address))
        select SourceLocation.Of(block).ToString();

    /// <summary>What each instance of an <c>import</c> block is for, as far as that can be told.</summary>
    public static IEnumerable<(BlockInstance At, string Address)> InstancesOf(RootReading root, HclBlock block)
    {
        if (root.Modules is not [var module, ..] || block.Body.Attribute("for_each") is not { } each || block.Body.Attribute("to")?.Value is not TraversalExpression to)
            yield break;
        foreach (var instance in Repetition.OfEach(root.Context.Peek(each.Value, module.Scope)).Instances)
        {
            if (AddressOf(root.Context, to, module.ScopeOf(instance)) is { } address)
                yield return (instance, address);
        }
    }

    static IEnumerable<HclBlock> In(RootReading root) =>
        root.Context.Parsed.Values.OfType<HclFile>().Where(f => SourceTree.FolderOf(f.Text.Path) == root.Context.Folder).SelectMany(f => f.Body.BlocksOfType("import"));

    static string? AddressOf(RootContext context, TraversalExpression to, HclScope scope)
    {
        var address = new StringBuilder(to.Root);
        foreach (var step in to.Steps)
        {
            if (step is AttributeStep attribute)
                address.Append('.').Append(attribute.Name);
            else if (step is IndexStep { Key: var key } && context.Peek(key, scope) is { IsUnknown: false, IsNull: false } value && (value.Type == Hcl.Values.HclType.String || value.Type == Hcl.Values.HclType.Number))
                InstanceKeyText.Append(address, value.Type == Hcl.Values.HclType.String ? value.AsString() : value.AsNumber().TryToInt32(out var number) ? number : null);
            else
                return null;
        }

        return address.ToString();
    }
}
