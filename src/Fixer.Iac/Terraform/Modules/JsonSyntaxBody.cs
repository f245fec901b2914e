using Fixer.Hcl.Json;

namespace Fixer.Iac.Terraform.Modules;

/// <summary>A body in JSON.</summary>
sealed class JsonSyntaxBody(JsonBody body) : ConfigurationBody
{
    public override IEnumerable<ConfigurationArgument> Arguments => body.Members.Items.Select(m => new ConfigurationArgument(m.Name.Value, m.Value, m));

    public override IEnumerable<ConfigurationBlock> Blocks(string type, int labelCount) =>
        body.Blocks(type, labelCount).Items.Select(b => new ConfigurationBlock(type, [.. b.Labels.Select(l => l.Value)], new JsonSyntaxBody(b.Body), b.Declaration));

    public override IEnumerable<string> BlockTypes => [];
}
