using System.Collections.Immutable;
using System.Globalization;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// Whether a removal reaches anything that stays. Known values are compared. Of a value that only the provider can tell, what it is made
/// from is compared: every reference in the expression, and the source of all that has part in it.
/// </summary>
sealed class Influence
{
    readonly Reach gone;
    readonly Reach yielding;
    readonly Dictionary<(ModuleInstance, ConfigurationBlock), string> keys = [];

    Influence(RootReading before, PlannedRemoval removal)
    {
        gone = Reach.Of(before.Context, removal.Edited);
        yielding = Reach.Of(before.Context, removal.Edited.Where(n => !removal.Leftovers.Contains(n)));
    }

    /// <summary>What may change besides, or null; what a reviewer must know; and the outputs of the root module that change or go.</summary>
    /// <param name="before">The root module before; it need not be the one that the removal was planned for.</param>
    /// <param name="after">The same root module afterwards.</param>
    /// <param name="asked">The instances that go.</param>
    /// <param name="removal">What is removed.</param>
    public static (string? Failure, ImmutableArray<string> Risks, IReadOnlySet<string> Outputs) Compare(RootReading before, RootReading after, IReadOnlySet<string> asked, PlannedRemoval removal)
    {
        var influence = new Influence(before, removal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (answers, answersNow) = (new Answers(numbers), new Answers(numbers));
        var now = new Dictionary<(string, string), (Sight Sight, int Answers)>();
        var untouched = before.Modules.Intersect(after.Modules, ReferenceEqualityComparer.Instance).Cast<ModuleInstance>().ToHashSet();
        foreach (var dependent in new Dependents(after).All(asked, untouched))
        {
            var value = dependent.Module.Root.Evaluate(dependent.Expression, dependent.Scope);
            now[dependent.Id] = (influence.See(dependent, value), AnswersOf(dependent, value, answersNow));
        }

        var modules = after.Modules.Select(m => m.Address).ToHashSet(StringComparer.Ordinal);
        var risks = new List<string>();
        var outputs = before.Modules[0].Source.OfType("output").Select(o => o.Labels[0]).Where(o => after.Modules[0].Source.Block("output", o) is null).ToHashSet(StringComparer.Ordinal);
        foreach (var dependent in new Dependents(before).All(asked, untouched).Where(d => modules.Contains(d.Module.Address) && !influence.gone.Contains(d.Expression)))
        {
            var value = before.Context.Evaluate(dependent.Expression, dependent.Scope);
            var (sight, made) = now.GetValueOrDefault(dependent.Id, (Sight.Nothing, 0));
            var change = influence.See(dependent, value).IsSame(sight) ? influence.ChangeOf(dependent, value, AnswersOf(dependent, value, answers) != made) : influence.IsMeant(dependent) ? Change.Leftover : Change.Real;
            if (change is Change.None)
                continue;
            var where = $"{dependent.Name} in {SourceLocation.Of(dependent.Expression)}";
            if (dependent.Use == Use.Shows)
            {
                risks.Add($"{where} changes.");
                outputs.Add(dependent.Address["output.".Length..]);
            }
            else if (change is Change.Leftover)
                risks.Add($"{where} loses what it refers to there.");
            else
                return ($"{where} depends on it", [], outputs);
        }

        var known = before.Context.Problems.Select(p => (p.Path, p.Code, p.Message)).ToHashSet();
        var added = after.Context.Problems.FirstOrDefault(p => !known.Contains((p.Path, p.Code, p.Message)));
        return (added is null ? null : $"{added.Path}:{added.Line}: {added.Message}", [.. risks.Distinct()], outputs);
    }

    enum Change
    {
        None,
        Leftover,
        Real,
    }

    /// <summary>What Terraform sees of an expression.</summary>
    /// <param name="Values">Its value; where that is not wholly known, those of its references as well. None if it is only passed on.</param>
    /// <param name="Instances">Which instances the references are to; of what is only passed on, those that are missing.</param>
    readonly record struct Sight(ImmutableArray<HclValue> Values, string Instances)
    {
        public static Sight Nothing { get; } = new([], "");

        public bool IsSame(Sight other) =>
            Instances == other.Instances && Values.Length == other.Values.Length && Values.Zip(other.Values).All(v => InstanceProof.IsSame(v.First, v.Second));
    }

    Sight See(Dependent dependent, HclValue value)
    {
        if (dependent.Use == Use.PassesOn)
            return new([], string.Concat(dependent.References.Select(r => InstanceOf(dependent, r) is { IsThere: false } missing ? missing.Index : "")));
        return value.IsWhollyKnown
            ? new([value], "")
            : new([value, .. dependent.References.Select(r => dependent.Module.Root.Peek(r, dependent.Scope))], string.Join('\n', dependent.References.Select(r => Instances(dependent, r))));
    }

    /// <summary>The instance of a repeated block that a reference is to, and whether there is one; null if that cannot be told.</summary>
    static (string Index, bool IsThere)? InstanceOf(Dependent dependent, TraversalExpression reference)
    {
        var (block, rest) = Block(dependent.Module.Source, reference);
        return block is not null && IsRepeated(block) && rest is [IndexStep { Key: var key }, ..] && Index(dependent.Module.Root.Peek(key, dependent.Scope)) is { } index
            ? (index, dependent.Module.InstancesOf(block).Instances.Any(i => Convert.ToString(i.Index, CultureInfo.InvariantCulture) == index))
            : null;
    }

    static bool IsRepeated(ConfigurationBlock block) => (block.Body.Argument("count") ?? block.Body.Argument("for_each")) is not null;

    /// <summary>Which instances of a repeated block a reference is to, as far as that can be told.</summary>
    string? Instances(Dependent dependent, TraversalExpression reference)
    {
        if (InstanceOf(dependent, reference) is { } one)
            return $"{one.Index} {one.IsThere}";
        if (Block(dependent.Module.Source, reference).Block is not { } block || !IsRepeated(block))
            return null;
        if (!keys.TryGetValue((dependent.Module, block), out var all))
            keys[(dependent.Module, block)] = all = string.Join(' ', dependent.Module.InstancesOf(block).Instances.Select(i => i.Suffix));
        return all;
    }

    static string? Index(HclValue key) =>
        !key.IsUnknown && !key.IsNull && HclConversion.Convert(key, HclType.String, out _) is { IsUnknown: false, IsNull: false } text ? text.AsString() : null;

    static (ConfigurationBlock? Block, ImmutableArray<TraversalStep> Steps) Block(ModuleSource source, TraversalExpression reference) => (reference.Root, reference.Steps) switch
    {
        ("data" or "ephemeral", [AttributeStep type, AttributeStep name, .. var rest]) => (source.Block(reference.Root, type.Name, name.Name), rest),
        (_, [AttributeStep name, .. var rest]) => (source.Block("resource", reference.Root, name.Name), rest),
        _ => (null, []),
    };

    static int AnswersOf(Dependent dependent, HclValue value, Answers answers) => IsOfInterest(dependent, value) ? answers.Of(value) : 0;

    /// <summary>What is only passed on shows where it arrives, and what is known is compared.</summary>
    static bool IsOfInterest(Dependent dependent, HclValue value) => dependent.Use != Use.PassesOn && !value.IsWhollyKnown;

    /// <summary>A list that loses a reference to what goes is meant to change.</summary>
    bool IsMeant(Dependent dependent) => gone.Overlaps(dependent.Expression) && !yielding.Overlaps(dependent.Expression);

    /// <summary>What happens to a value that looks the same afterwards.</summary>
    Change ChangeOf(Dependent dependent, HclValue value, bool isOfOtherAnswers)
    {
        if (!IsOfInterest(dependent, value))
            return Change.None;
        if (gone.Touches(value))
            return yielding.Touches(value) ? Change.Real : Change.Leftover;
        return isOfOtherAnswers ? Change.Real : Change.None;
    }
}
