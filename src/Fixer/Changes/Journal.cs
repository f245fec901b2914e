using System.Collections.Immutable;
using Fixer.Findings;

namespace Fixer.Changes;

/// <summary>A change, what it will do, what was there before, and how far it got. Written before the first effect.</summary>
/// <param name="Change">The change, whole, so that it can be finished without the plan file.</param>
/// <param name="Finding">The finding it answers.</param>
/// <param name="Inverse">The steps that undo it exactly, last step first; empty for a pull request (its undo is its revert).</param>
/// <param name="State">How far it is.</param>
/// <param name="BegunAt">When it was begun, UTC; also the date of a pull request's commit, so that a second attempt at the same effect makes the same commit.</param>
/// <param name="EndedAt">When it ended, UTC.</param>
/// <param name="Outcome">The pull request's <c>repository#number</c>, or why it was dropped; empty while open.</param>
public sealed record JournalEntry(
    Change Change,
    Finding Finding,
    ImmutableArray<ApiStep> Inverse,
    JournalState State,
    DateTimeOffset BegunAt,
    DateTimeOffset? EndedAt = null,
    string Outcome = "");

/// <summary>How far a journalled change is.</summary>
public enum JournalState
{
    /// <summary>Intended; effects may or may not have happened.</summary>
    Begun,

    /// <summary>All effects happened.</summary>
    Done,

    /// <summary>Given up before any effect, with a reason.</summary>
    Dropped,

    /// <summary>The undo is intended; its effects may or may not have happened.</summary>
    Undoing,

    /// <summary>Undone.</summary>
    Undone,
}

/// <summary>The durable journal. A method that returned has reached the disk.</summary>
public interface IJournal
{
    /// <summary>Waits until no other run, of any process, changes anything through this journal; disposing lets the next one in. Freed when the process dies.</summary>
    Task<IDisposable> Exclusive(CancellationToken cancellation);

    /// <summary>Writes a new entry in state <see cref="JournalState.Begun"/>.</summary>
    /// <exception cref="InvalidOperationException">The change id is taken.</exception>
    Task Begin(JournalEntry entry, CancellationToken cancellation);

    /// <summary>Moves an entry to <paramref name="state"/>.</summary>
    Task Advance(string changeId, JournalState state, DateTimeOffset at, string outcome, CancellationToken cancellation);

    /// <summary>The entry, or null.</summary>
    Task<JournalEntry?> Find(string changeId, CancellationToken cancellation);

    /// <summary>Every entry, oldest first (by time begun, then change id).</summary>
    Task<ImmutableArray<JournalEntry>> All(CancellationToken cancellation);
}
