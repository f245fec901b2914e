using System.Collections.Immutable;
using System.Text;
using Fixer.Iac;
using Fixer.Iac.CloudFormation;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>A stack that manages the record set, with the declaration in the template it was deployed from.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="LogicalId">The logical id, or <c>Group[index]</c>.</param>
/// <param name="Deployed">The declaration as deployed; null when the template cannot be read.</param>
internal sealed record StackHit(Stack Stack, string LogicalId, DeclaredRecord? Deployed);

/// <summary>Asks CloudFormation who manages a record set.</summary>
internal static class StackEvidence
{
    /// <summary>Stacks of the record's own account that list it.</summary>
    public static ImmutableArray<StackHit> Of(RecordSet record, RecordKey key, OrganizationInventory inventory) =>
        [.. inventory.Stacks.Where(s => s.AccountId == record.AccountId).SelectMany(s => HitsIn(s, record, key))];

    /// <summary>Template files, in any repository, with the content the stack was deployed from, that still hold the declaration.</summary>
    public static ImmutableArray<OwningSource> SourcesOf(StackHit hit, Sources sources) =>
    [
        .. from index in sources.Indexes
           from declared in index.Records
           where declared.Kind == SourceKind.CloudFormation && declared.Address == hit.LogicalId
           where CloudFormationTemplate.SameContent(index.Tree.Files[declared.Location.Path].Span, Encoding.UTF8.GetBytes(hit.Stack.TemplateBody))
           select new OwningSource(index.Tree.Repository, index.Tree.Commit, declared),
    ];

    private static IEnumerable<StackHit> HitsIn(Stack stack, RecordSet record, RecordKey key)
    {
        var listed = stack.Resources.Where(r => r.Type == "AWS::Route53::RecordSet" && DeclaredRecord.NormalName(r.PhysicalId) == record.Name).ToArray();
        var groups = stack.Resources.Where(r => r.Type == "AWS::Route53::RecordSetGroup").ToArray();
        if (listed.Length == 0 && groups.Length == 0)
            yield break;

        var deployed = Deployed(stack);
        foreach (var resource in listed)
        {
            // The physical id of a record set is its name alone: type and set identifier come from the template.
            var declaration = deployed.FirstOrDefault(d => d.Address == resource.LogicalId);
            if (declaration is null || !Contradicts(declaration, record))
                yield return new StackHit(stack, resource.LogicalId, declaration);
        }

        foreach (var group in groups)
        {
            foreach (var item in deployed.Where(d => d.Address.StartsWith(group.LogicalId + "[", StringComparison.Ordinal)))
            {
                if (SourceMatch.Of(item, key).Certainty == MatchCertainty.Certain)
                    yield return new StackHit(stack, item.Address, item);
            }
        }
    }

    private static bool Contradicts(DeclaredRecord declared, RecordSet live) =>
        (declared.Type is not null && declared.Type != live.Type)
        || (!declared.Unknown.Contains("set_identifier") && declared.SetIdentifier != live.Routing?.SetIdentifier)
        || (declared.ZoneId is not null && declared.ZoneId != live.ZoneId)
        || (declared.ZoneName is not null && declared.ZoneName != live.ZoneName);

    private static ImmutableArray<DeclaredRecord> Deployed(Stack stack)
    {
        var extension = stack.TemplateBody.AsSpan().TrimStart().StartsWith("{") ? "json" : "yaml";
        var files = ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty.Add($"deployed.{extension}", Encoding.UTF8.GetBytes(stack.TemplateBody));
        return CloudFormationSources.Read(new SourceTree(stack.Name, "", files)).Records;
    }
}
