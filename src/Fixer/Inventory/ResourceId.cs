namespace Fixer.Inventory;

/// <summary>Names one resource across the organization, the same in every run.</summary>
/// <param name="AccountId">Owning account.</param>
/// <param name="Region">Region, or <c>global</c>.</param>
/// <param name="Type">Service and kind, such as <c>route53:recordset</c>.</param>
/// <param name="Id">Identity within account, region and type.</param>
public sealed record ResourceId(string AccountId, string Region, string Type, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{AccountId}/{Region}/{Type}/{Id}";
}
