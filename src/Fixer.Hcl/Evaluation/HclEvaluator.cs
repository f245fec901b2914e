using System.Collections.Frozen;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>
/// Evaluates expressions. What is unknown makes unknown what depends on it, and every value knows the source it came from:
/// see <see cref="Origin"/>. Not safe for threads, as its budget is not.
/// </summary>
/// <param name="scope">What names mean.</param>
/// <param name="functions">The functions that can be called, by name; none if null.</param>
/// <param name="budget">Bounds the work of all evaluations that share it; one of its own if null.</param>
public sealed class HclEvaluator(HclScope scope, IReadOnlyDictionary<string, HclFunction>? functions = null, EvaluationBudget? budget = null)
{
    readonly IReadOnlyDictionary<string, HclFunction> functions = functions ?? FrozenDictionary<string, HclFunction>.Empty;
    readonly EvaluationBudget budget = budget ?? new EvaluationBudget();

    /// <summary>Evaluates an expression; what is wrong with it is in the diagnostics of the result.</summary>
    public HclEvaluation Evaluate(HclExpression expression) => Run(expression, e => e.Run(expression));

    /// <summary>Evaluates an expression in JSON, whose strings are templates. Diagnostics have their places in the file, and what comes from within a string comes from the string.</summary>
    public HclEvaluation Evaluate(JsonValue expression) => Run(expression, e => e.Run(expression));

    /// <summary>Evaluates the expression of a fragment; what is wrong with its syntax is in the diagnostics too.</summary>
    public HclEvaluation Evaluate(HclFragment fragment) => fragment.Diagnostics.IsEmpty
        ? Evaluate(fragment.Expression)
        : new HclEvaluation(HclValue.Unknown(HclType.Dynamic, Origin.Of(fragment.Expression)), fragment.Diagnostics);

    HclEvaluation Run(SyntaxNode node, Func<Evaluation, HclEvaluation> run)
    {
        var evaluation = new Evaluation(scope, functions, budget);
        try
        {
            return run(evaluation);
        }
        catch (EvaluationBudgetException)
        {
            return evaluation.Broken(node, EvaluationDiagnostics.TooMuch);
        }
    }
}
