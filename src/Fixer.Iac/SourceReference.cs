namespace Fixer.Iac;

/// <summary>A resource that source code declares.</summary>
/// <param name="Address">Terraform's resource address or CloudFormation's logical id.</param>
/// <param name="Location">The whole block.</param>
public sealed record SourceReference(string Address, SourceLocation Location);
