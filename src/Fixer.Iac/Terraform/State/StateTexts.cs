namespace Fixer.Iac.Terraform.State;

/// <summary>The texts that are kept of a state: no more than there may be, and those that are likely to come again only once.</summary>
struct StateTexts()
{
    /// <summary>In characters: what a million instances need, and little enough to hold.</summary>
    const int Most = 128 << 20;

    /// <summary>A state of a million different zone ids need not be remembered to save the next one.</summary>
    const int MostShared = 1 << 16;

    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> shared =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    int left = Most;

    /// <summary>A copy of the text.</summary>
    public string Own(ref JsonCursor json) => Keep(json.Characters(), json.Offset);

    /// <summary>The text, or the same one from before.</summary>
    public string Shared(ref JsonCursor json)
    {
        var characters = json.Characters();
        if (shared.TryGetValue(characters, out var text))
            return text;
        text = Keep(characters, json.Offset);
        if (shared.Dictionary.Count < MostShared)
            shared.Dictionary[text] = text;
        return text;
    }

    /// <summary>Whether this many characters more may be kept.</summary>
    public bool CanKeep(int length) => (left -= length) >= 0;

    string Keep(ReadOnlySpan<char> characters, long offset) => CanKeep(characters.Length) ? characters.ToString() : throw StateFault.TooMuch(offset);
}
