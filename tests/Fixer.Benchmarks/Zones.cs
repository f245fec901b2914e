using System.Text;

namespace Fixer.Benchmarks;

/// <summary>A large root module, like those that declare the DNS of an organization: 2,250 records in 94 zones. The same bytes on every run.</summary>
static class Zones
{
    const int ZoneCount = 94;
    const int RecordCount = 2250;

    public static byte[] Source()
    {
        var text = new StringBuilder();
        for (var zone = 0; zone < ZoneCount; zone++)
            text.Append($"# Ask the owners of example{zone} first.\nresource \"aws_route53_zone\" \"example{zone}_gov\" {{\n  name = \"example{zone}.gov\"\n\n  tags = {{\n    Project = \"dns\"\n  }}\n}}\n\n");
        for (var record = 0; record < RecordCount; record++)
            Append(text, record);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static void Append(StringBuilder text, int record)
    {
        var zone = record % ZoneCount;
        text.Append($"resource \"aws_route53_record\" \"example{zone}_gov_r{record}\" {{\n  zone_id = aws_route53_zone.example{zone}_gov.zone_id\n  name    = \"r{record}.${{local.zones[\"example{zone}\"]}}.\"\n");
        text.Append((record % 4) switch
        {
            0 => $"  type    = \"A\"\n\n  alias {{\n    name                   = \"d{record * 7919}.cloudfront.net.\"\n    zone_id                = local.cloudfront_zone_id\n    evaluate_target_health = false\n  }}\n",
            1 => $"  type    = \"CNAME\"\n  ttl     = 300\n  records = [\"r{record}.example.org.\"] # since 20{10 + record % 10}\n",
            2 => "  type    = \"MX\"\n  ttl     = var.ttl\n  records = [\n    \"10 inbound.example.com.\",\n    \"20 backup.example.com.\",\n  ]\n",
            _ => $"  type    = \"TXT\"\n  ttl     = local.long ? 86400 : 60 * 5\n  records = [join(\" \", [\"v=spf1\", \"ip4:192.0.2.{record % 256}\", \"-all\"]), \"site-verification={record * 104729}\"]\n",
        });
        text.Append("}\n\n");
    }
}
