using System.Text;
using System.Text.Json;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// A file in native syntax and what hcl2json should see change in it. Of most expressions hcl2json tells nothing but the source: a list inside
/// of one is made a text of its own, so that the parser reads what is in it as well.
/// </summary>
sealed class NativeOpinion
{
    const string FragmentName = "value";

    readonly Dictionary<HclNode, OpinionDocument> fragments = new(ReferenceEqualityComparer.Instance);
    readonly OpinionDocument document;
    readonly EditedRegions regions;

    public NativeOpinion(HclFile file, FileEdit edit, byte[] after)
    {
        regions = new(file, edit, after);
        document = new(file.Text.Path, regions.TextBefore(), regions.TextAfter());
    }

    public IEnumerable<OpinionDocument> Documents => [document, .. fragments.Values];

    public void Removes(HclNode node) => Descend(node, place => place.Goes());

    public void Lowers(NumberLiteral literal, string digits) => Descend(literal, place => place.Becomes(v => v.GetRawText() == digits));

    void Descend(HclNode target, Action<ExpectedDifference> expect)
    {
        var (items, place) = (regions.Items, document.Expected);
        while (items.First(i => i.Span.Contains(target.Span)) is HclBlock block)
        {
            string[] labels = [.. block.Labels.Select(l => l.Value)];
            place = labels.Aggregate(place.Around(JsonStep.Member(block.Type)), (outer, label) => outer.Around(JsonStep.Member(label)));
            place = place.Inside(JsonStep.Element(items.TakeWhile(i => i != block).Count(i => i is HclBlock other && other.Is(block.Type, labels))));
            if (block == target)
            {
                expect(place);
                return;
            }

            items = block.Body.Items;
        }

        var attribute = items.OfType<HclAttribute>().First(i => i.Span.Contains(target.Span));
        place = place.Inside(JsonStep.Member(attribute.Name));
        HclNode node = attribute == target ? target : attribute.Value;
        while (node != target)
        {
            if (node is TupleExpression tuple)
            {
                var element = tuple.Elements.First(e => e.Span.Contains(target.Span));
                (node, place) = (element, place.Inside(JsonStep.Element(tuple.Elements.IndexOf(element))));
            }
            else if (node is ObjectExpression map)
            {
                var item = map.Items.First(i => i.Span.Contains(target.Span));
                if (item.Key.Span.Contains(target.Span) || map.Items.Last(i => Key(i) == Key(item)) != item)
                    return; // in a key nothing is removed without changing it, and hcl2json knows only the last of its items
                (node, place) = (item == target ? item : item.Value, place.Inside(JsonStep.Member(Key(item))));
            }
            else if (node is TemplateExpression { Wrapped: { } wrapped })
                node = wrapped;
            else
            {
                place.Becomes(Text(node));
                if (node.DescendantsAndSelf().FirstOrDefault(n => n is TupleExpression or ObjectExpression && n != target && n.Span.Contains(target.Span)) is not { } list)
                    return;
                (node, place) = (list, Fragment(list).Expected.Inside(JsonStep.Member(FragmentName)));
            }
        }

        expect(place);
    }

    OpinionDocument Fragment(HclNode list)
    {
        if (!fragments.TryGetValue(list, out var fragment))
            fragments[list] = fragment = new(SourceLocation.Of(list).ToString(), Alone(list.Text.Slice(list.Span)), Alone(regions.After(list.Span)));
        return fragment;

        static byte[] Alone(ReadOnlySpan<byte> expression) => [.. Encoding.UTF8.GetBytes(FragmentName + " = "), .. expression, (byte)'\n'];
    }

    /// <summary>What hcl2json makes of an expression: its source, but the parts of a template decoded.</summary>
    Func<JsonElement, bool> Text(HclNode expression)
    {
        var expected = expression is TemplateExpression ? null : $"${{{Encoding.UTF8.GetString(regions.After(expression.Span))}}}";
        return v => v.ValueKind == JsonValueKind.String && (expected is null || v.GetString() == expected);
    }

    /// <summary>The key as hcl2json writes it: sequences of templates stay escaped, and what is computed is given as its source.</summary>
    static string Key(ObjectItem item) => item.Key switch
    {
        TraversalExpression => item.Key.ToString(),
        StringLiteral literal => Escaped(literal.Value),
        TemplateExpression template => string.Concat(template.Parts.Select(p => p switch
        {
            TemplateText text => Escaped(text.Value),
            TemplateInterpolation { Expression: var expression } => $"${{{expression}}}",
            _ => p.ToString(),
        })),
        NumberLiteral or BooleanLiteral or NullLiteral => item.Key.ToString(),
        _ => $"${{{item.Key}}}",
    };

    static string Escaped(string text) => text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
}
