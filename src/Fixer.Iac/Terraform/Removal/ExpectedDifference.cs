using System.Text.Json;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>A step into a JSON value: the member of a name, the first of them numbered 0; or the element of an index, where the name is null.</summary>
readonly record struct JsonStep(string? Name, int Index)
{
    public static JsonStep Member(string name) => new(name, 0);

    public static JsonStep Element(int index) => new(null, index);

    public override string ToString() => Name is null ? $"[{Index}]" : Name.Length > 0 && Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? $".{Name}" : $"[{JsonSerializer.Serialize(Name)}]";
}

/// <summary>What an edit should do to a JSON value, and whether it did that and nothing else.</summary>
sealed class ExpectedDifference
{
    readonly Dictionary<JsonStep, ExpectedDifference> inner = [];
    Func<JsonElement, bool>? becomes;
    bool isGone;
    bool vanishesWhenEmpty;

    /// <summary>What should happen to a part of the value.</summary>
    public ExpectedDifference Inside(JsonStep step) => inner.TryGetValue(step, out var known) ? known : inner[step] = new();

    /// <summary>The same for a part that goes with the last thing in it, as the labels of blocks do.</summary>
    public ExpectedDifference Around(JsonStep step)
    {
        var part = Inside(step);
        part.vanishesWhenEmpty = true;
        return part;
    }

    /// <summary>The value should go.</summary>
    public void Goes() => isGone = true;

    /// <summary>The value should become another that meets a condition.</summary>
    public void Becomes(Func<JsonElement, bool> condition) => becomes = condition;

    /// <summary>Where the values differ otherwise than expected, and how; null if nowhere. Members are compared in their order, which no removal changes.</summary>
    public string? Violation(JsonElement before, JsonElement after) => Violation(before, after, this);

    static string? Violation(JsonElement before, JsonElement after, ExpectedDifference? expected)
    {
        if (expected?.becomes is { } condition)
            return !IsSame(before, after) && condition(after) ? null : " is not what the edit should make of it";
        if (before.ValueKind != after.ValueKind || before.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return IsSame(before, after) ? null : " changes";
        using var left = Parts(after).GetEnumerator();
        var met = 0;
        foreach (var (step, value) in Parts(before))
        {
            var part = expected?.inner.GetValueOrDefault(step);
            met += part is null ? 0 : 1;
            if (part?.Takes(value) == true)
                continue;
            if (!left.MoveNext())
                return $"{step} goes too";
            if (left.Current.Step.Name != step.Name)
                return $"{step} is expected, but {left.Current.Step} is there";
            if (Violation(value, left.Current.Value, part) is { } violation)
                return step + violation;
        }

        if (left.MoveNext())
            return $"{left.Current.Step} is there still, or anew";
        return expected is null || met == expected.inner.Count ? null : " does not have what is removed";
    }

    bool Takes(JsonElement value) => isGone ||
        (vanishesWhenEmpty && value.ValueKind is (JsonValueKind.Object or JsonValueKind.Array) && Parts(value).All(p => inner.TryGetValue(p.Step, out var part) && part.Takes(p.Value)));

    static bool IsSame(JsonElement before, JsonElement after) => before.ValueKind == after.ValueKind && before.GetRawText() == after.GetRawText();

    static IEnumerable<(JsonStep Step, JsonElement Value)> Parts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, element) in value.EnumerateArray().Index())
                yield return (JsonStep.Element(index), element);
            yield break;
        }

        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var seen = names.GetValueOrDefault(member.Name);
            names[member.Name] = seen + 1;
            yield return (new JsonStep(member.Name, seen), member.Value);
        }
    }
}
