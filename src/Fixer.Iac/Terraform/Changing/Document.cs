using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>A JSON document that a string is, with what is known of it although the string may be unknown.</summary>
/// <param name="Value">What <c>jsondecode</c> makes of it.</param>
/// <param name="Source">Where it is written.</param>
sealed record Document(HclValue Value, WrittenSource Source)
{
    /// <summary>The document; null if it is none, or if nobody can tell where it is written.</summary>
    public static Document? Of(HclValue text, RootContext context)
    {
        if (text.IsNull || !(text.Type == HclType.String || text.Type.IsDynamic))
            return null;
        return (text.Origin.Operation, text.Origin.Arguments) switch
        {
            (FunctionCallExpression { Name: "jsonencode" or "core::jsonencode" }, [var value]) => new(value, new ConfigurationSource(context)),
            (HclBlock { Type: "data" }, [var block]) => PolicyDocument.Of(block) is { } policy ? new(policy, new PolicySource(context)) : null,
            _ => TextDocument.Of(text, context) is { } written ? new(written.Value, written) : Anonymous(text),
        };
    }

    /// <summary>A string that is put together in some other way can be compared, but not edited.</summary>
    static Document? Anonymous(HclValue text)
    {
        if (text.IsUnknown)
            return null;
        var file = JsonFile.Parse(System.Text.Encoding.UTF8.GetBytes(text.AsString()));
        return file.Diagnostics.IsEmpty ? new(DecodedJson.Of(file.Root, _ => null).From(text.Origin), new NoSource(text.Origin)) : null;
    }

    sealed class NoSource(Origin origin) : WrittenSource
    {
        public override ChangeStep Set(SyntaxNode node, System.Text.Json.Nodes.JsonNode value, string what) => Refuse(what);

        public override ChangeStep Insert(SyntaxNode container, string name, System.Text.Json.Nodes.JsonNode value, string what) => Refuse(what);

        public override ChangeStep Remove(System.Collections.Immutable.ImmutableArray<SyntaxNode> nodes, string what) => Refuse(what);

        ChangeStep Refuse(string what) => origin.Operation is { } operation
            ? Computed(operation, what)
            : ChangeStep.Refuse(EditRefusalCode.ComputedValue, $"{what} is in a document that is computed. Change it by hand.");
    }
}

/// <summary>JSON as a value whose origins are the nodes.</summary>
static class DecodedJson
{
    /// <param name="node">The JSON.</param>
    /// <param name="unknown">The value of a string that is not known; null if it is.</param>
    public static HclValue Of(JsonValue node, Func<JsonString, HclValue?> unknown) => node switch
    {
        JsonArray array => HclValue.Tuple(array.Elements.Select(e => new HclElement(null, Of(e, unknown), Origin.Of(e))), Origin.Of(array)),
        JsonObject structure => HclValue.Object(structure.Members.Select(m => new HclElement(m.Name.Value, Of(m.Value, unknown), Origin.Of(m))), Origin.Of(structure)),
        JsonString text => unknown(text) ?? HclValue.String(text.Value, Origin.Of(text)),
        JsonNumber number when HclNumber.Parse(number.Digits) is { } known => HclValue.Number(known, Origin.Of(number)),
        JsonBool literal => HclValue.Bool(literal.Value, Origin.Of(literal)),
        JsonNull => HclValue.Null(HclType.Dynamic, Origin.Of(node)),
        _ => HclValue.Unknown(HclType.Dynamic, Origin.Of(node)),
    };
}
