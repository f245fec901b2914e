using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>What a reviewer must know before the next apply.</summary>
static class RemovalRisks
{
    public static ImmutableArray<string> Of(TerraformModule module, HclBlock block)
    {
        var risks = ImmutableArray.CreateBuilder<string>();
        var address = TerraformModule.AddressOf(block);
        if (block.Body.BlocksOfType("lifecycle").Any(l => IsSet(l.Body.Attribute("prevent_destroy"))))
            risks.Add($"{address} has prevent_destroy: it goes with the block, so nothing stops the apply any more.");
        if (block.Body.BlocksOfType("provisioner").Any(p => IsDestroyTime(p.Body.Attribute("when"))))
            risks.Add($"{address} has a destroy-time provisioner: once the block is gone, Terraform destroys the record without running it.");
        if (module.Tree.Calls.FirstOrDefault(c => c.Folder == module.Folder) is { } call)
            risks.Add($"The block lies in a module, which {call.At} calls; nothing else in this repository does, but other repositories may.");
        return risks.ToImmutable();
    }

    static bool IsSet(HclAttribute? attribute) => attribute?.Value is not (null or BooleanLiteral { Value: false } or NullLiteral);

    static bool IsDestroyTime(HclAttribute? attribute) =>
        attribute?.Value is TraversalExpression { Root: "destroy" } or StringLiteral { Value: "destroy" };
}
