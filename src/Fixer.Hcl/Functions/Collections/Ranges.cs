using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Collections;

/// <summary><c>range</c>: numbers from a start, which is zero if it is not given, up or down to a limit that is not reached.</summary>
static class Ranges
{
    /// <summary>Terraform's limit.</summary>
    const int MaxLength = 1024;

    public static HclFunction Range { get; } = Function(new ListType(HclType.Number), [], Number("params"), call =>
    {
        var arguments = call.Arguments;
        if (arguments.Length is 0 or > 3)
            throw new HclFunctionException("One, two or three numbers are required.");
        var start = arguments.Length == 1 ? HclNumber.From(0) : call.Number(0);
        var limit = call.Number(arguments.Length == 1 ? 0 : 1);
        var step = arguments.Length == 3 ? call.Number(2) : HclNumber.From(limit.CompareTo(start) < 0 ? -1 : 1);
        if (step.Sign == 0)
            throw new HclFunctionException("The step must not be zero.", 2);
        if (limit.CompareTo(start) * step.Sign < 0)
            throw new HclFunctionException("The limit is not where the step leads to.", 1);
        return HclValue.List(HclType.Number, Numbers(start, limit, step).Select(n => new HclElement(HclValue.Number(n, call.Origin))), call.Origin);
    });

    static List<HclNumber> Numbers(HclNumber start, HclNumber limit, HclNumber step)
    {
        var numbers = new List<HclNumber>();
        for (var number = start; number is null || number.CompareTo(limit) * step.Sign < 0; number = number.Add(step))
        {
            if (number is null || numbers.Count == MaxLength)
                throw new HclFunctionException($"There are more than {MaxLength} numbers in the range.");
            numbers.Add(number);
        }

        return numbers;
    }
}
