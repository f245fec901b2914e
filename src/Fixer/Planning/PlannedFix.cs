using Fixer.Findings;
using Fixer.Ownership;

namespace Fixer.Planning;

/// <summary>What may be done about an owned finding, now.</summary>
/// <param name="Owned">The finding and its owner.</param>
/// <param name="Route">Where it is to be fixed.</param>
/// <param name="Refusal">Why nothing is done; always set when <paramref name="Route"/> is <see cref="Planning.Route.Hold"/>, never otherwise.</param>
public sealed record PlannedFix(OwnedFinding Owned, Route Route, Refusal? Refusal = null);

/// <summary>Where a finding is fixed.</summary>
public enum Route
{
    /// <summary>Not decided: only scanned, nobody looked for the owner.</summary>
    Undecided,

    /// <summary>Nothing is touched.</summary>
    Hold,

    /// <summary>A pull request in the owning repository.</summary>
    PullRequest,

    /// <summary>The AWS API, through the playbook's role.</summary>
    Api,

    /// <summary>People are told: code owns it and cannot be edited safely.</summary>
    Handoff,
}
