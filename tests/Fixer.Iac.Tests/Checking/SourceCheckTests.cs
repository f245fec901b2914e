using System.Text;
using CsCheck;
using Fixer.Iac.Checking;

namespace Fixer.Iac.Tests.Checking;

/// <summary>Each language is told by the file's name, or for templates by what is inside, and is read in its own way.</summary>
public class SourceCheckTests
{
    const string Template = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  B:\n    Type: AWS::S3::Bucket\n";

    [TestCase("main.tf", "a = 1\n")]
    [TestCase("main.tofu", "a = 1\n")]
    [TestCase("terraform.tfvars", "a = [1,\n2]\n")]
    [TestCase("x.tftest.hcl", "run \"a\" {\n}\n")]
    [TestCase("terragrunt.hcl", "\uFEFFinputs = {}\r\n")]
    [TestCase("main.tf.json", "{\"locals\": {\"a\": 1}}")]
    [TestCase("x.auto.tfvars.json", "{\"a\": 1}")]
    [TestCase("stack.yaml", Template)]
    [TestCase("stack.YML", "\uFEFF" + Template)]
    [TestCase("stack.template", "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\"}}}")]
    [TestCase("stack.json", "{\"Resources\": {\"ü\": {\"Type\": \"AWS::S3::Bucket\"}}}")]
    public void Of_GoodFile_IsReadAndWrittenBack(string path, string content)
    {
        var check = Check(path, content)!;

        Assert.That((check.IsParsed, check.IsRoundTripIdentical, check.Bytes), Is.EqualTo((true, true, Encoding.UTF8.GetByteCount(content))));
    }

    [TestCase("main.tf", "a = 1\nb = = 2\n", 2, 5, "HCL020")]
    [TestCase("main.tofu", "a {\n", 1, 3, "HCL014")]
    [TestCase("x.tfvars", "a = \"ü", 1, 5, "HCL003")]
    [TestCase("x.tf.json", "{\n  \"a\": }", 2, 8, "HCL110")]
    [TestCase("stack.yaml", Template + "  B:\n    Type: AWS::S3::Bucket\n", 5, 3, "CFN005")]
    [TestCase("stack.json", "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\"}", 1, 48, "CFN003")]
    public void Of_BrokenFile_SaysWhere(string path, string content, int line, int column, string code)
    {
        var check = Check(path, content)!;

        Assert.That(check.IsParsed, Is.False);
        Assert.That(check.Diagnostics[0] with { Message = "" }, Is.EqualTo(new CheckDiagnostic(path, line, column, CheckSeverity.Error, code, "")));
    }

    [TestCase("values.yaml", "replicas: 3\n")]
    [TestCase("values.yaml", "Resources: [1, 2]\n")]
    [TestCase("chart.yaml", "{{ if .Resources }}\na: [\n")]
    [TestCase("package.json", "{\"name\": \"Resources\"}")]
    [TestCase("tsconfig.json", "{ // comment\n}")]
    [TestCase("readme.md", "# Resources")]
    public void Of_SomethingElse_IsPassedOver(string path, string content) => Assert.That(Check(path, content), Is.Null);

    /// <summary>CloudFormation understands more than is understood here: no reason to call the file broken.</summary>
    [Test]
    public void Of_TemplateWithMergedResources_IsAWarning()
    {
        var check = Check("stack.yaml", "Resources:\n  <<: *shared\n  B:\n    Type: AWS::S3::Bucket\n")!;

        Assert.That(check.IsParsed, Is.True);
        Assert.That(check.Diagnostics.Select(d => (d.Severity, d.Code)), Is.EqualTo(new[] { (CheckSeverity.Warning, "CFN010") }));
    }

    [Test]
    public void Of_TooLargeFile_IsNotRead()
    {
        var content = new byte[SourceCheck.MaxBytes + 1];

        Assert.That(SourceCheck.Of("main.tf", content)!.Diagnostics.Single().Code, Is.EqualTo("CHK002"));
        Assert.That(SourceCheck.Of("data.json", content), Is.Null, "no template has this size");
    }

    [Test]
    public void Of_AnyHcl_IsWrittenBack() => Gen.Select(Gen.Byte.Array, CloudFormation.Templates.OneOf("a.tf", "a.tf.json")).Sample((content, path) =>
        Assert.That(SourceCheck.Of(path, content)!.IsRoundTripIdentical, Is.True));

    static FileCheck? Check(string path, string content) => SourceCheck.Of(path, Encoding.UTF8.GetBytes(content));
}
