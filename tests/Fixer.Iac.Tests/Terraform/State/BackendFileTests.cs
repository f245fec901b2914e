using Fixer.Iac.Terraform;

namespace Fixer.Iac.Tests.Terraform.State;

/// <summary>Backends in JSON, and those that files complete.</summary>
public class BackendFileTests
{
    const string Partial = "terraform {\n  backend \"s3\" {\n    bucket = \"states\"\n  }\n}\n";

    [Test]
    public void Backends_InJson_AreRead() => Assert.That(
        Backends(("a/main.tf.json", """{"terraform": {"required_version": "> 1", "backend": {"s3": {"bucket": "states", "key": "a", "assume_role": {"role_arn": "x"}}}}}""")),
        Is.EqualTo(new[] { "a s3://states/a" }));

    [Test]
    public void Backends_InJsonOverride_TakeThePlaceOfOthers() => Assert.That(
        Backends(("a/main.tf", Partial), ("a/override.tf.json", """{"terraform": [{"backend": {"s3": {"bucket": "other", "key": "b"}}}]}""")),
        Is.EqualTo(new[] { "a s3://other/b" }));

    [Test]
    public void Backends_InBothSyntaxes_AreNotChosenBetween() => Assert.That(
        Backends(("a/main.tf", Partial), ("a/more.tf.json", """{"terraform": {"backend": {"s3": {"bucket": "other", "key": "b"}}}}""")),
        Is.Empty);

    [Test]
    public void Backends_OfBrokenJson_AreNotSaidToBeLocal() => Assert.That(Backends(("a/main.tf", "locals {}\n"), ("a/more.tf.json", "{")), Is.Empty);

    [TestCase("a/prod.tfbackend", "key = \"prod\"\n")]
    [TestCase("a/prod.tfbackend.json", """{"key": "prod"}""")]
    public void Backends_ThatOneFileCompletes_AreKnown(string path, string content) =>
        Assert.That(Backends(("a/main.tf", Partial), (path, content), ("b/main.tf", Partial)), Is.EqualTo(new[] { "a s3://states/prod", "b ?" }));

    [Test]
    public void Backends_ThatSeveralFilesComplete_AreEachPossible() => Assert.That(
        Backends(("a/main.tf", Partial), ("a/dev.tfbackend", "key = \"dev\"\n"), ("a/prod.tfbackend", "key = \"prod\"\n"), ("a/region.tfbackend", "region = \"x\"\n"), ("a/broken.tfbackend", "key = \n")),
        Is.EqualTo(new[] { "a s3://states/dev", "a s3://states/prod" }));

    [Test]
    public void Backends_WithAFileThatAScriptPasses_AreKnown() => Assert.That(
        Backends(
            ("a/main.tf", Partial),
            ("envs/prod.hcl", "key = \"prod\"\n"),
            ("deploy.sh", "terraform init -backend-config=\"../envs/prod.hcl\" -backend-config=../../../etc/passwd -backend-config=key=x -backend-config=$FILE -backend-config\n")),
        Is.EqualTo(new[] { "a s3://states/prod" }));

    [Test]
    public void Backends_ThatAreComplete_AreNotChanged() => Assert.That(
        Backends(("a/main.tf", Partial.Replace("bucket =", "key = \"own\"\n    bucket =", StringComparison.Ordinal)), ("a/prod.tfbackend", "key = \"prod\"\n")),
        Is.EqualTo(new[] { "a s3://states/own" }));

    static IEnumerable<string> Backends(params (string Path, string Content)[] files) =>
        TerraformSources.Backends(TerraformCase.Tree(files)).Select(b => $"{b.Folder} {b.Backend.Locate("default")?.ToString() ?? "?"}");
}
