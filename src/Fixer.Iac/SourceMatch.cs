namespace Fixer.Iac;

/// <summary>How a declaration relates to the record set that was sought.</summary>
public enum MatchCertainty
{
    /// <summary>It declares another record set.</summary>
    No,

    /// <summary>It may be the one: something it says could not be evaluated, or the zone is not told apart by its name.</summary>
    Possible,

    /// <summary>It evaluates to exactly this record set.</summary>
    Certain,
}

/// <summary>A declaration that is, or may be, the one sought.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Certainty">Certain or possible.</param>
/// <param name="Doubts">What could not be told: <c>zone</c>, <c>name</c>, <c>type</c>, <c>set_identifier</c>, <c>count</c>; empty when certain.</param>
public sealed record SourceMatch(DeclaredRecord Declaration, MatchCertainty Certainty, IReadOnlyList<string> Doubts)
{
    /// <summary>Whether neither zone nor name can be told: nothing in the declaration speaks for this record rather than any other of its type.</summary>
    public bool IsBlind => Doubts.Contains("zone") && Doubts.Contains("name");

    /// <summary>Compares a declaration with a record set. What is known must agree; what is not known is a doubt, never a guess.</summary>
    public static SourceMatch Of(DeclaredRecord declared, RecordKey key)
    {
        List<string> doubts = [];
        var possible = Same(declared.Type, key.Type, "type", declared, doubts)
            && SameSetIdentifier(declared, key, doubts)
            && SameZone(declared, key, doubts)
            && SameName(declared, key, doubts);
        if (declared.Unknown.Contains(DeclaredRecord.Count))
            doubts.Add(DeclaredRecord.Count);
        if (!possible)
            return new SourceMatch(declared, MatchCertainty.No, []);
        return new SourceMatch(declared, doubts.Count == 0 ? MatchCertainty.Certain : MatchCertainty.Possible, doubts);
    }

    private static bool Same(string? declared, string live, string what, DeclaredRecord record, List<string> doubts)
    {
        if (declared is not null)
            return declared == live;
        doubts.Add(what);
        return record.Unknown.Contains(what);
    }

    private static bool SameSetIdentifier(DeclaredRecord declared, RecordKey key, List<string> doubts)
    {
        if (!declared.Unknown.Contains("set_identifier"))
            return declared.SetIdentifier == key.SetIdentifier;
        doubts.Add("set_identifier");
        return true;
    }

    private static bool SameZone(DeclaredRecord declared, RecordKey key, List<string> doubts)
    {
        // A name beside an id that cannot be told, or the other way round: either may be the one that counts.
        if (declared.Unknown.Contains("zone") || (declared.ZoneId is null && declared.ZoneName is null))
        {
            doubts.Add("zone");
            return true;
        }

        if (declared.ZoneId is not null)
            return declared.ZoneId == key.ZoneId;

        if (declared.ZoneName != key.ZoneName || (declared.PrivateZone is { } isPrivate && isPrivate != key.IsPrivateZone))
            return false;
        if (!(declared.PrivateZone is null ? key.ZoneNameIsUniqueOfAnyKind : key.ZoneNameIsUnique))
            doubts.Add("zone");
        return true;
    }

    private static bool SameName(DeclaredRecord declared, RecordKey key, List<string> doubts)
    {
        if (declared.Name is null)
        {
            doubts.Add("name");
            return declared.Unknown.Contains("name");
        }

        // Terraform's provider appends the zone to a name that does not end in its letters, dot or no dot. So "www.example.com" in zone
        // example.com is never www.example.com.example.com, however much that looks like label and zone.
        return declared.Name == key.Name
            || (declared.Kind == SourceKind.Terraform && declared.Name == key.Label && !declared.Name.EndsWith(key.ZoneName, StringComparison.Ordinal));
    }
}
