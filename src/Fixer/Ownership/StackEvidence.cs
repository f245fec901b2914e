using System.Collections.Immutable;
using System.Text;
using Fixer.Iac;
using Fixer.Iac.CloudFormation;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>A stack that manages the record set, with the declaration in the template it was deployed from.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="LogicalId">The logical id, or <c>Group[index]</c>.</param>
/// <param name="Doubt">Why it may be another record of that name that the stack manages; null when it is this one.</param>
internal sealed record StackHit(Stack Stack, string LogicalId, string? Doubt);

/// <summary>Asks CloudFormation who manages a record set.</summary>
internal static class StackEvidence
{
    private const string RecordSet = "AWS::Route53::RecordSet";
    private const string RecordSetGroup = "AWS::Route53::RecordSetGroup";

    /// <summary>Stacks of the record's own account that list it.</summary>
    public static ImmutableArray<StackHit> Of(RecordSet record, OrganizationInventory inventory) =>
        [.. Stacks(record, inventory).SelectMany(s => HitsIn(s, record, inventory))];

    /// <summary>What stacks of the account hold without its being seen: groups that cannot be read, and items whose name is computed.</summary>
    public static IEnumerable<Evidence> Hidden(RecordSet record, OrganizationInventory inventory) =>
        from stack in Stacks(record, inventory)
        let deployed = Deployed(stack)
        from @group in stack.Resources.Where(r => r.Type == RecordSetGroup)
        let items = ItemsOf(@group, deployed)
        where items.Length == 0 || items.Any(i => i.Name is null && !Contradicts(i, record))
        select new Evidence(EvidenceKind.PossibleSource, $"{@group.LogicalId} of stack {stack.Name} may manage it; its record sets cannot all be told from the template.", stack.Arn);

    /// <summary>Template files, in any repository, with the content the stack was deployed from, that still hold the declaration.</summary>
    public static ImmutableArray<OwningSource> SourcesOf(StackHit hit, Sources sources) =>
    [
        .. from index in sources.Indexes
           from declared in index.Records
           where declared.Kind == SourceKind.CloudFormation && declared.Address == hit.LogicalId
           where CloudFormationTemplate.SameContent(index.Tree.Files[declared.Location.Path].Span, hit.Stack.TemplateBody)
           select new OwningSource(index.Tree.Repository, index.Tree.Commit, declared),
    ];

    /// <summary>Stacks, of any account, that were deployed from the same template; the stack itself is one of them.</summary>
    public static ImmutableArray<Stack> Sharing(Stack stack, OrganizationInventory inventory) =>
        [.. inventory.Stacks.Where(s => CloudFormationTemplate.SameContent(Encoding.UTF8.GetBytes(s.TemplateBody), stack.TemplateBody))];

    private static IEnumerable<Stack> Stacks(RecordSet record, OrganizationInventory inventory) => inventory.Stacks.Where(s => s.AccountId == record.AccountId);

    private static IEnumerable<StackHit> HitsIn(Stack stack, RecordSet record, OrganizationInventory inventory)
    {
        var listed = stack.Resources.Where(r => r.Type == RecordSet && DeclaredRecord.NormalName(r.PhysicalId) == record.Name).ToArray();
        var groups = stack.Resources.Where(r => r.Type == RecordSetGroup).ToArray();
        if (listed.Length == 0 && groups.Length == 0)
            yield break;

        var deployed = Deployed(stack);
        foreach (var resource in listed)
        {
            // The physical id of a record set is its name alone: type, zone and set identifier come from the template.
            var declaration = deployed.FirstOrDefault(d => d.Address == resource.LogicalId);
            if (declaration is null || !Contradicts(declaration, record))
                yield return new StackHit(stack, resource.LogicalId, Doubt(declaration, record, inventory));
        }

        foreach (var item in groups.SelectMany(g => ItemsOf(g, deployed)).Where(i => i.Name == record.Name && !Contradicts(i, record)))
            yield return new StackHit(stack, item.Address, Doubt(item, record, inventory));
    }

    /// <summary>What the template leaves open must be settled by there being only one such record in the account.</summary>
    private static string? Doubt(DeclaredRecord? declared, RecordSet record, OrganizationInventory inventory)
    {
        var fitting = inventory.Records.Where(r => r.AccountId == record.AccountId && r.Name == record.Name && (declared is null || !Contradicts(declared, r))).ToArray();
        if (fitting.Length > 1)
            return $"the template does not tell which of {string.Join(", ", fitting.Select(f => f.Resource.Id))} it is";
        var settled = declared is { ZoneId: not null, Unknown: var unknown } && !unknown.Contains("zone") && !unknown.Contains("type") && !unknown.Contains("set_identifier");
        var gap = inventory.Gaps.FirstOrDefault(g => g.AccountId == record.AccountId && g.Service is "route53" or "*");
        return settled || gap is null ? null : $"another record of that name may be where Fixer could not look: {gap}";
    }

    private static bool Contradicts(DeclaredRecord declared, RecordSet live) =>
        (declared.Type is not null && declared.Type != live.Type)
        || (!declared.Unknown.Contains("set_identifier") && declared.SetIdentifier != live.Routing?.SetIdentifier)
        || (!declared.Unknown.Contains("zone") && (
            (declared.ZoneId is not null && declared.ZoneId != live.ZoneId)
            || (declared.ZoneName is not null && declared.ZoneName != live.ZoneName)
            || (declared.PrivateZone is { } isPrivate && isPrivate != live.IsPrivateZone)));

    private static DeclaredRecord[] ItemsOf(StackResource @group, ImmutableArray<DeclaredRecord> deployed) =>
        [.. deployed.Where(d => d.Address.StartsWith(@group.LogicalId + "[", StringComparison.Ordinal))];

    private static ImmutableArray<DeclaredRecord> Deployed(Stack stack)
    {
        var extension = stack.TemplateBody.AsSpan().TrimStart().StartsWith("{") ? "json" : "yaml";
        var files = ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty.Add($"deployed.{extension}", Encoding.UTF8.GetBytes(stack.TemplateBody));
        return CloudFormationSources.Read(new SourceTree(stack.Name, "", files)).Records;
    }
}
