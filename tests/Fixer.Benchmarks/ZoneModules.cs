using System.Text;
using Fixer.Iac;

namespace Fixer.Benchmarks;

/// <summary>
/// The same records as <see cref="Zones"/>, as organizations of that size write them: a module call for each of 94 zones with a list of objects,
/// and a module that turns the list into a map to repeat over. The same bytes on every run.
/// </summary>
static class ZoneModules
{
    const int ZoneCount = 94;
    const int RecordCount = 2250;

    /// <summary>A record in the middle.</summary>
    public const string Address = "module.example61_gov.aws_route53_record.this[\"r1001_CNAME\"]";

    const string Module = """
        variable "name" {
          type = string
        }

        variable "records" {
          type = list(object({
            name    = string
            type    = string
            ttl     = optional(number, 300)
            records = optional(list(string), [])
            alias = optional(object({
              name                   = string
              zone_id                = string
              evaluate_target_health = optional(bool, false)
            }))
          }))
        }

        locals {
          records = { for r in var.records : join("_", [r.name, r.type]) => r }
        }

        resource "aws_route53_zone" "this" {
          name = var.name
        }

        resource "aws_route53_record" "this" {
          for_each = local.records

          zone_id = aws_route53_zone.this.zone_id
          name    = "${each.value.name}.${var.name}"
          type    = each.value.type
          ttl     = each.value.alias == null ? each.value.ttl : null
          records = each.value.alias == null ? each.value.records : null

          dynamic "alias" {
            for_each = each.value.alias == null ? [] : [each.value.alias]

            content {
              name                   = alias.value.name
              zone_id                = alias.value.zone_id
              evaluate_target_health = alias.value.evaluate_target_health
            }
          }
        }

        output "name_servers" {
          value = aws_route53_zone.this.name_servers
        }

        """;

    /// <summary>The repository.</summary>
    public static SourceTree Tree() => Trees.Of("example/dns", ("main.tf", Root()), ("modules/zone/main.tf", Module));

    static string Root()
    {
        var text = new StringBuilder();
        for (var zone = 0; zone < ZoneCount; zone++)
        {
            text.Append($"module \"example{zone}_gov\" {{\n  source = \"./modules/zone\"\n  name   = \"example{zone}.gov\"\n\n  records = [\n");
            for (var record = zone; record < RecordCount; record += ZoneCount)
                Append(text, record);
            text.Append("  ]\n}\n\n");
        }

        return text.ToString();
    }

    static void Append(StringBuilder text, int record)
    {
        var (type, rest) = (record % 4) switch
        {
            0 => ("A", $"      alias = {{\n        name                   = \"d{record * 7919}.cloudfront.net.\"\n        zone_id                = \"Z2FDTNDATAQYW2\"\n        evaluate_target_health = false\n      }}\n"),
            1 => ("CNAME", $"      ttl  = 300\n      records = [\n        \"r{record}.elasticbeanstalk.example.org.\", # since 20{10 + record % 10}\n      ]\n"),
            2 => ("MX", "      ttl  = 3600\n      records = [\n        \"10 inbound-smtp.us-east-1.amazonaws.example.com.\",\n        \"20 backup-smtp.us-east-1.amazonaws.example.com.\",\n        \"30 last-resort.us-east-1.amazonaws.example.com.\",\n      ]\n"),
            _ => ("TXT", $"      ttl  = 86400\n      records = [\n        \"v=spf1 ip4:192.0.2.{record % 256} include:_spf.example.com -all\",\n        \"site-verification={record * 104729}\",\n      ]\n"),
        };
        text.Append($"    # Ask the owners of r{record} first.\n    {{\n      name = \"r{record}\"\n      type = \"{type}\"\n{rest}    }},\n");
    }
}
