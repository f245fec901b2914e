using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>A place where two readings of an instance differ.</summary>
/// <param name="Path">The place.</param>
/// <param name="Before">The value before; null if there is none, or if it is not known.</param>
/// <param name="After">The value afterwards.</param>
readonly record struct Difference(AttributePath Path, HclValue? Before, HclValue? After);

/// <summary>Compares the values of an instance: known ones, what unknown ones are made of, and documents part by part.</summary>
/// <param name="before">The root module before the edits.</param>
/// <param name="after">The same afterwards.</param>
/// <param name="reach">What the edits reach.</param>
/// <param name="removed">For a list, what is meant to be missing from it afterwards.</param>
sealed class Comparison(RootContext before, RootContext after, Reach reach, ILookup<AttributePath, JsonNode> removed)
{
    public IEnumerable<Difference> Of(HclValue old, HclValue now) => Compare(AttributePath.Root, old, now);

    IEnumerable<Difference> Compare(AttributePath path, HclValue? old, HclValue? now)
    {
        if (old is null || now is null)
            return old is null && IsKeyed(now!) | IsSequence(now!) && !now!.Elements.IsEmpty ? Elements(path, null, now) : [new(path, old, now)];
        if (path.Document is null && IsText(old) && IsText(now) && (reach.Touches(old) || (!old.IsUnknown && !now.IsUnknown && old.AsString() != now.AsString())) && Document.Of(old, before) is { } first && Document.Of(now, after) is { } second)
            return Compare(path.Decoded(), first.Value, second.Value);
        if (old.IsUnknown || now.IsUnknown)
            return old.IsUnknown && now.IsUnknown && !reach.Touches(old) ? [] : [new(path, old, now)];
        if (IsKeyed(old) && IsKeyed(now))
            return Elements(path, old, now);

        // In a policy a list of one may be written as that one.
        if (removed.Contains(path) && path.Document is not null && IsSequence(old) && !IsSequence(now) && !IsKeyed(now))
            return Sequence(path, old, now, [new HclElement(now)]);
        if (IsSequence(old) && IsSequence(now))
            return Sequence(path, old, now, now.Elements);
        return old.IsNull && now.IsNull || JsonNode.DeepEquals(JsonText.Of(old), JsonText.Of(now)) && old.IsWhollyKnown && now.IsWhollyKnown ? [] : [new(path, old, now)];
    }

    IEnumerable<Difference> Sequence(AttributePath path, HclValue old, HclValue now, ImmutableArray<HclElement> elements)
    {
        var kept = old.Elements.Where(e => !removed[path].Any(like => JsonText.Matches(e.Value, like))).ToArray();
        if (kept.Length != elements.Length)
            return [new(path, old, now)];
        var inside = kept.Zip(elements).SelectMany((p, i) => Compare(path.Then(i), p.First.Value, p.Second.Value));
        return kept.Length == old.Elements.Length ? inside : inside.Prepend(new(path, old, now));
    }

    IEnumerable<Difference> Elements(AttributePath path, HclValue? old, HclValue now)
    {
        if (IsSequence(now))
            return now.Elements.SelectMany((e, i) => Compare(path.Then(i), null, e.Value));
        var keys = now.Elements.Concat(old?.Elements ?? []).Select(e => e.Key!).Distinct(StringComparer.Ordinal);
        return from key in keys
               from difference in Compare(path.Then(key), old?.Element(key)?.Value, now.Element(key)?.Value)
               select difference;
    }

    static bool IsText(HclValue value) => !value.IsNull && (value.Type == HclType.String || (value.IsUnknown && value.Type.IsDynamic));

    static bool IsKeyed(HclValue value) => !value.IsUnknown && !value.IsNull && value.Type.IsKeyed;

    static bool IsSequence(HclValue value) => !value.IsUnknown && !value.IsNull && value.Type.IsSequence;
}
