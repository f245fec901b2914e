using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Fixer.Hcl.Tests;

/// <summary>A folder of <c>Cases/edits</c>: a file before and after an edit, and which edit it is.</summary>
/// <param name="Path">The folder.</param>
sealed record EditCase(string Path)
{
    static readonly string Root = System.IO.Path.Combine(AppContext.BaseDirectory, "Cases", "edits");

    public static IEnumerable<EditCase> All =>
        Directory.GetDirectories(Root).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal).Select(p => new EditCase(p));

    public string Name => System.IO.Path.GetRelativePath(Root, Path).Replace('\\', '/');

    public string Before => Read("before", "main.tf");

    public string After => Read("after", "main.tf");

    public string Sentence => Read("case.md");

    /// <summary>The edits that <c>edit.json</c> describes; without one, the removal of the block labelled <c>target</c>.</summary>
    public ImmutableArray<TextEdit> Edits(HclFile file)
    {
        if (!File.Exists(System.IO.Path.Combine(Path, "edit.json")))
            return HclEdits.Remove(file, Find(file, ["target"]));
        var edit = JsonNode.Parse(Read("edit.json"))!;
        var value = (string?)edit["value"] ?? "";
        if (edit["remove"] is JsonArray removed)
            return HclEdits.RemoveAll(file, removed.Select(path => Find(file, Steps(path!))));
        if (edit["set"] is { } set)
            return Set(file, Steps(set), value);
        if (edit["insert"] is { } list)
            return Insert(file, Value(file, list), (int)edit["index"]!, (string?)edit["key"], value);
        if (edit["setAt"] is { } start)
            return ((HclPathFound)HclEdits.SetAt(file, Value(file, start), PathSteps(edit), value)).Edits;
        if (edit["removeAt"] is { } from)
            return ((HclPathFound)HclEdits.RemoveAt(file, Value(file, from), PathSteps(edit))).Edits;
        var attribute = (HclAttribute)Find(file, Steps(edit["removeReferences"]!));
        return HclEdits.RemoveReferences(file, attribute, (string)edit["root"]!, [.. edit["steps"]!.AsArray().Select(s => (string)s!)], (bool)edit["removesEmpty"]!);
    }

    static ImmutableArray<TextEdit> Set(HclFile file, JsonNode[] steps, string value)
    {
        var name = (string)steps[^1]!;
        return steps.Length == 1 ? HclEdits.SetAttribute(file, null, name, value) : Find(file, steps[..^1]) switch
        {
            HclBlock block => HclEdits.SetAttribute(file, block, name, value),
            var node => HclEdits.SetItem(file, (ObjectExpression)ValueOf(node), name, value),
        };
    }

    static ImmutableArray<TextEdit> Insert(HclFile file, HclExpression list, int index, string? key, string value) => key is null
        ? HclEdits.InsertElement(file, (TupleExpression)list, index, value)
        : HclEdits.InsertItem(file, (ObjectExpression)list, index, key, value);

    static HclPathStep[] PathSteps(JsonNode edit) => [.. edit["path"]!.AsArray().Select(s => s!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (HclPathStep)(int)s! : (string)s!)];

    static JsonNode[] Steps(JsonNode path) => [.. path.AsArray().Select(s => s!)];

    static HclExpression Value(HclFile file, JsonNode path) => ValueOf(Find(file, Steps(path)));

    static HclExpression ValueOf(HclNode node) => (node switch
    {
        HclAttribute attribute => attribute.Value,
        ObjectItem item => item.Value,
        _ => (HclExpression)node,
    }).WithoutParentheses;

    /// <summary>Type or label of a block, name of an argument, key of an object as it is written, index of a tuple or of the arguments of a call.</summary>
    static HclNode Find(HclFile file, JsonNode[] steps)
    {
        var body = file.Body;
        HclNode? node = null;
        foreach (var step in steps)
        {
            node = node is null or HclBlock ? InBody(body, (string)step!) : ValueOf(node) switch
            {
                ObjectExpression obj => obj.Items.First(i => i.Key.ToString() == (string)step!),
                var list => list.Children.ElementAt((int)step),
            };
            body = (node as HclBlock)?.Body ?? body;
        }

        return node!;
    }

    static HclBodyItem InBody(HclBody body, string name) =>
        (HclBodyItem?)body.Attribute(name) ?? Blocks(body).First(b => b.Type == name || b.Labels.Any(l => l.Value == name));

    static IEnumerable<HclBlock> Blocks(HclBody body) => body.Blocks.SelectMany(b => Blocks(b.Body).Prepend(b));

    string Read(params string[] names) => File.ReadAllText(System.IO.Path.Combine([Path, .. names]));
}
