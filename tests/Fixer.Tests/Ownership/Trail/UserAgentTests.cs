using Fixer.Ownership;

namespace Fixer.Tests.Ownership.Trail;

/// <summary>Strings as the programs send them. A tool taken for a plain SDK would be a person with a script.</summary>
public sealed class UserAgentTests
{
    [TestCase("APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io) terraform-provider-aws/5.100.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.23.8", "Terraform", AgentKind.Infrastructure)]
    [TestCase("aws-sdk-go/1.44.12 (go1.19.1; darwin; amd64) APN/1.0 HashiCorp/1.0 Terraform/1.0.5 (+https://www.terraform.io)", "Terraform", AgentKind.Infrastructure, Description = "the SDK first")]
    [TestCase("APN/1.0 OpenTofu-S3-Backend/1.0 OpenTofu/1.10.1", "OpenTofu", AgentKind.Infrastructure)]
    [TestCase("APN/1.0 HashiCorp/1.0 Terraform/1.9.0 (+https://www.terraform.io) terragrunt/0.67.4", "Terragrunt", AgentKind.Infrastructure, Description = "appended by TF_APPEND_USER_AGENT")]
    [TestCase("APN/1.0 Pulumi/1.0 Pulumi-Aws/4.17.0 (+https://www.pulumi.com) aws-sdk-go/1.40.20 (go1.16.4; darwin; amd64)", "Pulumi", AgentKind.Infrastructure)]
    [TestCase("APN/1.0 Pulumi/1.0 PulumiAwsNative/1.0 terraform", "Pulumi", AgentKind.Infrastructure, Description = "its bridge names both")]
    [TestCase("APN/1.0 Ansible/2.15.0 community.aws/12.0.0", "Ansible", AgentKind.Infrastructure)]
    [TestCase("aws-cdk/2.150.0 aws-sdk-js/3.600.0", "CDK", AgentKind.Infrastructure)]
    [TestCase("cloudformation.amazonaws.com", "CloudFormation", AgentKind.Infrastructure)]
    [TestCase("config.amazonaws.com", "AWS service", AgentKind.Service)]
    [TestCase("aws-cli/2.13.5 Python/3.11.4 Linux/4.14.255 exec-env/CloudShell exe/x86_64.amzn.2 prompt/off command/route53.change-resource-record-sets", "CloudShell", AgentKind.CommandLine)]
    [TestCase("aws-cli/2.17.0 md/awscrt#0.20.11 ua/2.0 os/linux lang/python#3.11.8 md/command#route53.change-resource-record-sets", "AWS CLI", AgentKind.CommandLine)]
    [TestCase("aws-cli/1.16.170 Python/2.7.10 Darwin/16.7.0 botocore/1.12.160", "AWS CLI", AgentKind.CommandLine, Description = "version 1 names botocore")]
    [TestCase("Boto3/1.9.241 Python/2.7.16 Darwin/18.6.0 Botocore/1.12.241", "Boto3", AgentKind.Sdk)]
    [TestCase("Boto3/1.34.0 md/Botocore#1.34.0 ua/2.0 os/linux exec-env/AWS_Lambda_python3.12", "Lambda", AgentKind.Workload)]
    [TestCase("aws-sdk-go-v2/1.30.0 os/linux lang/go#1.22", "AWS SDK for Go v2", AgentKind.Sdk)]
    [TestCase("aws-sdk-dotnet-coreclr/3.7.300 aws-sdk-dotnet-core/3.7.300 .NET/8.0", "AWS SDK for .NET", AgentKind.Sdk)]
    [TestCase("AWS Console, aws-sdk-java/unknown-version Linux/2.6.18", "console", AgentKind.Console)]
    [TestCase("[S3Console/0.4, aws-internal/3 aws-sdk-java/1.11.848]", "console", AgentKind.Console)]
    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Gecko/20100101 Firefox/102.0", "browser", AgentKind.Console)]
    [TestCase("signin.amazonaws.com", "console", AgentKind.Console)]
    [TestCase("Apache-HttpClient/4.3 (java 1.5)", "", AgentKind.Unknown)]
    [TestCase("", "", AgentKind.Unknown)]
    public void Of_StringAsItIsSent_IsNamed(string agent, string name, AgentKind kind) => Assert.That(UserAgents.Of(agent), Is.EqualTo((name, kind)));
}
