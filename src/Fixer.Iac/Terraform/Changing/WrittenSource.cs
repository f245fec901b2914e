using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Removal;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>Edits for one change, or why there are none. No edits at all mean that it is so already.</summary>
/// <param name="Edits">The edits, by file.</param>
/// <param name="Nodes">What they edit.</param>
/// <param name="Refusal">Why there are none.</param>
sealed record ChangeStep(ImmutableArray<FileEdit> Edits, ImmutableArray<SyntaxNode> Nodes, EditRefusal? Refusal)
{
    public static ChangeStep None { get; } = new([], [], null);

    public static ChangeStep Refuse(EditRefusalCode code, string message) => new([], [], new EditRefusal(code, message));
}

/// <summary>Where values are written, and how they are edited there.</summary>
abstract class WrittenSource
{
    /// <summary>Puts another value in the place of a literal.</summary>
    public abstract ChangeStep Set(SyntaxNode node, JsonNode value, string what);

    /// <summary>Adds an argument, an item or a member to what has none of this name.</summary>
    public abstract ChangeStep Insert(SyntaxNode container, string name, JsonNode value, string what);

    /// <summary>Removes arguments, blocks, items, elements.</summary>
    public abstract ChangeStep Remove(ImmutableArray<SyntaxNode> nodes, string what);

    protected static ChangeStep Computed(SyntaxNode node, string what) =>
        ChangeStep.Refuse(EditRefusalCode.ComputedValue, $"{what} is computed in {SourceLocation.Of(node)}: no literal alone is its value. Change it by hand.");

    protected static ChangeStep Unsupported(SyntaxNode node, string what) =>
        ChangeStep.Refuse(EditRefusalCode.UnsupportedSyntax, $"{what} is written in {SourceLocation.Of(node)} in a way that cannot be edited here. Change it by hand.");
}

/// <summary>Literals, arguments and blocks of configuration in either syntax, files of values, and data files in JSON.</summary>
class ConfigurationSource(RootContext context) : WrittenSource
{
    protected RootContext Context { get; } = context;

    public override ChangeStep Set(SyntaxNode node, JsonNode value, string what)
    {
        if (Native(node) is { } file)
            return node is HclExpression expression && IsLiteral(expression) ? Step(HclEdits.SetValue(file, expression, HclEdits.Literal(value)), node) : Computed(node, what);
        if (node is not JsonValue json)
            return Unsupported(node, what);
        return IsConfiguration(json) && json is JsonString { Template.Expression: not TemplateExpression { Parts: [] or [TemplateText] } }
            ? Computed(node, what)
            : Step([JsonEdits.Replace(json, Escaped(json, value))], node);
    }

    public override ChangeStep Insert(SyntaxNode container, string name, JsonNode value, string what)
    {
        if (container is HclBlock block && Native(block) is { } file)
        {
            return block.Body.Attribute(name) is { Value: not NullLiteral and var written }
                ? Computed(written, what)
                : Step(HclEdits.SetAttribute(file, block, name, HclEdits.Literal(value)), container);
        }

        if (container is ObjectExpression items && Native(items) is { } of)
            return Step(HclEdits.SetItem(of, items, name, HclEdits.Literal(value)), container);
        if (container is not (JsonMember { Value: JsonObject } or JsonObject))
            return Computed(container, what);
        var json = container as JsonObject ?? (JsonObject)((JsonMember)container).Value;
        if (json.Member(name) is { } member)
            return member.Value is JsonNull ? Step([JsonEdits.Replace(member.Value, Escaped(json, value))], container) : Computed(member, what);
        return Step([JsonEdits.InsertMember(json, name, Escaped(json, value))], container);
    }

    /// <summary>Adds a block.</summary>
    public ChangeStep InsertBlock(SyntaxNode container, string source, string what) =>
        container is HclBlock block && Native(block) is { } file ? Step(HclEdits.InsertBlock(file, block, source), container) : Unsupported(container, what);

    public override ChangeStep Remove(ImmutableArray<SyntaxNode> nodes, string what)
    {
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        foreach (var group in nodes.Distinct<SyntaxNode>(ReferenceEqualityComparer.Instance).GroupBy(n => n.Text.Path, StringComparer.Ordinal))
        {
            if (Native(group.First()) is { } file && group.All(n => RemovalTargets.IsRemovable(Context, n)))
                edits.Add(new(group.Key, HclEdits.RemoveAll(file, group.Cast<HclNode>())));
            else if (group.All(n => n is JsonMember or JsonValue { Parent: JsonArray }))
                edits.Add(new(group.Key, JsonEdits.Remove(group.Cast<Hcl.Json.JsonNode>())));
            else
                return Unsupported(group.First(), what);
        }

        return new(edits.ToImmutable(), nodes, null);
    }

    protected static ChangeStep Step(ImmutableArray<TextEdit> edits, SyntaxNode node) => new([new FileEdit(node.Text.Path, edits)], [node], null);

    protected HclFile? Native(SyntaxNode node) => node is HclNode && Context.Parsed.GetValueOrDefault(node.Text.Path) is HclFile file && file.Text == node.Text ? file : null;

    bool IsConfiguration(SyntaxNode node) => Context.Parsed.ContainsKey(node.Text.Path);

    static bool IsLiteral(HclExpression expression) => expression is StringLiteral or NumberLiteral or BooleanLiteral or NullLiteral or TupleExpression or ObjectExpression or UnaryExpression { Operand: NumberLiteral }
        || (expression is TemplateExpression { Parts: var parts } && parts.All(p => p is TemplateText));

    /// <summary>In configuration strings are templates, in data they are not.</summary>
    string Escaped(SyntaxNode place, JsonNode value)
    {
        var text = JsonText.Written(value);
        return IsConfiguration(place) ? text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal) : text;
    }
}
