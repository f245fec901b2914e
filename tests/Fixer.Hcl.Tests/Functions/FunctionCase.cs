using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Tests.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Functions;

/// <summary>
/// A line of <c>Cases/functions/*.tsv</c>: an expression, the type of its value as Terraform's <c>type</c> writes it, and its JSON, all
/// as Terraform 1.11.4 has them. The type of what fails is <c>!error</c>, of what is not known <c>!unknown</c>.
/// </summary>
record FunctionCase(string Expression, string Type, string Json)
{
    public static IEnumerable<FunctionCase> All() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "functions"), "*.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(Parse);

    public bool Fails => Type == "!error";

    public bool IsUnknown => Type == "!unknown";

    static FunctionCase Parse(string line) => line.Split('\t') is [var expression, var type, .. var json] ? new(expression, type, string.Concat(json)) : throw new FormatException(line);

    /// <summary>What the functions make of an expression, in the same words.</summary>
    public static FunctionCase Of(string expression, IReadOnlyDictionary<string, HclValue>? variables = null)
    {
        var evaluation = Evaluate(expression, variables);
        if (!evaluation.Succeeded)
            return new(expression, "!error", "");
        return evaluation.Value.IsWhollyKnown
            ? new(expression, Written.Type(evaluation.Value.Type).Replace(" ", "", StringComparison.Ordinal), Evaluate($"jsonencode({expression})", variables).Value.AsString())
            : new(expression, "!unknown", "");
    }

    public static HclEvaluation Evaluate(string expression, IReadOnlyDictionary<string, HclValue>? variables = null) =>
        new HclEvaluator(variables is null ? HclScope.Empty : HclScope.Of(variables), StandardFunctions.All).Evaluate(HclFragment.ParseExpression(Encoding.UTF8.GetBytes(expression)));
}
