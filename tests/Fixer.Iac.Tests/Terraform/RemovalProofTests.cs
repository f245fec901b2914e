using Fixer.Hcl;
using Fixer.Iac.Terraform;

namespace Fixer.Iac.Tests.Terraform;

/// <summary>The proof is only worth something if it fails when it should: here the "edit" is wrong on purpose.</summary>
public class RemovalProofTests
{
    const string Before = """
        locals {
          host = "a"
        }

        # nobody's

        # own
        resource "aws_route53_record" "target" {
          zone_id = "Z1"
          name    = "www"
          type    = "A"
        }

        resource "aws_route53_record" "other" {
          zone_id = "Z1"
          name    = local.host
          type    = "A"
        }

        """;

    const string Target = "# own\nresource \"aws_route53_record\" \"target\" {\n  zone_id = \"Z1\"\n  name    = \"www\"\n  type    = \"A\"\n}\n\n";

    [Test]
    public void Check_RightEdit_HasNoFailure() => Assert.That(Failure(Target), Is.Null);

    [TestCase("# nobody's\n\n" + Target, "more than the block", Description = "a comment that belongs to nobody")]
    [TestCase(Target + "resource", "more than the block", Description = "a part of the next block")]
    [TestCase("resource \"aws_route53_record\" \"other\" {\n  zone_id = \"Z1\"\n  name    = local.host\n  type    = \"A\"\n}\n", "more than the block", Description = "the wrong block")]
    public void Check_WrongEdit_Fails(string removed, string failure) => Assert.That(Failure(removed), Does.Contain(failure));

    [TestCase("local.host", "local.hast", "bytes outside")]
    [TestCase("\n", "\r\n", "bytes outside")]
    public void Check_ResultIsNotThatOfTheEdit_Fails(string old, string now, string failure) =>
        Assert.That(Failure(Target, after => after.Replace(old, now, StringComparison.Ordinal)), Does.Contain(failure));

    [Test]
    public void Check_AnotherFileHasChanged_Fails() =>
        Assert.That(Failure(Target, alsoAfter: "locals {\n  x = 2\n}\n"), Does.Contain("other blocks have changed: b.tf locals"));

    [Test]
    public void Check_ReferenceRemains_Fails() =>
        Assert.That(Failure(Target, also: "locals {\n  x = aws_route53_record.target.fqdn\n}\n"), Does.Contain("dangle in b.tf:2"));

    static string? Failure(string removed, Func<string, string>? tamper = null, string also = "locals {\n  x = 1\n}\n", string? alsoAfter = null)
    {
        var source = Before.Replace("\r\n", "\n", StringComparison.Ordinal);
        var tree = TerraformTree.Parse(TerraformCase.Tree(("a.tf", source), ("b.tf", also)));
        var module = tree.Modules[""];
        var declaration = module.Find("aws_route53_record.target")!;
        var start = source.IndexOf(removed, StringComparison.Ordinal);
        TextEdit[] edits = [new TextEdit(new TextSpan(start, start + removed.Length), "")];
        var result = source.Remove(start, removed.Length);
        var after = TerraformTree.Parse(TerraformCase.Tree(("a.tf", tamper?.Invoke(result) ?? result), ("b.tf", alsoAfter ?? also)));
        return RemovalProof.Check(module, after, declaration.File, (HclBlock)declaration.Item, declaration.Address, [.. edits]).Failure;
    }
}
