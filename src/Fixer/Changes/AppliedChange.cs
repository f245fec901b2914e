using Fixer.Findings;

namespace Fixer.Changes;

/// <summary>What became of one change of a plan.</summary>
/// <param name="Change">The change.</param>
/// <param name="State">The outcome.</param>
/// <param name="Note">Where it went, or why not.</param>
/// <param name="Refusal">The named reason, unless done.</param>
public sealed record AppliedChange(Change Change, AppliedState State, string Note, Refusal? Refusal = null);

/// <summary>Outcomes of a change.</summary>
public enum AppliedState
{
    /// <summary>Made in this run.</summary>
    Done,

    /// <summary>Made, dropped or undone by an earlier run; nothing was done now.</summary>
    Already,

    /// <summary>Refused, and nothing was touched.</summary>
    Refused,

    /// <summary>Begun and not finished; the next run goes on.</summary>
    Failed,
}
