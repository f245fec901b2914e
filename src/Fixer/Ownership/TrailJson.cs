using System.Text.Json;

namespace Fixer.Ownership;

/// <summary>Looks into JSON whose shape nobody vouches for: what is not as expected is not there.</summary>
internal static class TrailJson
{
    /// <summary>Longest text that is taken over; the longest names of AWS are ARNs, of 2,048 characters.</summary>
    private const int MaxText = 2048;

    /// <summary>
    /// The member of that name, in any case, because CloudTrail writes <c>dBSnapshotIdentifier</c> and <c>tTL</c>; the last one if there are several,
    /// as JSON readers do.
    /// </summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement? found = null;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = member.Value;
        }

        return found;
    }

    /// <summary>The text at a path such as <c>userIdentity.arn</c>; null if there is none, or it is empty or too long for a name.</summary>
    public static string? Text(this JsonElement element, string path)
    {
        foreach (var text in element.Texts(path))
            return text;
        return null;
    }

    /// <summary>The truth at a path; CloudTrail writes some as text.</summary>
    public static bool IsTrue(this JsonElement element, string path) =>
        element.At(path).Any(e => e.ValueKind == JsonValueKind.True || (e.ValueKind == JsonValueKind.String && e.ValueEquals("true")));

    /// <summary>The texts at a path in which <c>[]</c> stands for each item of a list: <c>instancesSet.items[].instanceId</c>.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string path) =>
        element.At(path).Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).Where(t => t.Length is > 0 and <= MaxText);

    /// <summary>What is at a path; a list without <c>[]</c>, or no list with it, is nothing.</summary>
    public static IEnumerable<JsonElement> At(this JsonElement element, string path)
    {
        IEnumerable<JsonElement> here = [element];
        foreach (var step in path.Split('.'))
        {
            var isList = step.EndsWith("[]", StringComparison.Ordinal);
            var name = isList ? step[..^2] : step;
            here = here.Select(e => e.Member(name)).OfType<JsonElement>();
            if (isList)
                here = here.SelectMany(Items);
        }

        return here;
    }

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
