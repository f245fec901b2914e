using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What Terraform is told besides the configuration.</summary>
public sealed record RootOptions
{
    /// <summary>The workspace.</summary>
    public string Workspace { get; init; } = "default";

    /// <summary>Files of values, as given by <c>-var-file</c>: the last one that sets a variable counts. Paths are those of the module's files.</summary>
    public ImmutableArray<string> VarFiles { get; init; } = [];
}
