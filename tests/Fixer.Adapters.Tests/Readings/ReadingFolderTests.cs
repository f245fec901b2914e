using System.Text.Json;
using Fixer.Adapters.Readings;
using Fixer.Iac.Readings;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Readings;

/// <summary>What comes back is what was kept, or nothing: a reading that lost something on the way would hide an owner.</summary>
public sealed class ReadingFolderTests
{
    private const string Code = """
        terraform {
          backend "s3" {
            bucket = "states"
            key    = var.key
          }
        }

        variable "records" {
          default = ["www"]
        }

        resource "aws_lb" "main" {}

        resource "aws_s3_bucket" "b" {
          bucket = "b"
        }

        resource "aws_route53_record" "all" {
          for_each = toset(var.records)
          zone_id  = "Z1"
          name     = each.key
          type     = "CNAME"
          records  = ["a.example", aws_lb.main.dns_name]
        }

        resource "aws_route53_record" "unsure" {
          for_each = var.missing
          zone_id  = each.value
          name     = each.key
        }
        """;

    [Test]
    public void Find_AfterKeep_IsTheSame()
    {
        using var folder = new TemporaryFolder();
        var store = new ReadingFolder(folder.File("readings"));
        var tree = A.Tree("acme/dns", ("main.tf", Code), ("prod.tfvars", "records = [\"api\"]\n"));
        var reader = new SourceReader(store);
        var index = reader.Index(reader.Backends(tree), new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>> { [""] = ["default", "x"] });

        var kept = store.Find("acme/dns")!;

        Assert.That(index.Records, Has.Length.GreaterThan(3));
        Assert.That(JsonSerializer.Serialize(kept.Reading, Json.Compact), Is.EqualTo(JsonSerializer.Serialize(index.Reading, Json.Compact)));
        Assert.That(kept.Reading!.Records.Select(r => (r.Address, r.Deployment!.ToString(), r.Place, string.Join(' ', r.Unknown), r.PointsAt.Length)), Is.EqualTo(index.Records.Select(r => (r.Address, r.Deployment!.ToString(), r.Place, string.Join(' ', r.Unknown), r.PointsAt.Length))));
        Assert.That(kept.Backends.Single().Backend["bucket"].Value, Is.EqualTo("states"));
        Assert.That(kept.Backends.Single().Backend["key"].WhyUnknown, Is.Not.Null);
    }

    [TestCase("")]
    [TestCase("{\"content\":\"x\"")]
    [TestCase("{\"content\":\"x\",\"more\":1}")]
    [TestCase("null")]
    public void Find_WhatIsBroken_IsNothing(string content)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("acme"));
        File.WriteAllText(Path.Combine(folder.File("acme"), "dns.json"), content);

        Assert.That(new ReadingFolder(Path.GetDirectoryName(folder.File("acme"))!).Find("acme/dns"), Is.Null);
    }
}
