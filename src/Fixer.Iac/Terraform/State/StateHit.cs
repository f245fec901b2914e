namespace Fixer.Iac.Terraform.State;

/// <summary>An instance that was found, and where.</summary>
/// <param name="State">The state it is in. Where that is not complete, what it says may be out of date or cut off, but it says it.</param>
/// <param name="Instance">The instance.</param>
public readonly record struct StateHit(TerraformState State, StateInstance Instance)
{
    /// <inheritdoc/>
    public override string ToString() => $"{State.Origin}: {Instance}";
}
