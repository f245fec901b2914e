using System.Text.Json.Serialization;

namespace Fixer.Iac.Opinions;

/// <summary>What other parsers say of an edit.</summary>
public enum OpinionVerdict
{
    /// <summary>They read the files as Fixer does, before the edit and after it: they see exactly the difference that Fixer sees.</summary>
    Agrees,

    /// <summary>They read something else. Nothing should be written.</summary>
    Disagrees,

    /// <summary>There is no other parser, or it gave no answer.</summary>
    Unavailable,
}

/// <summary>An opinion on an edit.</summary>
/// <param name="Verdict">The opinion.</param>
/// <param name="Reason">Where the parsers disagree and how, or why they are unavailable; null if they agree. Without a full stop.</param>
public sealed record Opinion(OpinionVerdict Verdict, string? Reason)
{
    /// <summary>The verdict as people read it: <c>agrees</c>, <c>disagrees</c> or <c>unavailable</c>, and why.</summary>
    public override string ToString() => Reason is null ? Word : $"{Word} ({Reason})";

    /// <summary>The verdict in one word.</summary>
    [JsonIgnore]
    public string Word => Verdict.ToString().ToLowerInvariant();

    /// <summary>The refusal that a disagreement is; null without one.</summary>
    [JsonIgnore]
    public EditRefusal? Refusal => Verdict != OpinionVerdict.Disagrees ? null
        : new(EditRefusalCode.ProofFailed, $"Another parser does not see the same difference: {Reason}. One of the two is wrong; edit by hand, and report this.");
}
