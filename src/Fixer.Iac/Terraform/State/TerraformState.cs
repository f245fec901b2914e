using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.State;

/// <summary>
/// What a Terraform or OpenTofu state holds, as far as live resources are looked up in it. Format version 4:
/// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/states/statefile/version4.go.
/// </summary>
public sealed class TerraformState
{
    internal TerraformState(string origin) => Origin = origin;

    /// <summary>What the caller calls the state: a path, or <c>s3://bucket/key</c>.</summary>
    public string Origin { get; }

    /// <summary>What all states that came from one another have in common; null if the state does not say.</summary>
    public string? Lineage { get; internal init; }

    /// <summary>Which of these it is: the higher, the newer. 0 if the state does not say.</summary>
    public long Serial { get; internal init; }

    /// <summary>The version of the program that wrote it; null if the state does not say.</summary>
    public string? TerraformVersion { get; internal init; }

    /// <summary>The instances, in the order of the state; where it is not complete, those in front of the fault.</summary>
    public ImmutableArray<StateInstance> Instances { get; internal init; } = [];

    /// <summary>Why the state could not be read to its end; null if it was.</summary>
    public StateDiagnostic? Fault { get; internal init; }

    /// <summary>Whether all of the state was read. If not, that something is not in <see cref="Instances"/> proves nothing.</summary>
    public bool IsComplete => Fault is null;

    /// <summary>
    /// Reads a state of any size and any content. Memory is bounded: 64 KiB, or a few times its longest string or number, beside what is kept of each instance;
    /// a state that has too many of these is not complete. Attributes longer than 4,096 bytes are not kept: no identifier is.
    /// </summary>
    /// <param name="stream">The bytes; read to the end or the first fault, and not disposed.</param>
    /// <param name="origin">What the caller calls the state.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static TerraformState Read(Stream stream, string origin)
    {
        var reader = new StateReader(stream);
        try
        {
            reader.Read();
        }
        catch (StateFault fault)
        {
            return reader.ToState(origin, fault.Of(origin));
        }

        return reader.ToState(origin, fault: null);
    }
}
