using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>Attributes of resources and data sources that follow from what is written.</summary>
static class ResourceReferences
{
    public static TerraformValue Evaluate(TerraformModule module, string address, string type, ImmutableArray<TraversalStep> steps)
    {
        if (type is not ("aws_route53_zone" or "aws_s3_bucket"))
            return new UnknownValue(type is "each" or "count" or "self" or "path" or "terraform" ? type : $"{address}, which is not evaluated");
        if (module.IsAmbiguous(address))
            return new UnknownValue($"{address} is declared more than once or overridden");
        if (module.FindBlock(address) is not { } block)
            return new UnknownValue($"{address} is not declared");

        // An index is right exactly where there are many instances; and then what is known of the block is known of each of them.
        var indexed = steps is [IndexStep, ..];
        if (indexed != Instances.AreMany(block))
            return new UnknownValue($"{address}, which has no single instance");
        if (steps[(indexed ? 1 : 0)..] is not [AttributeStep attribute])
            return new UnknownValue($"{address} as a whole");
        return module.Evaluator.Named($"{address}.{attribute.Name}", path => Attribute(module.Evaluator, block, address, attribute.Name) ?? new UnknownValue(path));
    }

    static TerraformValue? Attribute(Evaluator evaluator, HclBlock block, string address, string attribute) => (block.Labels[0].Value, attribute) switch
    {
        ("aws_route53_zone", "zone_id" or "id") => Zones.IdOf(block, address, evaluator),
        ("aws_route53_zone", "name") => Known(evaluator.Argument(block.Body, "name"), $"the name of {address}"),
        ("aws_s3_bucket", "bucket" or "id") => Known(evaluator.Argument(block.Body, "bucket"), $"the name of {address}"),

        // The standard partition's domain: the others have their own DNS, and their own endpoints are not what dangles here.
        ("aws_s3_bucket", "bucket_domain_name") when evaluator.Argument(block.Body, "bucket") is TextValue name => new TextValue($"{name.Text}.s3.amazonaws.com"),
        _ => null,
    };

    static TerraformValue Known(TerraformValue value, string what) => value is TextValue or UnknownValue ? value : new UnknownValue(what);
}
