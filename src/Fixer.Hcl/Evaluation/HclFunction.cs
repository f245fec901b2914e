using System.Collections.Immutable;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Type">Arguments are converted to it; <see cref="HclType.Dynamic"/> takes any.</param>
/// <param name="AllowsNull">Whether null may be passed. Otherwise it is an error.</param>
/// <param name="AllowsUnknown">Whether the function itself deals with an unknown argument. Otherwise it makes the result unknown. Elements of a known argument may be unknown in either case.</param>
public sealed record HclParameter(string Name, HclType Type, bool AllowsNull = false, bool AllowsUnknown = false);

/// <summary>What a function is called with.</summary>
/// <param name="Arguments">The arguments, converted to the types of the parameters.</param>
/// <param name="Origin">The origin of a result that is computed: the call, from all arguments.</param>
/// <param name="Budget">To be charged for results that are larger than the arguments.</param>
public readonly record struct HclCall(ImmutableArray<HclValue> Arguments, Origin Origin, EvaluationBudget Budget);

/// <summary>What a function is called with that evaluates its arguments itself.</summary>
/// <param name="Call">The call as it is written.</param>
/// <param name="Evaluate">Evaluates an expression in a scope; in that of the call if it is null.</param>
/// <param name="Budget">To be charged for results that are larger than the arguments.</param>
public readonly record struct HclLazyCall(FunctionCallExpression Call, Func<HclExpression, HclScope?, HclEvaluation> Evaluate, EvaluationBudget Budget);

/// <summary>A function that expressions can call. Supplied by the caller of the evaluation, under a name.</summary>
public abstract class HclFunction
{
    private protected HclFunction()
    {
    }

    /// <summary>The type of the result where it is the same for all arguments.</summary>
    public HclType Result { get; init; } = HclType.Dynamic;
}

/// <summary>A function of values.</summary>
public sealed class HclValueFunction : HclFunction
{
    /// <summary>The parameters that must be there.</summary>
    public ImmutableArray<HclParameter> Parameters { get; init; } = [];

    /// <summary>The parameter of all further arguments; null if there must be none.</summary>
    public HclParameter? Variadic { get; init; }

    /// <summary>
    /// Computes the result. The arguments are checked before. Elements and values that it passes on keep their origins.
    /// Throws <see cref="HclFunctionException"/> for arguments that it cannot take.
    /// </summary>
    public required Func<HclCall, HclValue> Body { get; init; }
}

/// <summary>A function of expressions, such as <c>try</c>.</summary>
public sealed class HclExpressionFunction : HclFunction
{
    /// <summary>Computes the result. Throws <see cref="HclFunctionException"/> for arguments that it cannot take.</summary>
    public required Func<HclLazyCall, HclValue> Body { get; init; }
}

/// <summary>Arguments that a function cannot take. The evaluation turns it into a diagnostic.</summary>
/// <param name="message">What is wrong, in one sentence.</param>
/// <param name="argument">Index of the argument at fault; null if no one is.</param>
public sealed class HclFunctionException(string message, int? argument = null) : Exception(message)
{
    /// <summary>Index of the argument at fault; null if no one is.</summary>
    public int? Argument { get; } = argument;
}
