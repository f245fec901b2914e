using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>Compares what the root modules declare after the edits with what they did before.</summary>
static class ChangeProof
{
    public static InstanceChangeResult Check(MadeChanges made, IReadOnlyList<AttributeChange> changes)
    {
        var (before, after) = (made.Before, made.Current);
        var reach = new Reach(before.Context, Spans(made));
        var asked = changes.ToLookup(c => c.Address, StringComparer.Ordinal);
        if (made.Edits.Any(e => !TextEdits.IsIdenticalOutside(before.Context.Files.Read(e.Path)!.Value.Span, e.Edits, made.Contents[e.Path])))
            return Refuse(EditRefusalCode.ProofFailed, "Bytes outside the edits would change.");
        if (changes.FirstOrDefault(c => new ChangePlanning(after).Of(c) is not { Refusal: null, Edits.IsEmpty: true }) is { } undone)
            return Refuse(EditRefusalCode.ProofFailed, $"{undone.Address} {undone.Path} would not be as it should after the edit, or another time of it would change more.");
        if (Instances(before, after) is { } instances)
            return Refuse(EditRefusalCode.ReferencedElsewhere, $"{instances}. What is changed decides which instances there are.");
        var changed = new List<AttributeDifference>();
        var others = new List<string>();
        foreach (var (address, difference) in Differences(before, after, reach, asked))
        {
            if (asked[address].Any(c => Covers(c, difference.Path)))
                changed.Add(new(address, difference.Path.ToString(), JsonText.Of(difference.Before), JsonText.Of(difference.After)));
            else if (asked.Contains(address))
                return Refuse(EditRefusalCode.ReferencedElsewhere, $"{address} {difference.Path} would change too{Places(made)}. Ask for both, or separate them first.");
            else
                others.Add($"{address} {difference.Path}");
        }

        if (others.Count > 0)
            return Refuse(EditRefusalCode.SharedByManyInstances, $"The source{Places(made)} is shared: {string.Join(", ", others.Take(5))}{(others.Count > 5 ? $" and {others.Count - 5} more" : "")} would change too. Ask for all of them, or give each a value of its own.");
        var (dependent, risks) = Dependents(before, after, reach);
        if (dependent is not null)
            return Refuse(EditRefusalCode.ReferencedElsewhere, $"Something else would change, or could: {dependent}. Separate it first.");
        return new OtherRoots(before, made.Contents, made.Contents.Keys.Where(p => !before.Context.Parsed.ContainsKey(p)), (old, now, _) => Elsewhere(old, now, made)).Changed([]) is { } elsewhere
            ? Refuse(EditRefusalCode.SharedByManyInstances, $"Something else is made of the same source: {elsewhere}.")
            : new ProvenChange(made.Edits, made.Contents, [.. changed], [.. made.Risks, .. risks]);
    }

    static string Places(MadeChanges made) => $" in {string.Join(", ", made.Edits.Select(e => $"{e.Path}:{Line(made, e)}"))}";

    static int Line(MadeChanges made, FileEdit edit) => new SourceText(made.Before.Context.Files.Read(edit.Path)!.Value, edit.Path).LineOf(edit.Edits.Min(e => e.Span.Start));

    static bool Covers(AttributeChange change, AttributePath path)
    {
        var wanted = AttributePath.Parse(change.Path);
        return change is SetAttribute ? wanted.IsPrefixOf(path) : wanted.Equals(path);
    }

    static string? Instances(RootReading before, RootReading after)
    {
        var (old, now) = (before.Blocks.Keys.ToHashSet(StringComparer.Ordinal), after.Blocks.Keys.ToHashSet(StringComparer.Ordinal));
        if (old.FirstOrDefault(a => !now.Contains(a)) is { } gone)
            return $"{gone} would be gone";
        if (now.FirstOrDefault(a => !old.Contains(a)) is { } added)
            return $"{added} would be added";
        return InstanceProof.IsAsIncomplete(before, after) ? null : "Other blocks would not be known any more";
    }

    /// <summary>Where instances differ. Policy documents differ as often as somebody uses them: what counts is who does.</summary>
    static IEnumerable<(string Address, Difference Difference)> Differences(RootReading before, RootReading after, Reach reach, ILookup<string, AttributeChange> asked)
    {
        var now = after.Evaluation.Instances.ToDictionary(i => i.Address, i => i.Values, StringComparer.Ordinal);
        return from instance in before.Evaluation.Instances
               where asked.Contains(instance.Address) || instance is not { Mode: "data", Type: "aws_iam_policy_document" }
               let removed = asked[instance.Address].OfType<RemoveElements>().ToLookup(r => AttributePath.Parse(r.Path), r => r.Like)
               from difference in new Comparison(before.Context, after.Context, reach, removed).Of(instance.Values, now[instance.Address])
               select (instance.Address, difference);
    }

    /// <summary>Expressions that are no arguments of instances: checks, providers, outputs, <c>lifecycle</c>, modules that are not here.</summary>
    static (string? Failure, ImmutableArray<string> Risks) Dependents(RootReading before, RootReading after, Reach reach)
    {
        var now = new Dictionary<(string, string), string>();
        foreach (var dependent in new Dependents(after).All(ImmutableHashSet<string>.Empty).Where(d => IsOther(after, d)))
            now[dependent.Id] = Text(dependent);
        var risks = ImmutableArray.CreateBuilder<string>();
        foreach (var dependent in new Dependents(before).All(ImmutableHashSet<string>.Empty).Where(d => IsOther(before, d)))
        {
            var value = before.Context.Peek(dependent.Expression, dependent.Scope);
            if (Text(dependent) == now.GetValueOrDefault(dependent.Id) && (value.IsWhollyKnown || !reach.Touches(value)))
                continue;
            var where = $"{dependent.Name} in {SourceLocation.Of(dependent.Expression)}";
            if (dependent.Use != Use.Shows)
                return ($"{where} depends on it", []);
            risks.Add($"{where} changes.");
        }

        return (null, risks.DrainToImmutable());
    }

    static bool IsOther(RootReading root, Dependent dependent)
    {
        if (dependent.Use == Use.PassesOn)
            return false;
        if (!root.Blocks.TryGetValue(dependent.Address, out var place))
            return true;
        return place.Block.Node is HclBlock block && block.Body.Blocks.Any(b => ResourceValues.IsMeta(b.Type) && b.Span.Contains(dependent.Expression.Span));
    }

    static string Text(Dependent dependent)
    {
        var (known, unknown) = KnownValues.Of(HclValue.Object([new HclElement("", dependent.Module.Root.Peek(dependent.Expression, dependent.Scope), Origin.Supplied)], Origin.Supplied));
        return $"{known.ToJsonString()} {string.Join(' ', unknown)}";
    }

    static string? Elsewhere(RootReading before, RootReading after, MadeChanges made)
    {
        var reach = new Reach(before.Context, Spans(made));
        var none = Array.Empty<AttributeChange>().ToLookup(c => c.Address);
        if (Instances(before, after) is { } instances)
            return instances;
        if (Differences(before, after, reach, none).Select(d => d.Address).FirstOrDefault() is { } changed)
            return $"{changed} would change too";
        return Dependents(before, after, reach).Failure;
    }

    static ILookup<string, TextSpan> Spans(MadeChanges made) => made.Edits.SelectMany(e => e.Edits.Select(x => (e.Path, x.Span))).ToLookup(x => x.Path, x => x.Span, StringComparer.Ordinal);

    static RefusedChange Refuse(EditRefusalCode code, string message) => new(new EditRefusal(code, message));
}
