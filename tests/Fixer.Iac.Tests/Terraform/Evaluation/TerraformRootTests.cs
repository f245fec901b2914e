using System.Collections.Immutable;
using System.Text;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Tests.Terraform.Evaluation;

/// <summary>What a root module declares, and which literal yields each instance.</summary>
public class TerraformRootTests
{
    static RootEvaluation Evaluate(params (string Path, string Text)[] files) => Evaluate(new RootOptions(), files);

    static RootEvaluation Evaluate(RootOptions options, params (string Path, string Text)[] files) => TerraformRoot.Evaluate(
        ModuleFiles.Of(new SourceTree("acme/dns", "0", files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text)))),
        "",
        options);

    static string[] Addresses(RootEvaluation evaluation)
    {
        Assert.That(evaluation.Problems, Is.Empty);
        return [.. evaluation.Instances.Select(i => i.Address)];
    }

    static string? Yields(RootEvaluation evaluation, string address) => evaluation.Instances.Single(i => i.Address == address).YieldedBy?.ToString();

    const string RecordModule = """
        variable "zone_id" {}
        variable "records" {
          type = list(object({ name = string, type = string, ttl = optional(number, 300), records = list(string) }))
        }
        resource "aws_route53_record" "this" {
          for_each = { for r in var.records : join("_", [r.name, r.type]) => r }
          zone_id  = var.zone_id
          name     = each.value.name
          type     = each.value.type
          ttl      = each.value.ttl
          records  = each.value.records
        }
        """;

    [Test]
    public void Evaluate_ListPassedToAModule_YieldsAnInstanceForEachElement()
    {
        var evaluation = Evaluate(
            ("main.tf", """
                resource "aws_route53_zone" "main" {
                  name = "example.com"
                }
                module "records" {
                  source  = "./records"
                  zone_id = aws_route53_zone.main.zone_id
                  records = [
                    { name = "www", type = "A", records = ["192.0.2.1"] },
                    { name = "old", type = "CNAME", ttl = 60, records = ["gone.example.org"] },
                  ]
                }
                """),
            ("records/main.tf", RecordModule));
        Assert.That(Addresses(evaluation), Is.EqualTo(new[]
        {
            "aws_route53_zone.main", """module.records.aws_route53_record.this["old_CNAME"]""", """module.records.aws_route53_record.this["www_A"]""",
        }));
        Assert.That(Yields(evaluation, """module.records.aws_route53_record.this["old_CNAME"]"""), Is.EqualTo("""{ name = "old", type = "CNAME", ttl = 60, records = ["gone.example.org"] }"""));
        var (values, unknown) = KnownValues.Of(evaluation.Instances[2].Values);
        Assert.That(values.ToJsonString(), Is.EqualTo("""{"name":"www","records":["192.0.2.1"],"ttl":300,"type":"A"}"""));
        Assert.That(unknown, Is.EqualTo(new[] { "zone_id" }));
    }

    [Test]
    public void Evaluate_ModuleForEach_AddressesHaveBothKeys()
    {
        var evaluation = Evaluate(
            ("main.tf", """
                module "zone" {
                  for_each = { a = ["www"], b = ["www", "old"] }
                  source   = "./zone"
                  names    = each.value
                }
                """),
            ("zone/main.tf", """
                variable "names" { type = set(string) }
                resource "aws_route53_record" "this" {
                  for_each = var.names
                  name     = each.key
                }
                """));
        Assert.That(Addresses(evaluation), Is.EqualTo(new[]
        {
            """module.zone["a"].aws_route53_record.this["www"]""",
            """module.zone["b"].aws_route53_record.this["old"]""",
            """module.zone["b"].aws_route53_record.this["www"]""",
        }));
        Assert.That(evaluation.Instances.Select(i => i.YieldedBy!.ToString()), Is.EqualTo(new[] { "\"www\"", "\"old\"", "\"www\"" }));
    }

    [Test]
    public void Evaluate_SharedLiteral_YieldsNoneAlone()
    {
        var evaluation = Evaluate(("main.tf", """
            locals {
              names = toset(["a", "b"])
            }
            resource "aws_route53_record" "one" {
              for_each = local.names
              name     = each.key
            }
            resource "aws_route53_record" "two" {
              for_each = local.names
              name     = each.key
            }
            """));
        Assert.That(Addresses(evaluation), Has.Length.EqualTo(4));
        Assert.That(evaluation.Instances.Select(i => i.YieldedBy), Is.All.Null);
    }

    [Test]
    public void Evaluate_ValuesFiles_CountInTerraformsOrder()
    {
        (string, string)[] files =
        [
            ("main.tf", "variable \"n\" { default = \"default\" }\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = \"${var.n}-${terraform.workspace}\"\n}\n"),
            ("terraform.tfvars", "n = \"plain\"\n"),
            ("z.auto.tfvars", "n = \"auto\"\n"),
            ("prod.tfvars", "n = \"prod\"\n"),
        ];
        string Bucket(RootOptions options) => KnownValues.Of(Evaluate(options, files).Instances[0].Values).Values["bucket"]!.GetValue<string>();
        Assert.That(Bucket(new RootOptions()), Is.EqualTo("auto-default"));
        Assert.That(Bucket(new RootOptions { VarFiles = ["prod.tfvars"], Workspace = "live" }), Is.EqualTo("prod-live"));
    }

    [Test]
    public void Evaluate_OverridesJsonAndCount_AreAsTerraformHasThem()
    {
        var evaluation = Evaluate(
            ("main.tf", "resource \"aws_s3_bucket\" \"b\" {\n  count  = 2\n  bucket = \"b${count.index}\"\n  acl    = \"private\"\n}\n"),
            ("main_override.tf", "resource \"aws_s3_bucket\" \"b\" {\n  acl = \"log\"\n}\n"),
            ("more.tf.json", """{ "resource": { "aws_s3_bucket": { "j": { "bucket": "${aws_s3_bucket.b[1].bucket}-json" } } } }"""));
        Assert.That(Addresses(evaluation), Is.EqualTo(new[] { "aws_s3_bucket.b[0]", "aws_s3_bucket.b[1]", "aws_s3_bucket.j" }));
        Assert.That(KnownValues.Of(evaluation.Instances[1].Values).Values.ToJsonString(), Is.EqualTo("""{"acl":"log","bucket":"b1"}"""));
        Assert.That(KnownValues.Of(evaluation.Instances[2].Values).Values.ToJsonString(), Is.EqualTo("""{"bucket":"b1-json"}"""));
    }

    [Test]
    public void Evaluate_BlocksAndDynamicBlocks_AreTuplesOfObjects()
    {
        var evaluation = Evaluate(("main.tf", """
            resource "aws_cloudfront_distribution" "d" {
              enabled = true
              origin {
                domain_name = "a.example.com"
                origin_id   = aws_s3_bucket.b.id
              }
              dynamic "origin" {
                for_each = ["x", "y"]
                content {
                  domain_name = "${origin.value}${origin.key}.example.com"
                }
              }
              lifecycle {
                prevent_destroy = true
              }
            }
            resource "aws_s3_bucket" "b" {}
            """));
        var (values, unknown) = KnownValues.Of(evaluation.Instances[0].Values);
        Assert.That(values.ToJsonString(), Is.EqualTo("""{"enabled":true,"origin":[{"domain_name":"a.example.com"},{"domain_name":"x0.example.com"},{"domain_name":"y1.example.com"}]}"""));
        Assert.That(unknown, Is.EqualTo(new[] { "origin[0].origin_id" }));
    }

    [TestCase("resource \"a_b\" \"c\" {\n  for_each = toset(data.x_y.z.names)\n}\n", "a_b.c: for_each is not known before the provider is asked")]
    [TestCase("resource \"a_b\" \"c\" {\n  count = a_b.d.size\n}\nresource \"a_b\" \"d\" {}\n", "a_b.c: count is not known before the provider is asked")]
    [TestCase("module \"m\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n}\n", "module.m: the module terraform-aws-modules/vpc/aws is not in this repository")]
    [TestCase("module \"m\" {\n  source = \"../../m\"\n}\n", "module.m: the module ../../m is outside the repository")]
    [TestCase("module \"m\" {\n  source = \"./gone\"\n}\n", "module.m: there is no module in ./gone")]
    [TestCase("module \"m\" {\n  source = \".//\"\n}\n", "module.m: the module .// calls itself")]
    [TestCase("locals {\n  a = local.b\n  b = local.a\n}\nresource \"a_b\" \"c\" {\n  count = local.a\n}\n", "a_b.c: count is not known before the provider is asked")]
    [TestCase("resource \"a_b\" \"c\" {\n  for_each = [\"x\"]\n}\n", "a_b.c: for_each is neither a map nor a set of strings, but a tuple([string])")]
    public void Evaluate_WhatCannotBeTold_IsIncompleteWithItsReason(string source, string expected) =>
        Assert.That(Evaluate(("main.tf", source)).Incomplete.Select(i => $"{i.Address}: {i.Reason}"), Is.EqualTo(new[] { expected }));

    [Test]
    public void Evaluate_DataFiles_AreReadFromTheRootsFolder()
    {
        var evaluation = Evaluate(
            ("main.tf", """
                resource "aws_route53_record" "r" {
                  for_each = { for r in yamldecode(file("${path.module}/records.yaml")) : r.name => r }
                  name     = each.key
                }
                resource "aws_route53_record" "gone" {
                  count = fileexists("nothing.json") ? 1 : 0
                }
                """),
            ("records.yaml", "- name: www\n- name: old\n"));
        Assert.That(Addresses(evaluation), Is.EqualTo(new[] { """aws_route53_record.r["old"]""", """aws_route53_record.r["www"]""" }));
    }

    [Test]
    public void Evaluate_BrokenFile_LeavesTheOthersUsable()
    {
        var evaluation = Evaluate(("broken.tf", "resource \"a_b\" {\n  x = [\n"), ("main.tf", "resource \"a_b\" \"c\" {}\n"));
        Assert.That(evaluation.Instances.Select(i => i.Address), Does.Contain("a_b.c"));
        Assert.That(evaluation.Problems, Is.Not.Empty);
    }
}
