using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Numbers;

/// <summary><c>abs</c>, <c>ceil</c>, <c>floor</c>, <c>signum</c>, <c>min</c>, <c>max</c>, <c>sum</c>.</summary>
static class Arithmetic
{
    public static HclFunction Abs { get; } = Rounding(n => n.Sign < 0 ? n.Negate() : n);

    public static HclFunction Ceil { get; } = Rounding(n => n.Ceiling());

    public static HclFunction Floor { get; } = Rounding(n => n.Floor());

    /// <summary>Takes machine integers only.</summary>
    public static HclFunction Signum { get; } = Function(HclType.Number, [Number("num")], call => call.Result((long)Math.Sign(call.Whole(0))));

    public static HclFunction Min { get; } = Extreme(order => order < 0);

    public static HclFunction Max { get; } = Extreme(order => order > 0);

    /// <summary>Of a list, set or tuple of what can be converted to numbers; at least one.</summary>
    public static HclFunction Sum { get; } = Function(HclType.Number, [Any("list")], call =>
    {
        var list = call.Arguments[0];
        if (!list.Type.IsSequence)
            throw new HclFunctionException("A list, set or tuple is required.", 0);
        if (list.Elements.IsEmpty)
            throw new HclFunctionException("There is nothing to add.", 0);
        if (!list.IsWhollyKnown)
            return call.Unknown(HclType.Number);
        HclNumber? sum = null;
        foreach (var element in list.Elements)
        {
            if (element.Value.IsNull || HclConversion.Convert(element.Value, HclType.Number, out _) is not { } number)
                throw new HclFunctionException("All elements must be numbers.", 0);
            sum = sum is null ? number.AsNumber() : sum.Add(number.AsNumber());
            if (sum is null)
                return call.Unknown(HclType.Number);
        }

        return call.Result(sum);
    });

    static HclFunction Rounding(Func<HclNumber, HclNumber?> body) => Function(HclType.Number, [Number("num")], call => call.Result(body(call.Number(0))));

    static HclFunction Extreme(Func<int, bool> isBetter) => Function(HclType.Number, [], Number("numbers"), call =>
    {
        if (call.Arguments.IsEmpty)
            throw new HclFunctionException("At least one number is required.");
        return call.Selected(call.Arguments.Aggregate((best, next) => isBetter(next.AsNumber().CompareTo(best.AsNumber())) ? next : best)!);
    });
}
