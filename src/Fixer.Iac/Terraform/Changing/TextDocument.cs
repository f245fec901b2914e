using System.Collections.Immutable;
using System.Globalization;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>
/// JSON that is the text of a heredoc, a quoted string, a template file or another file. It is read with a mark in the place of whatever is
/// interpolated and not known; edits of it become edits of the file, and never reach into an interpolation.
/// </summary>
sealed class TextDocument : WrittenSource
{
    /// <summary>From the private use area: no document has it for anything else.</summary>
    const char Mark = '\uE000';

    readonly JsonFile json;
    readonly TextPieces pieces;
    readonly ImmutableArray<HclValue> arguments;
    readonly SyntaxNode node;

    TextDocument(SyntaxNode node, TextPieces pieces, JsonFile json, ImmutableArray<HclValue> arguments)
    {
        (this.node, this.pieces, this.json, this.arguments) = (node, pieces, json, arguments);
        Value = DecodedJson.Of(json.Root, Unknown);
    }

    public HclValue Value { get; }

    public static TextDocument? Of(HclValue text, RootContext context)
    {
        var (node, arguments) = text.Origin switch
        {
            { Kind: OriginKind.Literal, Alone: [var literal, ..] } => (literal, ImmutableArray<HclValue>.Empty),
            { Operation: TemplateExpression template, Arguments: var given } => (template, given),
            _ => default,
        };
        if (node is null || Read(node, arguments, text, context) is not { } pieces)
            return null;
        var json = JsonFile.Parse(pieces.ToBytes(), node.Text.Path);
        return json.Diagnostics.IsEmpty ? new TextDocument(node, pieces, json, arguments) : null;
    }

    static TextPieces? Read(SyntaxNode node, ImmutableArray<HclValue> arguments, HclValue text, RootContext context)
    {
        if (context.Parsed.TryGetValue(node.Text.Path, out var parsed) && (parsed as HclFile)?.Text != node.Text)
            return null;
        var pieces = new TextPieces();
        if (node is StringLiteral literal)
            return pieces.AddQuoted(node.Text, new TextSpan(literal.Span.Start + 1, literal.Span.End - 1), literal.Value) ? pieces : null;
        if (node is DataNode { IsWholeFile: true } file && !text.IsUnknown && !node.Text.Bytes.StartsWith("\uFEFF"u8))
            return pieces.AddPlain(file.Text, file.Span) ? pieces : null;
        if (node is not TemplateExpression template || template.Parts.Any(p => p is not (TemplateText or TemplateInterpolation)) || template.Parts.Count(p => p is TemplateInterpolation) != arguments.Length)
            return null;
        var next = 0;
        foreach (var part in template.Parts)
        {
            if (part is TemplateInterpolation)
                pieces.AddInterpolated(Interpolated(arguments[next], next++, pieces.IsInString));
            else if (!(template.Style == TemplateStyle.Quoted ? pieces.AddQuoted(part.Text, part.Span, ((TemplateText)part).Value) : pieces.AddBare(part.Text, part.Span, ((TemplateText)part).Value)))
                return null;
        }

        return pieces;
    }

    static string Interpolated(HclValue value, int number, bool isInString)
    {
        if (value.IsWhollyKnown && !value.IsNull && HclConversion.Convert(value, HclType.String, out _) is { } text)
            return text.AsString();
        var mark = string.Create(CultureInfo.InvariantCulture, $"{Mark}{number}{Mark}");
        return isInString ? mark : $"\"{mark}\"";
    }

    /// <summary>A string with marks is made of the interpolations that they stand for.</summary>
    HclValue? Unknown(JsonString text)
    {
        if (!text.Value.Contains(Mark))
            return null;
        var inside = from piece in text.Value.Split(Mark)
                     where int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < arguments.Length
                     select int.Parse(piece, CultureInfo.InvariantCulture);
        var interpolations = ((node as TemplateExpression)?.Parts ?? []).OfType<TemplateInterpolation>().ToArray();
        return HclValue.Unknown(HclType.String, inside.ToArray() is [var first, ..] all ? Origin.Applied(interpolations[first], [.. all.Select(i => arguments[i])]) : Origin.Of(node));
    }

    public override ChangeStep Set(SyntaxNode node, System.Text.Json.Nodes.JsonNode value, string what) =>
        Mapped([JsonEdits.Replace((JsonValue)node, JsonText.Written(value))], what);

    public override ChangeStep Insert(SyntaxNode container, string name, System.Text.Json.Nodes.JsonNode value, string what) => container is JsonObject structure
        ? Mapped([JsonEdits.InsertMember(structure, name, JsonText.Written(value))], what)
        : Computed(node, what);

    public override ChangeStep Remove(ImmutableArray<SyntaxNode> nodes, string what) => Mapped([.. JsonEdits.Remove(nodes.Cast<JsonNode>())], what);

    ChangeStep Mapped(ImmutableArray<TextEdit> edits, string what)
    {
        var mapped = edits.Select(e => pieces.InSource(json.Text.Bytes, e)).ToArray();
        return Array.TrueForAll(mapped, m => m is not null)
            ? new([new FileEdit(node.Text.Path, [.. mapped!])], [node], null)
            : Computed(node, what);
    }
}
