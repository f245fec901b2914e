using System.Collections.Immutable;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Schema;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>What forbids the removal of blocks in a resource: that the provider wants one, or that others name it.</summary>
static class BlockRemoval
{
    /// <summary>Blocks that have a name, and the arguments elsewhere in the resource that say it.</summary>
    static readonly (string Type, string Block, string Name, string[] Uses)[] Named =
    [
        ("aws_cloudfront_distribution", "origin", "origin_id", ["default_cache_behavior[].target_origin_id", "ordered_cache_behavior[].target_origin_id", "origin_group[].member[].origin_id"]),
        ("aws_cloudfront_distribution", "origin_group", "origin_id", ["default_cache_behavior[].target_origin_id", "ordered_cache_behavior[].target_origin_id"]),
    ];

    public static EditRefusal? Obstacle(ResourceInstance instance, HclValue around, BlockSchema? schema, AttributePath path, ImmutableArray<HclElement> removed, string what)
    {
        var type = path.Last.Key;
        if (type is null || schema is null || !schema.BlockTypes.Contains(type))
            return null;
        if (schema.RequiredBlocks.Contains(type) && around.Element(type)?.Value.Elements.Length == removed.Length)
            return new(EditRefusalCode.LastResource, $"{what} would be left without a block {type}, of which the provider requires one at least. Replace it, or remove the resource.");
        foreach (var (_, _, name, uses) in Named.Where(n => n.Type == instance.Type && n.Block == type && path.Steps.Length == 1))
        {
            var names = removed.Select(r => r.Value.Element(name)?.Value).ToArray();
            foreach (var (use, value) in uses.SelectMany(u => Values(instance.Values, u).Select(v => (u, v))))
            {
                if (Array.Exists(names, n => n is null || !n.IsWhollyKnown || !value.IsWhollyKnown))
                    return new(EditRefusalCode.ComputedValue, $"Whether {Text(use)} of {instance.Address} names what is removed cannot be told: it is computed{Place(value)}. Change it by hand.");
                if (Array.Exists(names, n => n!.IsSame(value)))
                    return new(EditRefusalCode.ReferencedElsewhere, $"{Text(use)} of {instance.Address} names {type} \"{value.AsString()}\"{Place(value)}. Change that first.");
            }
        }

        return null;
    }

    static string Place(HclValue value) => value.Origin.Alone is [var node, ..] ? $" in {SourceLocation.Of(node)}" : "";

    static string Text(string use) => use.Replace("[]", "", StringComparison.Ordinal);

    /// <summary>All values at a path that goes through each element of lists.</summary>
    static IEnumerable<HclValue> Values(HclValue value, string path)
    {
        IEnumerable<HclValue> values = [value];
        foreach (var step in path.Split('.'))
        {
            values = values.Where(v => v is { IsUnknown: false, IsNull: false }).Select(v => v.Element(step.Replace("[]", "", StringComparison.Ordinal))?.Value).OfType<HclValue>();
            if (step.EndsWith(']'))
                values = values.SelectMany(v => v.IsUnknown ? [v] : v.Elements.Select(e => e.Value));
        }

        return values;
    }
}
