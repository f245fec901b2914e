using System.Collections.Immutable;
using System.Text;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Tests.Terraform.Evaluation;

/// <summary>Root modules that nobody wrote in earnest: each ends soon, says what is wrong, and throws nothing.</summary>
[CancelAfter(30_000)]
public class HostileRootTests
{
    static RootEvaluation Evaluate(params (string Path, string Text)[] files) => TerraformRoot.Evaluate(
        ModuleFiles.Of(new SourceTree("acme/dns", "0", files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text)))),
        "");

    [TestCase("locals {\n  a = local.a\n}\nresource \"a_b\" \"c\" {\n  x = local.a\n}\n", "TF021")]
    [TestCase("resource \"a_b\" \"c\" {\n  x = a_b.d.x\n}\nresource \"a_b\" \"d\" {\n  x = a_b.c.x\n}\n", "TF021")]
    [TestCase("resource \"a_b\" \"c\" {\n  count = length(a_b.c)\n}\n", "TF021")]
    [TestCase("resource \"a_b\" \"c\" {\n  for_each = a_b.c\n}\n", "TF021")]
    [TestCase("module \"m\" {\n  source = \"./m\"\n  in = module.m.out\n}\n", "TF021")]
    public void Evaluate_WhatRefersToItself_IsSaid(string source, string code)
    {
        var evaluation = Evaluate(("main.tf", source), ("m/main.tf", "variable \"in\" {}\noutput \"out\" {\n  value = var.in\n}\nresource \"a_b\" \"x\" {\n  x = var.in\n}\n"));
        Assert.That(evaluation.Problems.Select(p => p.Code), Does.Contain(code));
    }

    [Test]
    public void Evaluate_ModulesThatCallEachOther_AreIncomplete()
    {
        var evaluation = Evaluate(
            ("main.tf", "module \"a\" {\n  source = \"./a\"\n}\n"),
            ("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n"),
            ("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n"));
        Assert.That(evaluation.Incomplete.Select(i => i.Reason), Is.EqualTo(new[] { "the module ../a calls itself" }));
    }

    [TestCase("count = 1000000000")]
    [TestCase("count = 1e30")]
    [TestCase("count = -1")]
    [TestCase("count = 0.5")]
    [TestCase("for_each = toset([for i in setproduct(range(1000), range(1000), range(1000)) : i])")]
    [TestCase("for_each = { for i in range(2000) : i => [for j in range(2000) : [for k in range(2000) : k]] }")]
    public void Evaluate_MoreThanAnyMachineHas_IsIncomplete(string repetition)
    {
        var evaluation = Evaluate(("main.tf", $"resource \"a_b\" \"c\" {{\n  {repetition}\n}}\n"));
        Assert.That(evaluation.Instances, Is.Empty);
        Assert.That(evaluation.Incomplete.Select(i => i.Address), Is.EqualTo(new[] { "a_b.c" }));
    }

    /// <summary>Twelve modules, each called ten times by the one before, are a million million instances.</summary>
    [Test]
    public void Evaluate_ModulesThatMultiply_EndAndAreSaid()
    {
        var files = Enumerable.Range(1, 12).Select(i => ($"m{i}/main.tf", $"resource \"a_b\" \"c\" {{}}\nmodule \"m\" {{\n  count  = 10\n  source = \"../m{i + 1}\"\n}}\n"));
        var evaluation = Evaluate([("main.tf", "module \"m\" {\n  source = \"./m1\"\n}\n"), .. files, ("m13/main.tf", "resource \"a_b\" \"c\" {}\n")]);
        Assert.That(evaluation.Instances.Length, Is.AtMost(250_000));
        Assert.That(evaluation.Incomplete, Is.Not.Empty);
    }

    [Test]
    public void Evaluate_TenThousandElementsThatReferToEachOther_AreListedInTime()
    {
        var elements = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"    \"k{i}\",\n"));
        var evaluation = Evaluate(
            ("main.tf", $$"""
                locals {
                  names = toset([
                {{elements}}  ])
                }
                resource "aws_route53_zone" "z" {
                  for_each = local.names
                  name     = "${each.key}.example.com"
                }
                module "m" {
                  for_each = local.names
                  source   = "./m"
                  name     = aws_route53_zone.z[each.key].name
                }
                resource "aws_s3_bucket" "b" {
                  for_each = aws_route53_zone.z
                  bucket   = module.m[each.key].name
                }
                """),
            ("m/main.tf", "variable \"name\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = var.name\n}\noutput \"name\" {\n  value = var.name\n}\n"));
        Assert.That(evaluation.Problems, Is.Empty);
        Assert.That(evaluation.Instances, Has.Length.EqualTo(30_000));
        Assert.That(KnownValues.Of(evaluation.Instances.Single(i => i.Address == "aws_s3_bucket.b[\"k77\"]").Values).Values["bucket"]!.GetValue<string>(), Is.EqualTo("k77.example.com"));
    }

    /// <summary>A chain of locals as long as a file allows, from the far end.</summary>
    [Test]
    public void Evaluate_LongChainOfLocals_Ends()
    {
        var chain = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"  l{i} = local.l{i + 1}\n"));
        var evaluation = Evaluate(("main.tf", $"locals {{\n{chain}  l50000 = 1\n}}\nresource \"a_b\" \"c\" {{\n  count = local.l0\n}}\n"));
        Assert.That(evaluation.Instances.Length + evaluation.Incomplete.Length, Is.EqualTo(1));
    }

    [Test]
    public void Evaluate_OverrideOfNothing_IsSaidAndDeclaresNothing()
    {
        var evaluation = Evaluate(("main.tf", "resource \"a_b\" \"c\" {}\n"), ("override.tf", "resource \"a_b\" \"d\" {}\nlocals {\n  x = 1\n}\n"));
        Assert.That(evaluation.Instances.Select(i => i.Address), Is.EqualTo(new[] { "a_b.c" }));
        Assert.That(evaluation.Problems.Select(p => $"{p.Path}:{p.Line} {p.Code}"), Is.EqualTo(new[] { "override.tf:1 TF013", "override.tf:3 TF013" }));
    }

    [Test]
    public void Evaluate_OverriddenBlock_IsYieldedByNoSourceAlone()
    {
        var evaluation = Evaluate(("main.tf", "resource \"a_b\" \"c\" {}\n"), ("override.tf", "resource \"a_b\" \"c\" {\n  x = 1\n}\n"));
        Assert.That(evaluation.Instances.Single().YieldedBy, Is.Null);
    }
}
