using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>
/// A value read as definitions: HCL JSON specification, "Structural Elements". JSON does not tell arguments from blocks, so the
/// caller says which is which by what it asks for.
/// </summary>
public sealed class JsonBody
{
    /// <summary>The name of a property that only holds a comment.</summary>
    const string Comment = "//";

    JsonContent<JsonMember>? members;

    /// <summary>Reads <paramref name="value"/> as a body.</summary>
    public JsonBody(JsonValue value) => Value = value;

    /// <summary>An object, or an array of objects whose members count as those of one. Null has no definitions.</summary>
    public JsonValue Value { get; }

    /// <summary>All definitions, arguments and blocks, in the order of the source, comments left out; with what is wrong if the value is no body.</summary>
    public JsonContent<JsonMember> Members => members ??= ReadMembers();

    /// <summary>The arguments of these names, in the order of the source; the first of each name. An argument that is set again is a diagnostic.</summary>
    public JsonContent<JsonMember> Attributes(params IEnumerable<string> names)
    {
        var wanted = names.ToHashSet();
        return FirstOfEach(Members.Items.Where(m => wanted.Contains(m.Name.Value)));
    }

    /// <summary>The argument of this name; the first, if a broken file has several.</summary>
    public JsonMember? Attribute(string name) => Members.Items.FirstOrDefault(m => m.Name.Value == name);

    /// <summary>All definitions, each as an argument, of a body that has no blocks: Terraform's <c>locals</c>. Such a body is one object.</summary>
    public JsonContent<JsonMember> DynamicAttributes()
    {
        if (Value is JsonObject)
            return FirstOfEach(Members.Items);
        var diagnostics = new DiagnosticBag(Value.Text);
        if (Value is not JsonInvalid)
            diagnostics.Add(JsonDiagnostics.InvalidBody, Value.Span);
        return JsonContent<JsonMember>.Of([], diagnostics);
    }

    /// <summary>The blocks of this type, in the order of the source.</summary>
    /// <param name="type">The type.</param>
    /// <param name="labelCount">Number of labels that blocks of the type have.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public JsonContent<JsonBlock> Blocks(string type, int labelCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(labelCount);
        var reader = new BlockReader(Value.Text, labelCount);
        foreach (var member in Members.Items)
        {
            if (member.Name.Value == type)
                reader.Read(member, member.Value, []);
        }

        return reader.Content;
    }

    /// <summary>The members of an object, or of all objects of an array, in order.</summary>
    internal static IEnumerable<JsonMember> Flatten(JsonValue value, DiagnosticKind invalid, DiagnosticBag diagnostics)
    {
        switch (value)
        {
            case JsonObject one:
                return one.Members;
            case JsonArray several:
                foreach (var element in several.Elements)
                {
                    if (element is not (JsonObject or JsonInvalid))
                        diagnostics.Add(invalid, element.Span);
                }

                return several.Elements.OfType<JsonObject>().SelectMany(o => o.Members);
            case JsonString or JsonNumber or JsonBool:
                diagnostics.Add(invalid, value.Span);
                return [];
            default:
                return [];
        }
    }

    JsonContent<JsonMember> ReadMembers()
    {
        var diagnostics = new DiagnosticBag(Value.Text);
        return JsonContent<JsonMember>.Of([.. Flatten(Value, JsonDiagnostics.InvalidBody, diagnostics).Where(m => m.Name.Value != Comment)], diagnostics);
    }

    JsonContent<JsonMember> FirstOfEach(IEnumerable<JsonMember> attributes)
    {
        var diagnostics = new DiagnosticBag(Value.Text);
        var seen = new HashSet<string>();
        var firsts = ImmutableArray.CreateBuilder<JsonMember>();
        foreach (var attribute in attributes)
        {
            if (seen.Add(attribute.Name.Value))
                firsts.Add(attribute);
            else
                diagnostics.Add(JsonDiagnostics.DuplicateAttribute, attribute.Name.Span);
        }

        return JsonContent<JsonMember>.Of(firsts.DrainToImmutable(), diagnostics);
    }
}

/// <summary>What a body holds of a kind.</summary>
/// <param name="Items">The definitions.</param>
/// <param name="Diagnostics">What is wrong with the shape of the values that should hold some, in the order of the source; no more than a hundred.</param>
public sealed record JsonContent<T>(ImmutableArray<T> Items, ImmutableArray<HclDiagnostic> Diagnostics)
{
    internal static JsonContent<T> Of(ImmutableArray<T> items, DiagnosticBag diagnostics) => new(items, diagnostics.With(diagnostics));
}
