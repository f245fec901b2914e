using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>The names of a for-expression or directive, over those around it. Set anew for each element.</summary>
sealed class LoopScope(HclScope outer, string? keyName, string valueName) : HclScope
{
    HclValue? key;
    HclValue? value;

    public void Set(HclValue key, HclValue value) => (this.key, this.value) = (key, value);

    public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
    {
        stepsTaken = 0;
        if (traversal.Root == valueName)
            return value;
        return traversal.Root == keyName ? key : outer.Find(traversal, out stepsTaken);
    }

    public override IEnumerable<string> Names => outer.Names.Append(valueName);
}
