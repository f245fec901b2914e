using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Evaluation;

/// <summary>A small module: <c>local.x</c> is the argument <c>x</c> of the file, evaluated when it is asked for; <c>unknown</c> is unknown.</summary>
sealed class LocalScope(HclFile file) : HclScope
{
    public static LocalScope Of(string source) => new(HclFile.Parse(Encoding.UTF8.GetBytes(source), "main.tf"));

    public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
    {
        stepsTaken = 0;
        if (traversal.Root == "unknown")
            return HclValue.Unknown(HclType.Dynamic, Origin.Supplied);
        stepsTaken = 1;
        return traversal is { Root: "local", Steps: [AttributeStep { Name: var name }, ..] } && file.Body.Attribute(name) is { } local ? Evaluate(local.Value).Value : null;
    }

    public HclValue Value(string name)
    {
        Assert.That(file.Diagnostics, Is.Empty);
        var evaluation = Evaluate(file.Body.Attribute(name)!.Value);
        Assert.That(evaluation.Diagnostics, Is.Empty);
        return evaluation.Value;
    }

    public HclEvaluation Evaluate(HclExpression expression) => new HclEvaluator(this, StandardFunctions.All).Evaluate(expression);
}
