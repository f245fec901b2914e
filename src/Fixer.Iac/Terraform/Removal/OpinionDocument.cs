using System.Text;
using System.Text.Json;
using Fixer.Hcl;
using Fixer.Hcl.Json;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>A text before and after an edit, and what a parser should see change.</summary>
/// <param name="Name">What people know it by.</param>
/// <param name="Before">The text before.</param>
/// <param name="After">The text after.</param>
sealed record OpinionDocument(string Name, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After)
{
    public ExpectedDifference Expected { get; } = new();

    /// <summary>A file in JSON syntax.</summary>
    public static OpinionDocument Of(JsonFile file, byte[] after, IEnumerable<JsonNode> removed)
    {
        var document = new OpinionDocument(file.Text.Path, file.ToBytes(), after);
        foreach (var node in removed)
        {
            var steps = new Stack<JsonStep>();
            for (var here = node; here.Parent is { } parent; here = parent)
            {
                if (here is JsonMember { Name.Value: var name } && parent is JsonObject container)
                    steps.Push(new(name, container.Members.TakeWhile(m => m != here).Count(m => m.Name.Value == name)));
                else if (parent is JsonArray array)
                    steps.Push(JsonStep.Element(array.Elements.IndexOf((JsonValue)here)));
            }

            steps.Aggregate(document.Expected, (place, step) => place.Inside(step)).Goes();
        }

        return document;
    }
}

/// <summary>
/// A file in native syntax and what hcl2json should see change in it. Of most expressions hcl2json tells nothing but the source: a list inside
/// of one is made a text of its own, so that the parser reads what is in it as well.
/// </summary>
sealed class NativeOpinion(HclFile file, FileEdit edit, byte[] after)
{
    const string FragmentName = "value";

    readonly Dictionary<HclNode, OpinionDocument> fragments = new(ReferenceEqualityComparer.Instance);
    readonly OpinionDocument document = new(file.Text.Path, file.ToBytes(), after);

    public IEnumerable<OpinionDocument> Documents => [document, .. fragments.Values];

    public void Removes(HclNode node) => Descend(node, place => place.Goes());

    public void Lowers(NumberLiteral literal, string digits) => Descend(literal, place => place.Becomes(v => v.GetRawText() == digits));

    void Descend(HclNode target, Action<ExpectedDifference> expect)
    {
        var (body, place) = (file.Body, document.Expected);
        while (body.Items.First(i => i.Span.Contains(target.Span)) is HclBlock block)
        {
            place = block.Labels.Aggregate(place.Around(JsonStep.Member(block.Type)), (outer, label) => outer.Around(JsonStep.Member(label.Value)));
            place = place.Inside(JsonStep.Element(body.Blocks.TakeWhile(b => b != block).Count(b => b.Type == block.Type && b.Labels.Select(l => l.Value).SequenceEqual(block.Labels.Select(l => l.Value)))));
            if (block == target)
            {
                expect(place);
                return;
            }

            body = block.Body;
        }

        var attribute = body.Attributes.First(i => i.Span.Contains(target.Span));
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
            fragments[list] = fragment = new(SourceLocation.Of(list).ToString(), Alone(list.Text.Slice(list.Span)), Alone(After(list.Span)));
        return fragment;

        static byte[] Alone(ReadOnlySpan<byte> expression) => [.. Encoding.UTF8.GetBytes(FragmentName + " = "), .. expression, (byte)'\n'];
    }

    /// <summary>What hcl2json makes of an expression: its source, but the parts of a template decoded.</summary>
    Func<JsonElement, bool> Text(HclNode expression)
    {
        var expected = expression is TemplateExpression ? null : $"${{{Encoding.UTF8.GetString(After(expression.Span))}}}";
        return v => v.ValueKind == JsonValueKind.String && (expected is null || v.GetString() == expected);
    }

    /// <summary>What has become of a piece of source.</summary>
    ReadOnlySpan<byte> After(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var change in edit.Edits)
        {
            var growth = Encoding.UTF8.GetByteCount(change.NewText) - change.Span.Length;
            start += change.Span.End <= span.Start ? growth : 0;
            end += change.Span.Start < span.End ? growth : 0;
        }

        return after.AsSpan(start, end - start);
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
