namespace Fixer.Hcl;

/// <summary>Something in a file that is not HCL.</summary>
/// <param name="Code">Stable code, <c>HCL001</c> and on.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Span">The bytes it is about.</param>
/// <param name="Position">Where these start.</param>
public sealed record HclDiagnostic(string Code, string Message, TextSpan Span, TextPosition Position);
