using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>What names mean in an expression.</summary>
public abstract class HclScope
{
    /// <summary>A scope without names.</summary>
    public static HclScope Empty { get; } = Of(new Dictionary<string, HclValue>());

    /// <summary>A scope of these variables.</summary>
    public static HclScope Of(IReadOnlyDictionary<string, HclValue> variables) => new VariableScope(variables);

    /// <summary>
    /// The value that a traversal leads to, or that it starts with: a scope takes as many steps as it needs to know which value is
    /// asked for, so that values nobody asks for need not be made.
    /// </summary>
    /// <param name="traversal">The name and the steps behind it.</param>
    /// <param name="stepsTaken">How many of the steps lead to the value; the others are applied to it.</param>
    /// <returns>Null if the name means nothing.</returns>
    public abstract HclValue? Find(TraversalExpression traversal, out int stepsTaken);

    /// <summary>The names that can be meant, for messages; empty if it cannot be said.</summary>
    public virtual IEnumerable<string> Names => [];

    sealed class VariableScope(IReadOnlyDictionary<string, HclValue> variables) : HclScope
    {
        public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
        {
            stepsTaken = 0;
            return variables.GetValueOrDefault(traversal.Root);
        }

        public override IEnumerable<string> Names => variables.Keys;
    }
}
