using System.Net;
using Fixer.Iac;

namespace Fixer.Inventory;

/// <summary>
/// The entries of the reverse index of record targets: under what a record is found, and what to look up when something is gone. A look-up may find a
/// record too many, never one too few: what is found is read again before anything follows from it.
/// </summary>
public static class TargetIndex
{
    /// <summary>What <paramref name="record"/> points at; nothing for records that point nowhere, such as TXT, and for a zone's own NS.</summary>
    public static IEnumerable<Target> Of(RecordSet record) => record switch
    {
        { IsZoneApex: true } => [],
        { Type: "NS" } => [new Target(TargetKind.Delegation, record.Name)],
        { Alias: { } alias } => OfHost(record, DeclaredRecord.NormalName(alias.DnsName)),
        { Type: "A" or "AAAA" } => record.Values.Select(Address).OfType<Target>(),
        { Type: "CNAME" } => record.Values.SelectMany(v => OfHost(record, DeclaredRecord.NormalName(v))),
        _ => [],
    };

    /// <summary>
    /// What pointed at <paramref name="gone"/>, which a call has just deleted. <paramref name="last"/> knows what calls do not say: the address behind an
    /// allocation, the name behind a zone's id.
    /// </summary>
    public static IEnumerable<Target> To(ResourceId gone, OrganizationInventory last) => gone.Type switch
    {
        "s3:bucket" => Parents(gone.Id).Select(p => "*." + p).Prepend(gone.Id).Select(n => new Target(TargetKind.Bucket, n)),
        "ec2:elastic-ip" when Address(gone.Id) is { } address => [address],
        "ec2:elastic-ip" or "ec2:network-interface" => Held(gone, last, a => a.Holder == gone.Id),
        // Which of the account's addresses an instance had is not in the inventory; all of them are looked at.
        "ec2:instance" => Held(gone, last, _ => true),
        "elasticloadbalancing:loadbalancer" => [new Target(TargetKind.LoadBalancer, $"{gone.Region}/{LoadBalancerName(gone.Id)}")],
        "route53:hostedzone" => last.Zones.Where(z => z.Id == gone.Id && z.AccountId == gone.AccountId).Select(z => new Target(TargetKind.Delegation, z.Name)),
        _ => [],
    };

    private static IEnumerable<Target> OfHost(RecordSet record, string host)
    {
        if (S3Endpoint.TryParse(host, out _))
        {
            var buckets = S3Endpoint.BucketsBehind(record);
            return (record.Name.StartsWith("*.", StringComparison.Ordinal) ? buckets.Append(record.Name) : buckets).Select(b => new Target(TargetKind.Bucket, b));
        }

        return LoadBalancerHost.TryParse(host, out var region, out var name)
            ? [new Target(TargetKind.LoadBalancer, $"{region}/{name}")]
            : [new Target(TargetKind.Host, host)];
    }

    private static IEnumerable<Target> Held(ResourceId gone, OrganizationInventory last, Predicate<PublicAddress> which) =>
        last.Addresses.Where(a => a.AccountId == gone.AccountId && a.Region == gone.Region && which(a)).Select(a => Address(a.Address)).OfType<Target>();

    private static Target? Address(string text) => IPAddress.TryParse(text, out var address) ? new Target(TargetKind.Address, address.ToString()) : null;

    // app/NAME/ID, net/NAME/ID or gwy/NAME/ID at the end of an ARN of version 2; in version 1 the name itself.
    private static string LoadBalancerName(string id) =>
        (id.StartsWith("arn:", StringComparison.Ordinal) ? id.Split('/') is [.., var name, _] ? name : id : id).ToLowerInvariant();

    private static IEnumerable<string> Parents(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
            yield return name[(dot + 1)..];
    }
}
