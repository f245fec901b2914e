using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>What refers to instances in a module: <c>aws_route53_record.this["www"]</c>, and the whole block where it goes with its last instance.</summary>
/// <param name="Folder">The module's folder.</param>
/// <param name="Root">The first name.</param>
/// <param name="Steps">The names and keys behind it.</param>
/// <remarks>An output is one of each instance of the module: the index of a module may be anything where the target has none.</remarks>
sealed record ReferenceTarget(string Folder, string Root, string[] Steps)
{
    public bool Matches(TraversalExpression traversal)
    {
        if (traversal.Root != Root)
            return false;
        var matched = 0;
        foreach (var step in traversal.Steps)
        {
            if (matched == Steps.Length)
                break;
            var name = step switch
            {
                AttributeStep attribute => attribute.Name,
                IndexStep { Key: StringLiteral key } => key.Value,
                IndexStep { Key: NumberLiteral number } => number.Digits,
                _ => null,
            };
            if (name == Steps[matched])
                matched++;
            else if (Root != "module" || step is AttributeStep)
                return false;
        }

        return matched == Steps.Length;
    }
}
