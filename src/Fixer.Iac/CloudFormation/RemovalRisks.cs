using System.Collections.Immutable;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>What a reviewer must know before the stack is updated.</summary>
static class RemovalRisks
{
    public static ImmutableArray<string> Of(CloudFormationTemplate template, RemovalTarget target)
    {
        var resource = target.Resource;
        var risks = ImmutableArray.CreateBuilder<string>();
        // The policy speaks of the whole group, which stays when one of its record sets goes.
        if (!target.Item && resource.DeletionPolicy is { } policy and not "Delete")
        {
            risks.Add(policy == "(computed)"
                ? $"{resource.LogicalId} has a computed DeletionPolicy: if it comes out as Retain, the stack update will NOT delete the record."
                : $"{resource.LogicalId} has DeletionPolicy {policy}: the stack update will NOT delete the record, it stays in Route 53 and no stack manages it any more. Deploy DeletionPolicy Delete first, or delete the record by hand afterwards.");
        }

        if (!target.Item && resource.UpdateReplacePolicy is { } replace and not "Delete")
            risks.Add($"{resource.LogicalId} has UpdateReplacePolicy {replace}: copies of the record from earlier replacements may still exist outside of the stack.");
        if (resource.Condition is { } condition)
            risks.Add($"{resource.LogicalId} is deployed only where the condition {condition} holds: other stacks of this template may have the record or not.");
        if (Macros(template.Root.Find("Transform")) is { Length: > 0 } macros)
            risks.Add($"The template is rewritten by {string.Join(", ", macros)} at deployment: read the change set, not only this difference.");
        return risks.ToImmutable();
    }

    /// <summary>Macros of one's own; AWS's do not take records away or bring others.</summary>
    static ImmutableArray<string> Macros(DocumentNode? transform) => transform switch
    {
        DocumentScalar scalar => scalar.Value.StartsWith("AWS::", StringComparison.Ordinal) ? [] : [scalar.Value],
        DocumentMapping mapping when mapping.Find("Name") is { } name => Macros(name),
        DocumentSequence list => [.. list.Items.SelectMany(i => Macros(i))],
        _ => [],
    };
}
