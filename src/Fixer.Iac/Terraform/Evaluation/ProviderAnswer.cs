using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What an unknown value is: the answer of a provider about one instance. <see cref="Hcl.Values.Origin.Supplier"/> of such values.</summary>
/// <param name="Module">The module that the block is in.</param>
/// <param name="Block">The <c>resource</c> or <c>data</c> block.</param>
/// <param name="Instance">The instance of it.</param>
/// <param name="Attribute">The attribute; null if it is all of the instance.</param>
sealed record ProviderAnswer(ModuleInstance Module, ConfigurationBlock Block, BlockInstance Instance, string? Attribute)
{
    /// <summary>The address of the instance, as Terraform writes it.</summary>
    public string Address => Module.AddressOf($"{(Block.Type == "data" ? "data." : "")}{Block.Labels[0]}.{Block.Labels[1]}{Instance.Suffix}");
}
