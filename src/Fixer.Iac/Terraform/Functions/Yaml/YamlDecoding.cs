using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Documents;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary><c>yamldecode</c>: one document, of objects, tuples and scalars. Aliases are followed, and paid for each time.</summary>
/// <param name="budget">Bounds what aliases can blow up.</param>
/// <param name="computed">The origin of everything, where the text is that of no file.</param>
/// <param name="source">The file that the text is the content of.</param>
/// <param name="file">The text as it was read.</param>
sealed class YamlDecoding(EvaluationBudget budget, Origin computed, SourceText? source, YamlFile file)
{
    readonly Dictionary<string, (HclValue Value, long Size)> anchors = new(StringComparer.Ordinal);
    readonly HashSet<string> open = new(StringComparer.Ordinal);
    long size;

    /// <summary>
    /// The value of a document. Unknown if it cannot be read: Terraform's reader is another one, and takes some documents that are not quite YAML.
    /// </summary>
    /// <exception cref="HclFunctionException">It is none that Terraform reads.</exception>
    public static HclValue Decode(ReadOnlyMemory<byte> utf8, EvaluationBudget budget, Origin computed, SourceText? source)
    {
        budget.Spend(utf8.Length / 4);
        var text = DocumentText.Decode(utf8) ?? throw new HclFunctionException("This is not UTF-8.", 0);
        try
        {
            var root = YamlReader.Read(text, forTerraform: true) ?? throw new HclFunctionException("There is no YAML document.", 0);
            return new YamlDecoding(budget, computed, source, new YamlFile(text, root)).Value(root, computed);
        }
        catch (DocumentException e) when (e.Fault is DocumentFault.Syntax or DocumentFault.TooDeep)
        {
            return HclValue.Unknown(HclType.Dynamic, computed);
        }
        catch (DocumentException e)
        {
            throw new HclFunctionException($"Line {text.LineOf(e.Offset) + 1}: {e.Message}", 0);
        }
    }

    /// <summary>The value of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="around">The origin of the entry that it is the value of: an empty value has no text of its own.</param>
    HclValue Value(DocumentNode node, Origin around)
    {
        budget.Spend(1);
        size++;
        if (node is DocumentAlias alias)
            return Anchored(alias.Name);
        var before = size;
        var opens = node.Anchor is not null && open.Add(node.Anchor);
        var origin = node.Span.Length == 0 ? around : OriginOf(node.Span);
        var value = node switch
        {
            DocumentScalar scalar => YamlScalar.Value(scalar, origin),
            DocumentSequence { Tag: null or "tag:yaml.org,2002:seq" } sequence => HclValue.Tuple(sequence.Items.Select((item, i) => Item(sequence, item, i, origin)), origin),
            DocumentMapping { Tag: null or "tag:yaml.org,2002:map" } mapping => HclValue.Object(mapping.Entries.SelectMany((entry, i) => Elements(mapping, entry, i)), origin),
            _ => throw new HclFunctionException($"The tag {node.Tag} is not supported.", 0),
        };
        if (opens)
            open.Remove(node.Anchor!);
        if (node.Anchor is not null)
            anchors[node.Anchor] = (value, size - before);

        return value;
    }

    HclElement Item(DocumentSequence container, DocumentNode node, int index, Origin around)
    {
        var origin = node.Span.Length == 0 ? around : ElementOf(node.Span, container, index);
        return new HclElement(null, Value(node, origin), origin);
    }

    /// <summary>The element that an entry makes, or those that it merges.</summary>
    IEnumerable<HclElement> Elements(DocumentMapping container, DocumentEntry entry, int index)
    {
        var origin = ElementOf(entry.Span, container, index);
        if (!IsMerge(entry.Key))
            return [new HclElement(YamlScalar.Key(entry.Key), Value(entry.Value, origin), origin)];
        var merged = Value(entry.Value, origin);
        if (merged.Type is not ObjectType || merged.IsNull)
            throw new HclFunctionException("Only a mapping can be merged into another.", 0);
        return merged.Elements.Select(e => e with { YieldedBy = e.YieldedBy.Within(origin) });
    }

    HclValue Anchored(string name)
    {
        if (open.Contains(name))
            throw new HclFunctionException($"The anchor {name} is used within itself.", 0);
        if (!anchors.TryGetValue(name, out var anchored))
            throw new HclFunctionException($"There is no anchor {name}.", 0);
        budget.Spend(anchored.Size);
        size += anchored.Size;
        return anchored.Value;
    }

    Origin OriginOf(TextSpan span) => source is null ? computed : Origin.Of(new DataNode(source, span));

    Origin ElementOf(TextSpan span, DocumentNode container, int index) => source is null ? computed : Origin.Of(new YamlElement(source, span, file, container, index));

    /// <summary>Whether an entry stands for those of another mapping.</summary>
    public static bool IsMerge(DocumentScalar key) => key is { Tag: null, Value: "<<" };
}
