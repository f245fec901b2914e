using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Modules;

/// <summary>A body in native syntax.</summary>
sealed class NativeBody(HclBody body) : ConfigurationBody
{
    public override IEnumerable<ConfigurationArgument> Arguments => body.Attributes.Select(Of);

    public override ConfigurationArgument? Argument(string name) => body.Attribute(name) is { } attribute ? Of(attribute) : null;

    public override IEnumerable<ConfigurationBlock> Blocks(string type, int labelCount) =>
        from block in body.BlocksOfType(type)
        where block.Labels.Length == labelCount
        select new ConfigurationBlock(type, [.. block.Labels.Select(l => l.Value)], new NativeBody(block.Body), block);

    public override IEnumerable<string> BlockTypes => body.Blocks.Select(b => b.Type).Distinct();

    static ConfigurationArgument Of(HclAttribute attribute) => new(attribute.Name, attribute.Value, attribute);
}
