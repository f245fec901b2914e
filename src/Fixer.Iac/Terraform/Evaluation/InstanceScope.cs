using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>The names in an instance of a block: <c>each</c> or <c>count</c>, over those of the module.</summary>
sealed class InstanceScope(HclScope module, BlockInstance instance) : HclScope
{
    public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
    {
        stepsTaken = 1;
        return (traversal.Root, (traversal.Steps.FirstOrDefault() as AttributeStep)?.Name) switch
        {
            ("each", "key") => instance.Index is string ? instance.Key : null,
            ("each", "value") => instance.Value,
            ("count", "index") => instance.Index is int ? instance.Key : null,
            _ => module.Find(traversal, out stepsTaken),
        };
    }
}

/// <summary>The names in the content of a <c>dynamic</c> block: its iterator, over those around it.</summary>
sealed class IteratorScope(HclScope outer, string name, HclValue iterator) : HclScope
{
    public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
    {
        stepsTaken = 0;
        return traversal.Root == name ? iterator : outer.Find(traversal, out stepsTaken);
    }
}
