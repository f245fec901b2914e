using System.Collections.Immutable;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Function calls: HCL specification, "Functions and Function Calls".</summary>
sealed partial class Evaluation
{
    HclValue Call(FunctionCallExpression call)
    {
        if (!functions.TryGetValue(call.Name, out var function))
            return Fail(call, EvaluationDiagnostics.UnknownFunction(call.Name));
        try
        {
            return function is HclValueFunction ofValues
                ? Call(call, ofValues)
                : ((HclExpressionFunction)function).Body(new HclLazyCall(call, EvaluateApart, budget));
        }
        catch (HclFunctionException e)
        {
            SyntaxNode node = e.Argument is { } index && !call.Arguments.IsEmpty ? call.Arguments[Math.Min(index, call.Arguments.Length - 1)] : call;
            return Fail(node, EvaluationDiagnostics.FunctionFailed(call.Name, e.Message));
        }
    }

    /// <summary>
    /// For functions that decide themselves what an error in an argument means. What only the bounds here refuse succeeds in Terraform, and
    /// must not be taken for an error: that ends the evaluation.
    /// </summary>
    HclEvaluation EvaluateApart(HclExpression expression, HclScope? inner)
    {
        var evaluation = new Evaluation(inner ?? scope, functions, budget).Run(expression);
        return evaluation.Diagnostics.Any(d => IsBound(d.Code)) ? throw new EvaluationBudgetException() : evaluation;
    }

    /// <summary>Whether Terraform, which has wider bounds, and infinity, would go on.</summary>
    static bool IsBound(string code) =>
        code == EvaluationDiagnostics.TooMuch.Code || code == EvaluationDiagnostics.NumberOutOfBounds.Code || code == EvaluationDiagnostics.DivisionByZero.Code;

    HclValue Call(FunctionCallExpression call, HclValueFunction function)
    {
        var arguments = call.Arguments.Select(Value).ToArray();
        var origin = Origin.Applied(call, [.. arguments]);
        if (call.ExpandsLast)
        {
            if (Expanded(call, arguments) is not { } expanded)
                return Unknown(function.Result, origin);
            arguments = expanded;
            origin = Origin.Applied(call, [.. arguments]);
        }

        if (arguments.Length < function.Parameters.Length)
            return Fail(call, EvaluationDiagnostics.TooFewArguments(call.Name, function.Parameters[arguments.Length].Name));
        if (arguments.Length > function.Parameters.Length && function.Variadic is null)
            return Fail(call.Arguments[Math.Min(function.Parameters.Length, call.Arguments.Length - 1)], EvaluationDiagnostics.TooManyArguments(call.Name, function.Parameters.Length));
        var (isKnown, isValid) = (true, true);
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = i < function.Parameters.Length ? function.Parameters[i] : function.Variadic!;
            var node = call.Arguments[Math.Min(i, call.Arguments.Length - 1)];
            isValid &= Argument(call.Name, parameter, node, ref arguments[i]);
            isKnown &= parameter.AllowsUnknown || !arguments[i].IsUnknown;
        }

        if (!isValid)
            return Unknown(HclType.Dynamic, origin);
        return isKnown
            ? function.Body(new HclCall(ImmutableArray.Create(arguments), origin, budget))
            : Unknown(function.Result, origin);
    }

    bool Argument(string function, HclParameter parameter, HclExpression node, ref HclValue value)
    {
        if (value.IsNull && !parameter.AllowsNull)
        {
            Fail(node, EvaluationDiagnostics.WrongArgument(function, parameter.Name, "it is null"));
            return false;
        }

        if (!parameter.Type.IsDynamic)
            budget.Spend(value.Extent.Size);
        if (HclConversion.Convert(value, parameter.Type, out var error) is not { } converted)
        {
            Fail(node, EvaluationDiagnostics.WrongArgument(function, parameter.Name, error!));
            return false;
        }

        value = converted;
        return true;
    }

    /// <summary>The arguments with the last one expanded; null if it cannot be.</summary>
    HclValue[]? Expanded(FunctionCallExpression call, HclValue[] values)
    {
        var last = values[^1];
        if (last.IsNull || (!last.Type.IsDynamic && !last.Type.IsSequence))
        {
            Fail(call.Arguments[^1], EvaluationDiagnostics.InvalidExpansion);
            return null;
        }

        return last.IsUnknown ? null : [.. values[..^1], .. last.Elements.Select(e => e.Value)];
    }
}
