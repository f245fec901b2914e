using System.Text.Json;
using CsCheck;
using Fixer.Inventory;
using Fixer.Testing;

namespace Fixer.Tests.Inventory;

/// <summary>A record set is deleted only when it equals what was planned, and restored from what was written down: both must be exact.</summary>
public sealed class RecordSetTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["abz09.*-_/\\\"' \u00e9\u2028\t"], 0, 12];

    private static readonly Gen<RecordSet> Records =
        from texts in Text.Array[10]
        from values in Text.Array[0, 3]
        from ttl in Gen.Long[0, int.MaxValue]
        from kind in Gen.Int[0, 3]
        from flag in Gen.Bool
        select new RecordSet(
            texts[0], texts[1], texts[2], flag, texts[3], texts[4],
            kind == 0 ? null : ttl,
            [.. values],
            kind == 0 ? new AliasTarget(texts[5], texts[6], flag) : null,
            kind == 1 ? new RoutingPolicy(texts[7], "weighted", texts[8], flag ? null : texts[9]) : null);

    [Test]
    public void Json_WrittenAndRead_IsTheSameRecord() => Records.Sample(record =>
        record.Equals(JsonSerializer.Deserialize<RecordSet>(JsonSerializer.Serialize(record, Json.Compact), Json.Compact))
        && record.Equals(JsonSerializer.Deserialize<RecordSet>(JsonSerializer.Serialize(record, Json.Indented), Json.Indented)));

    [Test]
    public void Equals_SameContentInAnotherArray_IsEqualWithEqualHashCodes() => Records.Sample(record =>
    {
        var copy = record with { Values = [.. record.Values.ToArray()] };
        return record.Equals(copy) && record.GetHashCode() == copy.GetHashCode();
    });

    /// <summary>Whatever differs, the live record is not the planned one and is left alone.</summary>
    [Test]
    public void Equals_AnyOneDifference_IsNotEqual()
    {
        var record = A.Record("www.example.com", "A", "52.0.0.1", "52.0.0.2").Weighted("blue");
        var alias = A.Alias("www.example.com", "A", "s3-website-us-east-1.amazonaws.com");
        RecordSet[] others =
        [
            record with { AccountId = A.OtherTeam },
            record with { ZoneId = "Z2" },
            record with { ZoneName = "example.org" },
            record with { IsPrivateZone = true },
            record with { Name = "www2.example.com" },
            record with { Type = "AAAA" },
            record with { Ttl = 60 },
            record with { Ttl = null },
            record with { Values = ["52.0.0.1"] },
            record with { Values = ["52.0.0.1", "52.0.0.3"] },
            record with { Values = ["52.0.0.2", "52.0.0.1"] },
            record with { Values = [] },
            record with { Alias = alias.Alias },
            record with { Routing = null },
            record with { Routing = record.Routing! with { SetIdentifier = "green" } },
            record with { Routing = record.Routing! with { Policy = "latency" } },
            record with { Routing = record.Routing! with { Value = "0" } },
            record with { Routing = record.Routing! with { HealthCheckId = "h" } },
        ];
        Assert.Multiple(() =>
        {
            Assert.That(others, Has.None.EqualTo(record));
            Assert.That(alias with { Alias = alias.Alias! with { EvaluateTargetHealth = true } }, Is.Not.EqualTo(alias));
            Assert.That(alias with { Alias = alias.Alias! with { HostedZoneId = "Z0" } }, Is.Not.EqualTo(alias));
            Assert.That(alias with { Alias = alias.Alias! with { DnsName = "s3-website-eu-west-1.amazonaws.com" } }, Is.Not.EqualTo(alias));
        });
    }

    /// <summary>Fingerprints, journal and exemptions go by the resource id: two record sets must never share one.</summary>
    [Test]
    public void Resource_RecordsThatAwsKeepsApart_HaveDifferentIds()
    {
        var www = A.Record("www.example.com", "A", "52.0.0.1");
        RecordSet[] records =
        [
            www,
            www with { Type = "AAAA" },
            www with { AccountId = A.OtherTeam },
            www.In(A.Zone(id: "Z2EXAMPLE")),
            www.Weighted("blue"),
            www.Weighted("green"),
            www.Weighted(""),
            // A slash is allowed in names and set identifiers (RFC 2317); names are lower case, types upper case.
            www.Weighted("x/CNAME"),
            A.Record("www.example.com/a/x", "CNAME", "t"),
            A.Record("www.example.com/a", "CNAME", "t"),
        ];
        Assert.That(records.Select(r => r.Resource), Is.Unique);
    }

    [Test]
    public void FindRecord_AmongSiblings_IsExactlyTheOne()
    {
        var (blue, green) = (A.Record("www.example.com", "A", "52.0.0.1").Weighted("blue"), A.Record("www.example.com", "A", "52.0.0.1").Weighted("green"));
        var inventory = An.Inventory(blue, green, blue with { Routing = null });
        Assert.Multiple(() =>
        {
            Assert.That(inventory.FindRecord(green.Resource), Is.EqualTo(green));
            Assert.That(inventory.FindRecord(green.Resource with { AccountId = A.OtherTeam }), Is.Null);
        });
    }

    [Test]
    public void IsZoneApex_OnlyTheZonesOwnNsAndSoa() => Assert.Multiple(() =>
    {
        Assert.That(A.Record("example.com", "NS", "ns").IsZoneApex, Is.True);
        Assert.That(A.Record("example.com", "SOA", "soa").IsZoneApex, Is.True);
        Assert.That(A.Record("example.com", "A", "52.0.0.1").IsZoneApex, Is.False);
        Assert.That(A.Record("sub.example.com", "NS", "ns").IsZoneApex, Is.False, "a delegation is not the apex");
    });
}
