using System.Collections.Immutable;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Reads record sets out of a template's resources.</summary>
static class RecordReading
{
    public const string RecordSet = "AWS::Route53::RecordSet";
    public const string RecordSetGroup = "AWS::Route53::RecordSetGroup";
    const string HostedZone = "AWS::Route53::HostedZone";

    /// <summary>Every record set of the template, in the order of the file, and the groups whose list cannot be seen.</summary>
    public static (ImmutableArray<DeclaredRecord> Records, ImmutableArray<SourceProblem> Problems) Read(CloudFormationTemplate template)
    {
        var records = ImmutableArray.CreateBuilder<DeclaredRecord>();
        var problems = ImmutableArray.CreateBuilder<SourceProblem>();
        foreach (var resource in template.Resources)
        {
            if (resource.Type == RecordSet)
                records.Add(Record(template, resource.LogicalId, resource.Location, new Properties(resource.Properties, resource.InForEach), default, resource.InForEach));
            else if (resource.Type == RecordSetGroup && Items(resource) is { } items)
                records.AddRange(items.Items.Select((item, i) => Item(template, resource, item, i)));
            else if (resource.Type == RecordSetGroup)
                problems.Add(TemplateProblems.At(template.Path, template.Text, resource.Entry.Key.Span.Start, TemplateProblems.UnclearResource, $"The record sets of '{resource.LogicalId}' are not written as a list."));
        }

        return (records.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The list of a group, or null if it is computed or missing.</summary>
    public static DocumentSequence? Items(TemplateResource group) =>
        (group.Properties as DocumentMapping)?.Find("RecordSets") is DocumentSequence { Tag: null } list ? list : null;

    public static string AddressOf(TemplateResource group, int index) => $"{group.LogicalId}[{index}]";

    static DeclaredRecord Item(CloudFormationTemplate template, TemplateResource group, DocumentNode item, int index) => Record(
        template,
        AddressOf(group, index),
        ResourceSection.Lines(template.Path, template.Text, item.Span.Length > 0 ? item.Span : group.Entry.Span),
        new Properties(item, group.InForEach),
        new Properties(group.Properties, group.InForEach),
        group.InForEach);

    static DeclaredRecord Record(CloudFormationTemplate template, string address, SourceLocation location, Properties own, Properties group, bool inForEach)
    {
        var unknown = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var zone = Zone(template, own);
        // A group says the zone once for all its items.
        if (zone == default && !group.IsEmpty)
            zone = Zone(template, group);
        if (zone.Unknown)
            unknown.Add("zone");
        var name = Known(own.Text("Name"), "name");
        var type = Known(own.Text("Type"), "type");
        var set = Known(own.Text("SetIdentifier"), "set_identifier");
        var targets = Targets(own, inForEach);
        if (targets is null)
            unknown.Add("targets");
        return new DeclaredRecord(
            SourceKind.CloudFormation,
            address,
            location,
            zone.Name,
            zone.Id,
            zone.Private,
            name is null ? null : DeclaredRecord.NormalName(name),
            type?.ToUpperInvariant(),
            set,
            targets ?? [],
            unknown.ToImmutable());

        string? Known(Literal value, string what)
        {
            if (value.Unknown)
                unknown.Add(what);
            return value.Value;
        }
    }

    static ImmutableArray<string>? Targets(Properties own, bool inForEach)
    {
        var (alias, aliasHidden) = own.Nested("AliasTarget");
        var (records, recordsHidden) = own.Get("ResourceRecords");
        if (aliasHidden || recordsHidden)
            return null;
        if (!alias.IsEmpty)
        {
            var name = alias.Text("DNSName");
            return name.Unknown ? null : name.Value is null ? [] : [DeclaredRecord.NormalName(name.Value)];
        }

        if (records is null)
            return [];
        if (records is not DocumentSequence { Tag: null } list)
            return null;
        var values = list.Items.Where(i => !Literal.IsNoValue(i)).Select(i => Literal.Of(i, inForEach)).ToArray();
        // Half a list would look like the whole one.
        return values.Any(v => v.Value is null) ? null : [.. values.Select(v => DeclaredRecord.NormalName(v.Value!))];
    }

    static ZoneReading Zone(CloudFormationTemplate template, Properties properties)
    {
        var name = properties.Text("HostedZoneName");
        var (idNode, idHidden) = properties.Get("HostedZoneId");
        if (Intrinsic.Of(idNode) is { } call && call.Target() is { Attribute: null or "Id" } target && CloudFormationTemplate.FindResource(template, target.Name) is { Type: HostedZone } resource)
            return InTemplate(resource);
        var id = properties.Text("HostedZoneId");
        return new ZoneReading(
            name.Value is null ? null : DeclaredRecord.NormalName(name.Value),
            id.Value?[(id.Value.LastIndexOf('/') + 1)..],
            null,
            idHidden || id.Unknown || name.Unknown);
    }

    static ZoneReading InTemplate(TemplateResource zone)
    {
        var properties = new Properties(zone.Properties, zone.InForEach);
        var name = properties.Text("Name");
        var (vpcs, hidden) = properties.Get("VPCs");
        bool? isPrivate = hidden ? null : vpcs switch
        {
            null => false,
            DocumentSequence { Tag: null } list when list.Items.Any(i => i is DocumentMapping { Tag: null } && Intrinsic.Of(i) is null) => true,
            _ => null,
        };
        return name.Value is null
            ? new ZoneReading(null, null, isPrivate, true)
            : new ZoneReading(DeclaredRecord.NormalName(name.Value), null, isPrivate, false);
    }

    readonly record struct ZoneReading(string? Name, string? Id, bool? Private, bool Unknown);
}
