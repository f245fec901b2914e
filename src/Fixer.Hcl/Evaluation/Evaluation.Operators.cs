using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Operators: HCL specification, "Operations".</summary>
sealed partial class Evaluation
{
    /// <summary>A chain leans to the left and may be long: it is unrolled, not recursed into.</summary>
    HclValue Binary(BinaryExpression expression)
    {
        var chain = new Stack<BinaryExpression>();
        HclExpression first = expression;
        for (; first is BinaryExpression binary; first = binary.Left)
            chain.Push(binary);
        var left = Value(first);
        while (chain.TryPop(out var binary))
        {
            budget.Spend(1);
            left = Apply(binary, left, Value(binary.Right));
        }

        return left;
    }

    HclValue Apply(BinaryExpression node, HclValue left, HclValue right)
    {
        var origin = Origin.Applied(node, [left, right]);
        switch (node.Operator)
        {
            case TokenKind.Equal:
                budget.Spend(Math.Min(left.Extent.Size, right.Extent.Size));
                return Bool(left.IsEqualTo(right), origin);
            case TokenKind.NotEqual:
                budget.Spend(Math.Min(left.Extent.Size, right.Extent.Size));
                return Bool(!left.IsEqualTo(right), origin);
            case TokenKind.And or TokenKind.Or:
                return Operands(node, ref left, ref right, HclType.Bool) ? Logic(node.Operator, left, right, origin) : Unknown(HclType.Bool, origin);
            case TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual:
                return Operands(node, ref left, ref right, HclType.Number) ? Bool(Compare(node.Operator, left, right), origin) : Unknown(HclType.Bool, origin);
            default:
                return Operands(node, ref left, ref right, HclType.Number) && !left.IsUnknown && !right.IsUnknown
                    ? Arithmetic(node, left.AsNumber(), right.AsNumber(), origin)
                    : Unknown(HclType.Number, origin);
        }
    }

    /// <summary>Converts both to the type; false after saying what is wrong.</summary>
    bool Operands(BinaryExpression node, ref HclValue left, ref HclValue right, HclType type) =>
        Operand(node.Left, ref left, type) & Operand(node.Right, ref right, type);

    bool Operand(HclExpression node, ref HclValue value, HclType type)
    {
        if (value.IsNull)
        {
            Fail(node, EvaluationDiagnostics.NullOperand);
            return false;
        }

        if (HclConversion.Convert(value, type, out var error) is not { } converted)
        {
            Fail(node, EvaluationDiagnostics.WrongOperand(error!));
            return false;
        }

        value = converted;
        return true;
    }

    /// <summary>One known operand may decide.</summary>
    static HclValue Logic(TokenKind operation, HclValue left, HclValue right, Origin origin)
    {
        var decisive = operation == TokenKind.Or;
        if (Is(left, decisive) || Is(right, decisive))
            return HclValue.Bool(decisive, origin);
        return left.IsUnknown || right.IsUnknown ? Unknown(HclType.Bool, origin) : HclValue.Bool(!decisive, origin);
    }

    static bool Is(HclValue value, bool wanted) => !value.IsUnknown && value.AsBool() == wanted;

    static bool? Compare(TokenKind operation, HclValue left, HclValue right)
    {
        if (left.IsUnknown || right.IsUnknown)
            return null;
        var order = left.AsNumber().CompareTo(right.AsNumber());
        return operation switch
        {
            TokenKind.Less => order < 0,
            TokenKind.LessOrEqual => order <= 0,
            TokenKind.Greater => order > 0,
            _ => order >= 0,
        };
    }

    HclValue Arithmetic(BinaryExpression node, HclNumber left, HclNumber right, Origin origin)
    {
        if (node.Operator == TokenKind.Slash && right.Sign == 0)
            return Fail(node.Right, EvaluationDiagnostics.DivisionByZero);
        var result = node.Operator switch
        {
            TokenKind.Plus => left.Add(right),
            TokenKind.Minus => left.Add(right.Negate()),
            TokenKind.Star => left.Multiply(right),
            TokenKind.Slash => left.Divide(right),
            _ => left.Modulo(right),
        };
        return result is null ? Fail(node, EvaluationDiagnostics.NumberOutOfBounds) : HclValue.Number(result, origin);
    }

    HclValue Unary(UnaryExpression node)
    {
        var operand = Value(node.Operand);
        var origin = Origin.Computed(node, operand.Origin);
        var type = node.Operator == TokenKind.Not ? HclType.Bool : HclType.Number;
        if (!Operand(node.Operand, ref operand, type) || operand.IsUnknown)
            return Unknown(type, origin);
        if (node.Operator == TokenKind.Not)
            return HclValue.Bool(!operand.AsBool(), origin);

        // A negative number is written like that: the sign is part of the literal.
        return HclValue.Number(operand.AsNumber().Negate(), node.Operand is NumberLiteral ? Origin.Of(node) : origin);
    }

    static HclValue Bool(bool? value, Origin origin) => value is { } known ? HclValue.Bool(known, origin) : Unknown(HclType.Bool, origin);

    static HclValue Unknown(HclType type, Origin origin) => HclValue.Unknown(type, origin);
}
