namespace Fixer.Iac;

/// <summary>An S3 bucket that source code declares under a name that can be evaluated. It matters because the next apply would recreate it.</summary>
/// <param name="Kind">The language.</param>
/// <param name="Address">Terraform's resource address or CloudFormation's logical id.</param>
/// <param name="Location">The whole block.</param>
/// <param name="Name">The bucket's name.</param>
public sealed record DeclaredBucket(SourceKind Kind, string Address, SourceLocation Location, string Name);
