using Fixer.Hcl.Json;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>Gives what was decoded from a JSON file the nodes of the file as origins.</summary>
static class JsonOrigins
{
    public static HclValue Of(JsonFile file, HclValue value) => file.Diagnostics.IsEmpty ? Of(file.Root, value) : value;

    static HclValue Of(JsonValue node, HclValue value) => node switch
    {
        JsonArray array => HclValue.Tuple(array.Elements.Zip(value.Elements, (e, v) => new HclElement(null, Of(e, v.Value), Origin.Of(e))), Origin.Of(array)),
        JsonObject structure => Of(structure, value),
        _ => value.From(Origin.Of(node)),
    };

    /// <summary>Of properties with the same name the last one counts, and the others are there too.</summary>
    static HclValue Of(JsonObject structure, HclValue value)
    {
        var members = structure.Members.ToLookup(m => m.Name.Value, StringComparer.Ordinal);
        return HclValue.Object(
            value.Elements.Select(e => new HclElement(
                e.Key,
                Of(members[e.Key!].Last().Value, e.Value),
                members[e.Key!].Select(Origin.Of).Aggregate(Origin.Either))),
            Origin.Of(structure));
    }
}
