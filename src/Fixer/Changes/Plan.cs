using System.Collections.Immutable;
using Fixer.Inventory;
using Fixer.Planning;

namespace Fixer.Changes;

/// <summary>What is to be done, and what is not and why. Nothing happens until a plan is applied.</summary>
/// <param name="Id">Made from the date and the changes.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="Examined">Resources the playbooks looked at.</param>
/// <param name="Items">One for each finding.</param>
/// <param name="Gaps">What could not be read.</param>
public sealed record Plan(string Id, DateTimeOffset CreatedAt, int Examined, ImmutableArray<PlanItem> Items, ImmutableArray<CollectionGap> Gaps)
{
    /// <summary>The changes, in order.</summary>
    public IEnumerable<Change> Changes => Items.Select(i => i.Change).OfType<Change>();
}

/// <summary>A finding and what is to be done about it.</summary>
/// <param name="Fix">Finding, owner, route; with the refusal when nothing is done.</param>
/// <param name="Change">The change; null exactly when <paramref name="Fix"/> carries a refusal.</param>
public sealed record PlanItem(PlannedFix Fix, Change? Change);
