using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// Which answers of providers values are made from, and in which order, as numbers: with the same <paramref name="numbers"/>, equal numbers mean
/// the same answers. What is third in a list is another answer once the second is gone.
/// </summary>
/// <param name="numbers">The numbers given so far.</param>
sealed class Answers(Dictionary<string, int> numbers) : OriginFold<int>
{
    /// <summary>Nothing is made from the answers of a provider.</summary>
    const int None = 0;

    protected override int Fold(object item, IEnumerable<int> parts)
    {
        if (item is Origin { Supplier: ProviderAnswer answer })
            return Number($"{answer.Address} {answer.Attribute}");
        var all = parts.Where(p => p != None).ToArray();
        return all switch
        {
            [] => None,
            [var only] => only,
            _ => Number(string.Join(' ', all)),
        };
    }

    int Number(string text) => numbers.TryGetValue(text, out var number) ? number : numbers[text] = numbers.Count + 1;
}
