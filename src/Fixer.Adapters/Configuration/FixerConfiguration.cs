using System.Collections.Immutable;
using Fixer.Planning;

namespace Fixer.Adapters.Configuration;

/// <summary>What <c>fixer.yaml</c> says.</summary>
/// <param name="OrganizationFile">The embedded organization's file.</param>
/// <param name="RepositoriesFolder">The embedded forge's folder.</param>
/// <param name="StateLocations">Where Terraform's states are: <c>s3://bucket/prefix</c>, folders and files.</param>
/// <param name="MailFolder">Where mail is put.</param>
/// <param name="MailSender">The address mail comes from.</param>
/// <param name="StorePath">The SQLite file.</param>
/// <param name="Settings">What planning needs.</param>
public sealed record FixerConfiguration(string OrganizationFile, string RepositoriesFolder, ImmutableArray<string> StateLocations, string MailFolder, string MailSender, string StorePath, Settings Settings);

/// <summary>Something wrong in a configuration file.</summary>
/// <param name="Path">File.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="Code">Stable code, <c>CFG001</c> and up.</param>
/// <param name="Message">What is wrong, and what is allowed.</param>
public sealed record ConfigurationDiagnostic(string Path, long Line, long Column, string Code, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}:{Column}: error {Code}: {Message}";
}

/// <summary>A configuration, or what is wrong with it; never both.</summary>
public sealed record ConfigurationResult(FixerConfiguration? Configuration, ImmutableArray<ConfigurationDiagnostic> Diagnostics);
