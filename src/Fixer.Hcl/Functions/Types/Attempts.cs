using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Functions.Types;

/// <summary>
/// <c>try</c> and <c>can</c>. As long as something is unknown that an expression refers to, it is unknown whether it will succeed.
/// </summary>
static class Attempts
{
    public static HclFunction Try { get; } = new HclExpressionFunction
    {
        Body = call =>
        {
            if (call.Call.Arguments.IsEmpty)
                throw new HclFunctionException("At least one expression is required.");
            foreach (var argument in call.Call.Arguments)
            {
                if (DependsOnUnknown(call, argument))
                    return HclValue.Unknown(HclType.Dynamic, Origin.Applied(call.Call, [.. Reads(call, call.Call)]));
                if (call.Evaluate(argument, null) is { Succeeded: true, Value: var value })
                    return value.From(Origin.Selected(call.Call, value.Origin));
            }

            throw new HclFunctionException("None of the expressions succeeds.");
        },
    };

    public static HclFunction Can { get; } = new HclExpressionFunction
    {
        Result = HclType.Bool,
        Body = call =>
        {
            if (call.Call.Arguments is not [var argument])
                throw new HclFunctionException("One expression is required.");
            if (DependsOnUnknown(call, argument))
                return HclValue.Unknown(HclType.Bool, Origin.Applied(call.Call, [.. Reads(call, argument)]));
            var evaluation = call.Evaluate(argument, null);
            return HclValue.Bool(evaluation.Succeeded, Origin.Computed(call.Call, evaluation.Value.Origin));
        },
    };

    /// <summary>What cannot be referred to is not unknown; names of loops within the expression are not known here, but what the loops go through is.</summary>
    static bool DependsOnUnknown(HclLazyCall call, HclExpression expression) => Reads(call, expression).Any(v => !v.IsWhollyKnown);

    static IEnumerable<HclValue> Reads(HclLazyCall call, HclExpression expression) =>
        from traversal in expression.DescendantsAndSelf().OfType<TraversalExpression>()
        let evaluation = call.Evaluate(traversal, null)
        where evaluation.Succeeded
        select evaluation.Value;
}
