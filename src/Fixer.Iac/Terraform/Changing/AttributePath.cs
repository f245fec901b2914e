using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>A path into the values of a resource, and on into a JSON document that one of them is.</summary>
/// <param name="Steps">Steps to a value; the first is the name of an argument or block.</param>
/// <param name="Document">Steps within the document; null if the path does not lead into one.</param>
sealed record AttributePath(ImmutableArray<HclPathStep> Steps, ImmutableArray<HclPathStep>? Document)
{
    public static AttributePath Root { get; } = new([], null);

    /// <summary>All steps, one behind the other.</summary>
    public IEnumerable<HclPathStep> All => Steps.Concat(Document ?? []);

    public HclPathStep Last => All.Last();

    public AttributePath Then(HclPathStep step) => Document is null ? this with { Steps = Steps.Add(step) } : this with { Document = Document.Value.Add(step) };

    public AttributePath Decoded() => this with { Document = [] };

    /// <summary>Reads a path.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static AttributePath Parse(string text)
    {
        var fragment = HclFragment.ParseExpression(Encoding.UTF8.GetBytes(text));
        var path = !fragment.Diagnostics.IsEmpty ? null : fragment.Expression switch
        {
            TraversalExpression { Steps: var steps } traversal when StepsOf(steps) is { } rest => new AttributePath([traversal.Root, .. rest], null),
            RelativeTraversalExpression { Operand: var operand, Steps: var steps } when Decoded(operand) is { } inner && StepsOf(steps) is { } rest => inner with { Document = rest },
            var other => Decoded(other),
        };
        return path ?? throw new ArgumentException($"This is no path to an attribute: {text}", nameof(text));
    }

    static AttributePath? Decoded(HclExpression expression) =>
        expression is FunctionCallExpression { Name: "jsondecode", Arguments: [TraversalExpression { Steps: var steps } traversal] } && StepsOf(steps) is { } rest
            ? new AttributePath([traversal.Root, .. rest], [])
            : null;

    static ImmutableArray<HclPathStep>? StepsOf(ImmutableArray<TraversalStep> steps)
    {
        var result = ImmutableArray.CreateBuilder<HclPathStep>(steps.Length);
        foreach (var step in steps)
        {
            HclPathStep? next = step switch
            {
                AttributeStep attribute => attribute.Name,
                IndexStep { Key: StringLiteral key } => key.Value,
                IndexStep { Key: NumberLiteral number } when int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
                _ => null,
            };
            if (next is null)
                return null;
            result.Add(next.Value);
        }

        return result.DrainToImmutable();
    }

    /// <summary>Whether this leads to what <paramref name="other"/> leads to, or to something that it is in.</summary>
    public bool IsPrefixOf(AttributePath other) => Document is null
        ? Steps.Length <= other.Steps.Length && Steps.SequenceEqual(other.Steps.Take(Steps.Length))
        : Steps.SequenceEqual(other.Steps) && other.Document is { } document && Document.Value.SequenceEqual(document.Take(Document.Value.Length));

    public override string ToString() => Document is { } document ? $"jsondecode({Text(Steps)}){Text(document, isStart: false)}" : Text(Steps);

    static string Text(IEnumerable<HclPathStep> steps, bool isStart = true)
    {
        var result = new StringBuilder();
        foreach (var step in steps)
        {
            var isName = step.Key is { } key && HclEdits.IsName(key);
            result.Append(isName && (result.Length > 0 || !isStart) ? "." : "").Append(isName ? step.Key : step.ToString());
        }

        return result.ToString();
    }

    public bool Equals(AttributePath? other) => other is not null && IsPrefixOf(other) && other.IsPrefixOf(this);

    public override int GetHashCode() => All.Aggregate(Steps.Length, HashCode.Combine);
}
