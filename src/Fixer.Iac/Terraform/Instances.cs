using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>How many instances a block yields.</summary>
static class Instances
{
    /// <summary>Whether <c>count</c> or <c>for_each</c> decides how many.</summary>
    public static bool AreMany(HclBlock block) => block.Body.Attribute("count") is not null || block.Body.Attribute("for_each") is not null;

    /// <summary>Whether there is certainly none.</summary>
    public static bool AreNone(HclBlock block, Evaluator evaluator) =>
        (block.Body.Attribute("count") is { } count && evaluator.Evaluate(count.Value) is TextValue { Text: "0" })
        || (block.Body.Attribute("for_each") is { } each && evaluator.Evaluate(each.Value) is ListValue { Elements.Length: 0 });
}
