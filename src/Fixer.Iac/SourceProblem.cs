namespace Fixer.Iac;

/// <summary>A file, or a part of one, that could not be understood: what it declares is not known.</summary>
/// <param name="Path">Path relative to the repository's root.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="Code">Stable code, such as <c>HCL001</c> or <c>CFN001</c>.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record SourceProblem(string Path, int Line, int Column, string Code, string Message);
