namespace Fixer.Hcl.Evaluation;

/// <summary>
/// Bounds the work and the memory of evaluations that share it: source is hostile, and a few nested loops or a
/// <c>setproduct</c> can ask for more than any machine has. Not safe for threads.
/// </summary>
/// <param name="units">How much may be made: elements of collections, or sixteen characters of text each.</param>
public sealed class EvaluationBudget(long units = EvaluationBudget.Default)
{
    /// <summary>Enough for a root module with a hundred thousand records.</summary>
    public const long Default = 20_000_000;

    /// <summary>What is left.</summary>
    public long Remaining { get; private set; } = units;

    /// <summary>Charges for elements that are made, before they are.</summary>
    /// <exception cref="EvaluationBudgetException">There is not enough left. The evaluation turns it into a diagnostic.</exception>
    public void Spend(long elements)
    {
        Remaining -= elements;
        if (Remaining < 0 || elements < 0)
            throw new EvaluationBudgetException();
    }

    /// <summary>Charges for text that is made, before it is.</summary>
    /// <exception cref="EvaluationBudgetException">There is not enough left. The evaluation turns it into a diagnostic.</exception>
    public void SpendText(long characters) => Spend((characters / 16) + 1);
}

/// <summary>The budget of an evaluation is used up. The evaluation turns it into a diagnostic.</summary>
public sealed class EvaluationBudgetException : Exception
{
}
