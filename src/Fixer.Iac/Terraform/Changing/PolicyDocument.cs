using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>
/// The document that the data source <c>aws_iam_policy_document</c> makes of its block, as the provider writes it: a list of one is that one, lists
/// are in descending order, <c>&amp;{</c> becomes <c>${</c>, the version and the effect have defaults.
/// </summary>
static class PolicyDocument
{
    /// <summary>Arguments of a statement that are lists, and their names in the document.</summary>
    public static ImmutableArray<(string Argument, string Name)> Lists { get; } =
        [("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"), ("not_resources", "NotResource")];

    static readonly string[] Others = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];

    /// <summary>The document; null if it is made of other documents too, or if not all of its statements are known.</summary>
    /// <param name="block">Arguments and blocks of the data source.</param>
    public static HclValue? Of(HclValue block)
    {
        var statements = block.Element("statement");
        if (Others.Any(o => block.Element(o) is not null) || statements is { Value: { IsUnknown: true } })
            return null;
        var elements = new List<HclElement> { block.Element("version") is { } version ? version with { Key = "Version" } : Default("Version", "2012-10-17") };
        if (block.Element("policy_id") is { } id)
            elements.Add(id with { Key = "Id" });
        if (statements is { } written)
            elements.Add(written with { Key = "Statement", Value = HclValue.Tuple(written.Value.Elements.Select(e => e with { Value = Statement(e.Value) }), written.Value.Origin) });
        return HclValue.Object(elements, block.Origin);
    }

    static HclElement Default(string key, string value) => new(key, HclValue.String(value, Origin.Supplied), Origin.Supplied);

    static HclValue Statement(HclValue block)
    {
        var elements = new List<HclElement> { block.Element("effect") is { } effect ? effect with { Key = "Effect" } : Default("Effect", "Allow") };
        if (block.Element("sid") is { } sid && !(sid.Value.IsWhollyKnown && sid.Value.AsString().Length == 0))
            elements.Add(sid with { Key = "Sid" });
        foreach (var (argument, name) in Lists)
        {
            if (block.Element(argument) is { } list && !IsEmpty(list.Value))
                elements.Add(list with { Key = name, Value = OneOrMany(list.Value, isSorted: true) });
        }

        foreach (var (type, name) in new[] { ("principals", "Principal"), ("not_principals", "NotPrincipal") })
        {
            if (block.Element(type) is { } principals)
                elements.Add(Grouped(name, principals, p => Principals(principals.Value, p)));
        }

        if (block.Element("condition") is { } conditions)
            elements.Add(Grouped("Condition", conditions, Conditions));
        return HclValue.Object(elements, block.Origin);
    }

    /// <summary>What several blocks are together: without its block it is gone only if there is just one.</summary>
    static HclElement Grouped(string name, HclElement blocks, Func<HclElement[], HclValue> value) => blocks.Value.IsUnknown
        ? blocks with { Key = name }
        : new(name, value([.. blocks.Value.Elements]), blocks.Value.Elements.Select(e => e.YieldedBy).Aggregate(Origin.Either));

    static HclValue Principals(HclValue all, HclElement[] blocks)
    {
        if (blocks is [{ Value: var only }] && IsText(only.Element("type")?.Value, "*") && only.Element("identifiers")?.Value is { IsUnknown: false, Elements: [{ Value: var one }] } && IsText(one, "*"))
            return HclValue.String("*", Origin.Computed(null, only.Origin));
        return ByKey(all.Origin, blocks, "type", "identifiers", isSorted: true);
    }

    static HclValue Conditions(HclElement[] blocks) => HclValue.Object(
        from block in blocks
        group block by Text(block.Value.Element("test")?.Value) into test
        select new HclElement(test.Key, ByKey(Origin.Supplied, test, "variable", "values", isSorted: false), test.Select(b => b.YieldedBy).Aggregate(Origin.Either)),
        Origin.Supplied);

    static HclValue ByKey(Origin origin, IEnumerable<HclElement> blocks, string key, string list, bool isSorted) => HclValue.Object(
        from block in blocks
        group block by Text(block.Value.Element(key)?.Value) into same
        let lists = same.Select(b => b.Value.Element(list)?.Value ?? HclValue.Unknown(HclType.Dynamic, b.Value.Origin)).ToArray()
        select new HclElement(same.Key, lists is [var one] ? OneOrMany(one, isSorted) : Joined(lists), same.Select(b => b.YieldedBy).Aggregate(Origin.Either)),
        origin);

    static HclValue Joined(HclValue[] lists) => Array.Exists(lists, l => l.IsUnknown)
        ? HclValue.Unknown(HclType.Dynamic, Origin.Computed(null, [.. lists.Select(l => l.Origin)]))
        : HclValue.Tuple(lists.SelectMany(l => l.Elements).Select(Written), Origin.Computed(null, [.. lists.Select(l => l.Origin)]));

    static HclValue OneOrMany(HclValue list, bool isSorted)
    {
        if (list.IsUnknown || list.IsNull || !list.Type.IsSequence)
            return list;
        var elements = list.Elements.Select(Written).ToArray();
        if (elements is [{ Value: { IsUnknown: false } only }])
            return HclValue.String(Text(only), list.Origin);
        if (isSorted && Array.TrueForAll(elements, e => e.Value.IsWhollyKnown))
            elements = [.. elements.DistinctBy(e => Text(e.Value), StringComparer.Ordinal).OrderByDescending(e => Text(e.Value), StringComparer.Ordinal)];
        return HclValue.Tuple(elements, list.Origin);
    }

    static HclElement Written(HclElement element) => element.Value.IsWhollyKnown
        ? element with { Value = HclValue.String(Text(element.Value).Replace("&{", "${", StringComparison.Ordinal), element.Value.Origin) }
        : element;

    static bool IsEmpty(HclValue list) => !list.IsUnknown && !list.IsNull && list.Type.IsSequence && list.Elements.IsEmpty;

    static bool IsText(HclValue? value, string text) => value is { IsWhollyKnown: true, IsNull: false } && value.Type == HclType.String && value.AsString() == text;

    static string Text(HclValue? value) =>
        value is { IsWhollyKnown: true, IsNull: false } && HclConversion.Convert(value, HclType.String, out _) is { } text ? text.AsString() : "";
}

/// <summary>A policy document in the block of a data source, where things have other names.</summary>
sealed class PolicySource(RootContext context) : ConfigurationSource(context)
{
    public override ChangeStep Set(SyntaxNode node, JsonNode value, string what)
    {
        if (value is JsonArray or JsonValue && node is TupleExpression)
            return base.Set(node, List(value), what);
        return value is JsonValue ? base.Set(node, value, what) : Unsupported(node, what);
    }

    public override ChangeStep Insert(SyntaxNode container, string name, JsonNode value, string what)
    {
        var list = PolicyDocument.Lists.FirstOrDefault(l => l.Name == name).Argument;
        if (container is HclBlock && list is not null && value is JsonArray or JsonValue)
            return base.Insert(container, list!, List(value), what);
        var argument = name switch { "Sid" => "sid", "Effect" => "effect", "Version" => "version", "Id" => "policy_id", _ => null };
        return container is HclBlock && argument is not null && value is JsonValue ? base.Insert(container, argument, value, what) : Unsupported(container, what);
    }

    static JsonArray List(JsonNode value) => value as JsonArray ?? [value.DeepClone()];
}
