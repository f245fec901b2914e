using System.Collections.Immutable;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;

namespace Fixer.Testing;

/// <summary>Owners, owned findings and settings for tests.</summary>
public static class PlanningNouns
{
    public const string Playbook = "dns-dangling-record";

    public static Owner Owner(OwnerKind kind, RefusalCode? obstacle = null, bool source = true) => new(
        kind,
        kind is OwnerKind.Unknown or OwnerKind.Conflict ? "" : "acme/dns",
        source && kind is OwnerKind.Terraform or OwnerKind.CloudFormation ? Source() : null,
        [new Evidence(EvidenceKind.Source, "It declares the record.", "acme/dns main.tf:1")],
        obstacle is { } code ? new Refusal(code, "Something stands in the way.") : null);

    public static OwningSource Source() => new("acme/dns", "c0ffee", new DeclaredRecord(
        SourceKind.Terraform, "aws_route53_record.www", new SourceLocation("main.tf", 1, 7), "example.com", null, false, "www", "CNAME", null, ["t"], ["targets", "zone"]));

    public static OwnedFinding OwnedBy(this RecordSet record, OwnerKind kind, RefusalCode? obstacle = null, bool source = true, Refusal? blocked = null, Severity severity = Severity.Critical) =>
        new(A.Finding(record, severity, blocked), Owner(kind, obstacle, source));

    public static Settings Settings(PlaybookMode mode = PlaybookMode.Enforce, int cap = 20, params Exemption[] exemptions) =>
        new(ImmutableDictionary<string, PlaybookSettings>.Empty.Add(Playbook, new PlaybookSettings(mode, cap)), [.. exemptions], [A.Domain]);
}
