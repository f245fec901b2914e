namespace Fixer.Iac.Terraform.Modules;

/// <summary>
/// A body with those of override files laid over it: an argument is the last one's that sets it, blocks of a type are the last one's that
/// has some (Terraform documentation, "Override Files").
/// </summary>
sealed class OverriddenBody(ConfigurationBody original, ConfigurationBody above) : ConfigurationBody
{
    public override IEnumerable<ConfigurationArgument> Arguments =>
        original.Arguments.Where(a => above.Argument(a.Name) is null).Concat(above.Arguments);

    public override ConfigurationArgument? Argument(string name) => above.Argument(name) ?? original.Argument(name);

    public override IEnumerable<ConfigurationBlock> Blocks(string type, int labelCount)
    {
        var blocks = above.Blocks(type, labelCount).ToArray();
        return blocks.Length > 0 ? blocks : original.Blocks(type, labelCount);
    }

    public override IEnumerable<string> BlockTypes => original.BlockTypes.Union(above.BlockTypes);
}
