using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>What is known of a hosted zone that <c>zone_id</c> refers to.</summary>
static class Zones
{
    /// <summary>Of a <c>resource</c> or <c>data</c> block of type <c>aws_route53_zone</c>.</summary>
    public static ZoneIdValue IdOf(HclBlock block, string address, Evaluator evaluator)
    {
        // A data source looks up by id or by name; a resource has no id before it exists.
        var id = block.Type == "data" ? evaluator.Argument(block.Body, "zone_id") : new NullValue();
        var name = id is NullValue ? evaluator.Argument(block.Body, "name") : new NullValue();
        var knownName = name is TextValue text ? DeclaredRecord.NormalName(text.Text) : null;
        var knownId = id is TextValue literal ? NormalId(literal.Text) : null;
        var isPrivate = block.Type == "data" ? IsPrivateData(block, evaluator) : IsPrivateResource(block);
        var unknown = knownName is not null || knownId is not null ? null : ((id as UnknownValue) ?? (name as UnknownValue))?.Reason ?? $"{address} has no known name";
        return new ZoneIdValue(knownName, knownId, isPrivate, unknown);
    }

    /// <summary>Some tools print ids as <c>/hostedzone/Z…</c>, and the provider accepts them so.</summary>
    public static string NormalId(string id) => id.StartsWith("/hostedzone/", StringComparison.Ordinal) ? id["/hostedzone/".Length..] : id;

    static bool? IsPrivateResource(HclBlock block)
    {
        if (block.Body.BlocksOfType("vpc").Any())
            return true;
        return block.Body.Blocks.Any(b => b.Is("dynamic", "vpc")) || block.Body.Attribute("vpc_id") is not null ? null : false;
    }

    /// <summary>The data source looks for public zones unless told otherwise; by id it takes either.</summary>
    static bool? IsPrivateData(HclBlock block, Evaluator evaluator) => evaluator.Argument(block.Body, "private_zone") switch
    {
        TextValue { Text: "true" } => true,
        _ when block.Body.Attribute("zone_id") is not null || block.Body.Attribute("vpc_id") is not null => null,
        NullValue or TextValue { Text: "false" } => false,
        _ => null,
    };
}
