namespace Fixer.Iac.Terraform.State;

/// <summary>Why a state could not be read to its end.</summary>
/// <param name="Origin">What the caller calls the state: a path, or <c>s3://bucket/key</c>.</param>
/// <param name="Code">Stable code, <c>TFS001</c> and on.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Offset">The byte, from 0, that reading had come to; what is wrong is there or begins there.</param>
public sealed record StateDiagnostic(string Origin, string Code, string Message, long Offset)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Origin}@{Offset}: {Code} {Message}";
}
