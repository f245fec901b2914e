using System.Text.Json;
using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Opinions;

/// <summary>Where what hcl2json reads in native syntax is something else than what we read: <c>path:line: what</c>, or null if nowhere.</summary>
static class NativeReading
{
    const int MaxShownLength = 60;

    /// <summary>Compares the definitions of a body.</summary>
    public static string? Difference(string place, IEnumerable<HclBodyItem> items, JsonElement json)
    {
        var (attributes, blocks) = (items.OfType<HclAttribute>(), items.OfType<HclBlock>());
        return Difference(place, [.. attributes.Select(a => new Member(a.Name, a, v => Difference(a.Value, v))), .. Labelled(blocks, 0)], json);
    }

    /// <summary>Compares an expression.</summary>
    public static string? Difference(HclExpression expression, JsonElement json) => expression switch
    {
        TemplateExpression { Wrapped: { } wrapped } => Difference(wrapped, json),
        TupleExpression tuple => Difference(tuple, tuple.Elements.Length, json) ?? tuple.Elements.Zip(json.EnumerateArray(), Difference).FirstOrDefault(d => d is not null),
        ObjectExpression map => Difference(SourceLocation.Of(map).ToString(), [.. Members(map)], json),
        _ => IsRead(expression, json) ? null : Otherwise(expression, json),
    };

    /// <summary>Blocks are an object by type, in it one by each label, and an array of those that share these.</summary>
    static IEnumerable<Member> Labelled(IEnumerable<HclBlock> blocks, int depth) => blocks
        .GroupBy(b => depth == 0 ? b.Type : b.Labels[depth - 1].Value, StringComparer.Ordinal)
        .Select(g => new Member(g.Key, g.First(), v => Difference([.. g], depth, v)));

    static string? Difference(HclBlock[] blocks, int depth, JsonElement json)
    {
        if (blocks.All(b => b.Labels.Length > depth))
            return Difference(SourceLocation.Of(blocks[0]).ToString(), [.. Labelled(blocks, depth + 1)], json);
        return Difference(blocks[0], blocks.Length, json) ?? blocks.Zip(json.EnumerateArray(), (b, v) => Difference(SourceLocation.Of(b).ToString(), b.Body.Items, v)).FirstOrDefault(d => d is not null);
    }

    static string? Difference(HclNode node, int count, JsonElement json) => json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == count ? null : Otherwise(node, json);

    static string? Difference(string place, Member[] members, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return $"{place}: {Shown(json.GetRawText())} is read";
        var read = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            read[property.Name] = property.Value;
        foreach (var member in members)
        {
            if (!read.Remove(member.Name, out var value))
                return $"{SourceLocation.Of(member.Node)}: {Shown(member.Name)} is not read";
            if (member.Difference(value) is { } difference)
                return difference;
        }

        return read.Count == 0 ? null : $"{place}: {Shown(read.Keys.First())} is read too";
    }

    /// <summary>Of items with the same key hcl2json gives the last.</summary>
    static IEnumerable<Member> Members(ObjectExpression map)
    {
        var items = new Dictionary<string, ObjectItem>(StringComparer.Ordinal);
        foreach (var item in map.Items)
            items[TemplateReading.Key(item.Key)] = item;
        return items.Select(i => new Member(i.Key, i.Value, v => Difference(i.Value.Value, v)));
    }

    static bool IsRead(HclExpression expression, JsonElement json) => expression switch
    {
        NumberLiteral number => IsNumber(HclNumber.Parse(number.Digits), json),
        BooleanLiteral literal => IsBoolean(literal.Value, json),
        NullLiteral => json.ValueKind == JsonValueKind.Null,
        UnaryExpression { Operator: TokenKind.Minus, Operand: NumberLiteral number } => IsNumber(HclNumber.Parse(number.Digits)?.Negate(), json),
        UnaryExpression { Operator: TokenKind.Not, Operand: BooleanLiteral literal } => IsBoolean(!literal.Value, json),
        _ => json.ValueKind == JsonValueKind.String && json.GetString() == TemplateReading.Text(expression),
    };

    /// <summary>Under Node, numbers are those of JavaScript, and infinity is written as null.</summary>
    static bool IsNumber(HclNumber? number, JsonElement json) => number?.ToDouble() is { } expected &&
        (json.ValueKind == JsonValueKind.Number ? json.GetDouble().Equals(expected) : json.ValueKind == JsonValueKind.Null && double.IsInfinity(expected));

    static bool IsBoolean(bool expected, JsonElement json) => json.ValueKind == (expected ? JsonValueKind.True : JsonValueKind.False);

    static string Otherwise(HclNode node, JsonElement json) => $"{SourceLocation.Of(node)}: {Shown(node.ToString())} is read as {Shown(json.GetRawText())}";

    static string Shown(string text) => text.Length <= MaxShownLength ? text : text[..MaxShownLength] + "…";

    readonly record struct Member(string Name, HclNode Node, Func<JsonElement, string?> Difference);
}
