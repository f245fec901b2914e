using Fixer.Iac.CloudFormation;

namespace Fixer.Iac.Checking;

/// <summary>Checks CloudFormation templates, and passes over other YAML and JSON.</summary>
static class TemplateCheck
{
    public static FileCheck? Of(string path, ReadOnlyMemory<byte> content)
    {
        // No template is without this word; most files of these languages are, and need not be read.
        if (content.Span.IndexOf("Resources"u8) < 0)
            return null;
        var parse = CloudFormationTemplate.Parse(path, content);
        if (parse.Problem is { } problem)
            return LooksLikeTemplate(content.Span) ? new FileCheck(path, content.Length, false, [Diagnostic(problem, CheckSeverity.Error)]) : null;
        return parse.Template is { } template
            ? new FileCheck(path, content.Length, content.Span.SequenceEqual(template.Text.ToBytes()), [.. template.Problems.Select(p => Diagnostic(p, CheckSeverity.Warning))])
            : null;
    }

    /// <summary>Whether someone meant a file to be a template that cannot be read.</summary>
    static bool LooksLikeTemplate(ReadOnlySpan<byte> content) => content.IndexOf("AWSTemplateFormatVersion"u8) >= 0 || content.IndexOf("AWS::"u8) >= 0;

    static CheckDiagnostic Diagnostic(SourceProblem problem, CheckSeverity severity) =>
        new(problem.Path, problem.Line, problem.Column, severity, problem.Code, problem.Message);
}
