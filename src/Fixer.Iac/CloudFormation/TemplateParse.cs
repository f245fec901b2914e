using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>What became of reading a file: a template, a problem, or neither where the file is something else.</summary>
/// <param name="Template">The template.</param>
/// <param name="Problem">Why the file could not be read at all.</param>
public sealed record TemplateParse(CloudFormationTemplate? Template, SourceProblem? Problem)
{
    /// <summary>The whole file's tree; null for an empty file and where there is a problem.</summary>
    internal DocumentNode? Root { get; init; }

    internal DocumentText? Text { get; init; }
}
