namespace Fixer.Iac;

/// <summary>Identifies the live record set that a declaration is sought for.</summary>
/// <param name="ZoneName">Hosted zone name, lower case, no final dot.</param>
/// <param name="ZoneId">Hosted zone id.</param>
/// <param name="IsPrivateZone">Whether that zone is private.</param>
/// <param name="ZoneNameIsUnique">Whether no other zone of the organization has that name and that privacy, with certainty.</param>
/// <param name="ZoneNameIsUniqueOfAnyKind">The same, public and private zones taken together.</param>
/// <param name="Name">Fully qualified record name, lower case, no final dot.</param>
/// <param name="Type">Record type, upper case.</param>
/// <param name="SetIdentifier">Set identifier; null for simple routing.</param>
public sealed record RecordKey(
    string ZoneName,
    string ZoneId,
    bool IsPrivateZone,
    bool ZoneNameIsUnique,
    bool ZoneNameIsUniqueOfAnyKind,
    string Name,
    string Type,
    string? SetIdentifier)
{
    /// <summary>The name relative to the zone; empty at the apex.</summary>
    public string Label => Name.Length > ZoneName.Length && Name.EndsWith("." + ZoneName, StringComparison.Ordinal)
        ? Name[..^(ZoneName.Length + 1)]
        : "";
}
