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

    public override IEnumerable<ConfigurationBlock> Blocks(string type, int labelCount) =>
        original.Blocks(type, labelCount).Where(b => !IsReplaced(type, labelCount, b)).Concat(above.Blocks(type, labelCount));

    /// <summary>A <c>dynamic</c> block stands for blocks of its label's type, here as well.</summary>
    bool IsReplaced(string type, int labelCount, ConfigurationBlock block)
    {
        var made = (type, block.Labels) is ("dynamic", [var label]) ? label : type;
        return above.Blocks(made, made == type ? labelCount : 0).Any() || above.Blocks("dynamic", 1).Any(d => d.Labels[0] == made);
    }

    public override IEnumerable<string> BlockTypes => original.BlockTypes.Union(above.BlockTypes);
}
