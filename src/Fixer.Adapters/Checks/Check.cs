using System.Text.Json.Serialization;

namespace Fixer.Adapters.Checks;

/// <summary>Whether something that Fixer needs is there and works.</summary>
/// <param name="Area">What kind of thing: organization, account, forge, states, store, mail, parser.</param>
/// <param name="Subject">Which one: an account, a path, an address.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">What was found, and what to do about it.</param>
public sealed record Check(string Area, string Subject, CheckOutcome Outcome, string Message);

/// <summary>Outcomes of a check.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckOutcome>))]
public enum CheckOutcome
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It cannot be told, or Fixer can do without.</summary>
    Warning,

    /// <summary>It does not work, and something cannot be read, tagged, fixed or told because of it.</summary>
    Fails,
}
