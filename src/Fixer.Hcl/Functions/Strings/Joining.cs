using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Strings;

/// <summary><c>join</c>, <c>split</c> and <c>indent</c>.</summary>
static class Joining
{
    public static HclFunction Join { get; } = Function(HclType.String, [Text("separator")], new("lists", ListOfString), call =>
    {
        if (call.Arguments.Length < 2)
            throw new HclFunctionException("At least one list is required.");
        if (call.Arguments.Any(a => !a.IsWhollyKnown))
            return call.Unknown(HclType.String);
        var (separator, budget) = (call.Text(0), call.Budget);
        var result = new StringBuilder();
        var isFirst = true;
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            foreach (var element in call.Elements(i))
            {
                if (element.Value.IsNull)
                    throw new HclFunctionException("A null value cannot be joined.", i);
                budget.SpendText(separator.Length + element.Value.AsString().Length);
                result.Append(isFirst ? "" : separator).Append(element.Value.AsString());
                isFirst = false;
            }
        }

        return call.Result(result.ToString());
    });

    /// <summary>An empty separator splits between all code points.</summary>
    public static HclFunction Split { get; } = Function(ListOfString, [Text("separator"), Text("str")], call =>
    {
        var (separator, text) = (call.Text(0), call.Text(1));
        call.Budget.Spend(text.Length);
        return call.Result(separator.Length == 0 ? text.EnumerateRunes().Select(r => r.ToString()) : text.Split(separator));
    });

    public static HclFunction Indent { get; } = Function(HclType.String, [Number("spaces"), Text("str")], call =>
    {
        var (spaces, text) = (call.Whole(0), call.Text(1));
        if (spaces < 0)
            throw new HclFunctionException("The number of spaces must not be negative.", 0);
        var lines = text.AsSpan().Count('\n');
        if (lines == 0)
            return call.Result(text);
        Spend(call.Budget, lines, spaces);
        return call.Result(text.Replace("\n", "\n" + new string(' ', (int)spaces), StringComparison.Ordinal));
    });

    /// <summary>Charges for text that is put in so many times.</summary>
    public static void Spend(EvaluationBudget budget, long times, long length) => budget.SpendText((long)Int128.Min((Int128)times * length, long.MaxValue));
}
