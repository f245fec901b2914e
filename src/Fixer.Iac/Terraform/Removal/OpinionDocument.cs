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
