namespace Fixer.Ownership;

/// <summary>What a user agent claims to be.</summary>
public enum AgentKind
{
    /// <summary>Nothing Fixer knows.</summary>
    Unknown,

    /// <summary>A browser, or the console's own servers.</summary>
    Console,

    /// <summary>A command line of AWS, CloudShell included.</summary>
    CommandLine,

    /// <summary>A program over an SDK, whoever runs it.</summary>
    Sdk,

    /// <summary>A tool that makes what code declares, or that changes resources by rules.</summary>
    Infrastructure,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>A program that runs in AWS: a function, a container, a build.</summary>
    Workload,
}

/// <summary>
/// What callers say of themselves. Tools stand before the SDKs they are built on, since their strings name both:
/// <c>APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io) terraform-provider-aws/5.100.0 aws-sdk-go-v2/1.36.3 …</c>.
/// Anybody can send any string, so this supports, and never decides.
/// </summary>
public static class UserAgents
{
    // Sought anywhere, without regard to case: products append to each other's strings (TF_APPEND_USER_AGENT, APN prefixes, botocore's extras).
    private static readonly (string Sign, string Name, AgentKind Kind)[] Table =
    [
        ("terragrunt", "Terragrunt", AgentKind.Infrastructure),
        ("opentofu", "OpenTofu", AgentKind.Infrastructure),
        ("pulumi", "Pulumi", AgentKind.Infrastructure), // before Terraform: its bridged provider names both
        ("crossplane", "Crossplane", AgentKind.Infrastructure),
        ("upbound-provider", "Crossplane", AgentKind.Infrastructure),
        ("terraform", "Terraform", AgentKind.Infrastructure),
        ("aws-controllers-k8s", "AWS Controllers for Kubernetes", AgentKind.Infrastructure),
        ("aws-cdk", "CDK", AgentKind.Infrastructure),
        ("cdk-cli", "CDK", AgentKind.Infrastructure),
        ("aws-sam-cli", "SAM", AgentKind.Infrastructure),
        ("serverless", "Serverless Framework", AgentKind.Infrastructure),
        ("ansible", "Ansible", AgentKind.Infrastructure),
        ("eksctl", "eksctl", AgentKind.Infrastructure),
        ("externaldns", "ExternalDNS", AgentKind.Infrastructure),
        ("external-dns", "ExternalDNS", AgentKind.Infrastructure),
        ("octodns", "octoDNS", AgentKind.Infrastructure),
        ("dnscontrol", "DNSControl", AgentKind.Infrastructure),
        ("cloudcustodian", "Cloud Custodian", AgentKind.Infrastructure),
        ("cloudformation", "CloudFormation", AgentKind.Infrastructure),
        ("exec-env/cloudshell", "CloudShell", AgentKind.CommandLine),
        ("exec-env/aws_lambda", "Lambda", AgentKind.Workload),
        ("exec-env/aws_ecs", "ECS", AgentKind.Workload),
        ("signin.amazonaws.com", "console", AgentKind.Console),
        ("console.amazonaws.com", "console", AgentKind.Console),
        ("console.aws.amazon.com", "console", AgentKind.Console),
        ("aws console", "console", AgentKind.Console),
        ("s3console", "console", AgentKind.Console),
        ("mozilla/", "browser", AgentKind.Console),
        ("aws internal", "AWS", AgentKind.Console), // the console's servers, where a person's session is behind them; else invokedBy tells
        ("aws-cli/", "AWS CLI", AgentKind.CommandLine),
        ("awspowershell", "AWS Tools for PowerShell", AgentKind.CommandLine),
        ("boto3/", "Boto3", AgentKind.Sdk),
        ("boto/", "Boto", AgentKind.Sdk),
        ("botocore/", "botocore", AgentKind.Sdk),
        ("aws-sdk-go-v2/", "AWS SDK for Go v2", AgentKind.Sdk),
        ("aws-sdk-go/", "AWS SDK for Go", AgentKind.Sdk),
        ("aws-sdk-java", "AWS SDK for Java", AgentKind.Sdk),
        ("aws-sdk-kotlin", "AWS SDK for Kotlin", AgentKind.Sdk),
        ("aws-sdk-js", "AWS SDK for JavaScript", AgentKind.Sdk),
        ("aws-sdk-nodejs", "AWS SDK for JavaScript", AgentKind.Sdk),
        ("aws-sdk-dotnet", "AWS SDK for .NET", AgentKind.Sdk),
        ("aws-sdk-rust", "AWS SDK for Rust", AgentKind.Sdk),
        ("aws-sdk-php", "AWS SDK for PHP", AgentKind.Sdk),
        ("aws-sdk-ruby", "AWS SDK for Ruby", AgentKind.Sdk),
        ("aws-sdk-swift", "AWS SDK for Swift", AgentKind.Sdk),
        ("aws-sdk-cpp", "AWS SDK for C++", AgentKind.Sdk),
        (".amazonaws.com", "AWS service", AgentKind.Service),
    ];

    /// <summary>What <paramref name="userAgent"/> claims to be.</summary>
    public static (string Name, AgentKind Kind) Of(string userAgent)
    {
        foreach (var (sign, name, kind) in Table)
        {
            if (userAgent.Contains(sign, StringComparison.OrdinalIgnoreCase))
                return (name, kind);
        }

        return ("", AgentKind.Unknown);
    }
}
