using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Units;

/// <summary>The values that a unit gives to variables: <c>inputs</c> of its own file over those of the files that it includes.</summary>
/// <param name="Values">By variable. One that cannot be told is unknown.</param>
/// <param name="IsComplete">Whether there are no others; if not, any other variable may be given one.</param>
sealed record UnitInputs(ImmutableDictionary<string, HclValue> Values, bool IsComplete)
{
    static readonly ImmutableDictionary<string, HclValue> NoValues = ImmutableDictionary.Create<string, HclValue>(StringComparer.Ordinal);

    public static UnitInputs None { get; } = new(NoValues, true);

    public static UnitInputs Unknown { get; } = new(NoValues, false);

    /// <summary>Reads them; a later include counts more than an earlier one, and the unit's own file most.</summary>
    public static UnitInputs Of(IReadOnlyList<TerragruntSource> sources)
    {
        var inputs = Of(sources[0]);
        foreach (var source in sources.Skip(1).Reverse())
            inputs = inputs.Over(Of(source), source.Include!.IsDeep);
        return inputs;
    }

    /// <summary>Those that are the same in another place.</summary>
    public UnitInputs SameAs(UnitInputs other) => new(
        Values.ToImmutableDictionary(v => v.Key, v => other.Values.TryGetValue(v.Key, out var there) && Text(v.Value) == Text(there) ? v.Value : HclValue.Unknown(HclType.Dynamic, v.Value.Origin), StringComparer.Ordinal),
        IsComplete && other.IsComplete && Values.Count == other.Values.Count);

    static UnitInputs Of(TerragruntSource source) => source.Body.Attribute("inputs") is { } inputs ? Of(source.Scope, inputs.Value) : None;

    /// <summary>One by one where they are written out, so that one that is in error leaves the others.</summary>
    static UnitInputs Of(TerragruntScope scope, HclExpression expression) => expression.WithoutParentheses switch
    {
        ObjectExpression written => Of(scope, written),
        FunctionCallExpression { Name: "merge", ExpandsLast: false } merge => merge.Arguments.Aggregate(None, (below, argument) => OfWhole(scope, argument).Over(below, isDeep: false)),
        var other => OfWhole(scope, other),
    };

    static UnitInputs Of(TerragruntScope scope, ObjectExpression written)
    {
        var values = NoValues.ToBuilder();
        foreach (var item in written.Items)
        {
            if ((item.ConstantKey ?? scope.TextOf(item.Key)) is not { } name)
                return Unknown;
            values[name] = scope.Evaluate(item.Value).Value;
        }

        return new(values.ToImmutable(), true);
    }

    static UnitInputs OfWhole(TerragruntScope scope, HclExpression expression) => expression.WithoutParentheses is ObjectExpression written
        ? Of(scope, written)
        : scope.Evaluate(expression).Value switch
        {
            { IsUnknown: false, IsNull: true } => None,
            { IsUnknown: false, Type.IsKeyed: true } value => new(value.Elements.ToImmutableDictionary(e => e.Key!, e => e.Value, StringComparer.Ordinal), true),
            _ => Unknown,
        };

    UnitInputs Over(UnitInputs below, bool isDeep)
    {
        if (!IsComplete)
            return isDeep ? Unknown : this;
        if (isDeep && !below.IsComplete)
            return new(Values.ToImmutableDictionary(v => v.Key, v => IsPlain(v.Value) ? v.Value : HclValue.Unknown(HclType.Dynamic, v.Value.Origin), StringComparer.Ordinal), false);
        var values = below.Values.ToBuilder();
        foreach (var (name, value) in Values)
            values[name] = isDeep && !IsPlain(value) && below.Values.ContainsKey(name) ? HclValue.Unknown(HclType.Dynamic, value.Origin) : value;
        return new(values.ToImmutable(), below.IsComplete);
    }

    /// <summary>Whether it takes the place of another as a whole.</summary>
    static bool IsPlain(HclValue value) => !value.IsUnknown && (value.IsNull || !(value.Type.IsKeyed || value.Type.IsSequence));

    static string Text(HclValue value)
    {
        var (known, unknown) = KnownValues.Of(HclValue.Object([new HclElement("", value, value.Origin)], Origin.Supplied));
        return $"{known.ToJsonString()} {string.Join(' ', unknown)}";
    }
}
