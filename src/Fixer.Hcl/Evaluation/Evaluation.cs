using System.Runtime.CompilerServices;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>One evaluation. Where something is wrong it says so and goes on with an unknown value, which spreads no further errors.</summary>
sealed partial class Evaluation(HclScope scope, IReadOnlyDictionary<string, HclFunction> functions, EvaluationBudget budget)
{
    /// <summary>Values nested more deeply could not be compared or converted on every stack.</summary>
    const int MaxDepth = 1000;

    readonly List<HclDiagnostic> diagnostics = [];
    HclScope scope = scope;

    public HclEvaluation Run(HclExpression expression)
    {
        var value = Value(expression);
        return new HclEvaluation(diagnostics.Count == 0 ? value : HclValue.Unknown(HclType.Dynamic, Origin.Of(expression)), [.. diagnostics]);
    }

    public HclEvaluation Broken(SyntaxNode expression, DiagnosticKind kind)
    {
        diagnostics.Clear();
        Fail(expression, kind);
        return new HclEvaluation(HclValue.Unknown(HclType.Dynamic, Origin.Of(expression)), [.. diagnostics]);
    }

    HclValue Value(HclExpression expression)
    {
        budget.Spend(1);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Fail(expression, EvaluationDiagnostics.TooDeep);
        var value = Made(expression);

        // One expression is neither deep nor large, but each can hold the values of others.
        if (value.Extent.Depth > MaxDepth)
            return Fail(expression, EvaluationDiagnostics.TooDeep);
        return value.Extent.Size > EvaluationBudget.Default ? Fail(expression, EvaluationDiagnostics.TooMuch) : value;
    }

    HclValue Made(HclExpression expression) => expression switch
    {
        StringLiteral literal => HclValue.String(literal.Value, Origin.Of(literal)),
        NumberLiteral number => Number(number),
        BooleanLiteral literal => HclValue.Bool(literal.Value, Origin.Of(literal)),
        NullLiteral => HclValue.Null(HclType.Dynamic, Origin.Of(expression)),
        ParenthesizedExpression parenthesized => Value(parenthesized.Inner),
        TraversalExpression traversal => Traversal(traversal),
        RelativeTraversalExpression traversal => Steps(Value(traversal.Operand), traversal.Steps.AsSpan()),
        TemplateExpression template => Template(template),
        TupleExpression tuple => Tuple(tuple),
        ObjectExpression structure => Object(structure),
        ForExpression loop => For(loop),
        FunctionCallExpression call => Call(call),
        ConditionalExpression conditional => Conditional(conditional),
        BinaryExpression binary => Binary(binary),
        UnaryExpression unary => Unary(unary),
        _ => Fail(expression, EvaluationDiagnostics.NotReadable),
    };

    HclValue Number(NumberLiteral literal) => HclNumber.Parse(literal.Digits) is { } number
        ? HclValue.Number(number, Origin.Of(literal))
        : Fail(literal, EvaluationDiagnostics.NumberOutOfBounds);

    HclValue Conditional(ConditionalExpression conditional)
    {
        var condition = Value(conditional.Condition);
        var mark = diagnostics.Count;
        var then = Value(conditional.Then);
        var middle = diagnostics.Count;
        var otherwise = Value(conditional.Else);
        budget.Spend(then.Extent.Size + otherwise.Extent.Size);
        if (ResultType(then, otherwise) is not { } type)
            return Fail(conditional, EvaluationDiagnostics.InconsistentResults(then.Type, otherwise.Type));
        var end = diagnostics.Count;
        if (Bool(condition, conditional.Condition, EvaluationDiagnostics.NullCondition, EvaluationDiagnostics.WrongCondition) is not { } decided)
        {
            diagnostics.RemoveRange(mark, end - mark);
            return HclValue.Unknown(type, Origin.Applied(conditional, [condition, then, otherwise]));
        }

        // What is wrong with the other result does not matter.
        if (decided)
            diagnostics.RemoveRange(middle, end - middle);
        else
            diagnostics.RemoveRange(mark, middle - mark);
        var chosen = decided ? then : otherwise;
        if (type.IsDynamic && !chosen.IsNull)
            return HclValue.Unknown(type, Origin.Applied(conditional, [condition, chosen]));
        var converted = HclConversion.Convert(chosen, type, out var error);
        return converted is null
            ? Fail(decided ? conditional.Then : conditional.Else, EvaluationDiagnostics.WrongOperand(error!))
            : converted.From(Origin.Selected(conditional, converted.Origin, condition.Origin));
    }

    /// <summary>A null without type takes the other's; else both become what they have in common.</summary>
    static HclType? ResultType(HclValue then, HclValue otherwise)
    {
        if (then.IsNull && then.Type.IsDynamic)
            return otherwise.Type;
        if (otherwise.IsNull && otherwise.Type.IsDynamic)
            return then.Type;
        return then.Type == otherwise.Type ? then.Type : TypeUnification.Unify([then.Type, otherwise.Type]);
    }

    /// <summary>A condition; null if it is unknown or wrong, and then that has been said.</summary>
    bool? Bool(HclValue value, HclExpression node, DiagnosticKind ifNull, Func<string, DiagnosticKind> ifWrong)
    {
        if (value.IsNull)
            Fail(node, ifNull);
        else if (HclConversion.Convert(value, HclType.Bool, out var error) is not { } converted)
            Fail(node, ifWrong(error!));
        else if (!converted.IsUnknown)
            return converted.AsBool();
        return null;
    }

    /// <summary>What source would be made from that is not evaluated, because something about it is unknown: all that it refers to.</summary>
    IEnumerable<HclValue> Reads(HclNode node) =>
        node.DescendantsAndSelf().OfType<TraversalExpression>().Select(t => scope.Find(t, out _)).OfType<HclValue>();

    HclValue Fail(SyntaxNode node, DiagnosticKind kind)
    {
        if (diagnostics.Count < DiagnosticBag.Limit)
            diagnostics.Add(new HclDiagnostic(kind.Code, kind.Message, node.Span, node.Text.PositionOf(node.Span.Start)));
        return HclValue.Unknown(HclType.Dynamic, Origin.Of(node));
    }
}
