using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What Terraform is told besides the configuration.</summary>
public sealed record RootOptions
{
    /// <summary>The workspace; null if it is not known which.</summary>
    public string? Workspace { get; init; } = "default";

    /// <summary>Variables of the root module that something besides files of values may set: what those and defaults say of them does not count.</summary>
    public ImmutableSortedSet<string> Unsure { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Files of values, as given by <c>-var-file</c>: the last one that sets a variable counts. Paths are those of the module's files.</summary>
    public ImmutableArray<string> VarFiles { get; init; } = [];

    /// <summary>The file of the Terragrunt unit that runs the module, and passes its inputs; null if none does.</summary>
    public string? Unit { get; init; }
}
