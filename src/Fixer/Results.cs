using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Verification;

namespace Fixer;

/// <summary>What a scan saw.</summary>
/// <param name="Inventory">The facts.</param>
/// <param name="Examined">Resources looked at.</param>
/// <param name="Findings">What is wrong, gated by completeness; the most severe first.</param>
public sealed record Survey(OrganizationInventory Inventory, int Examined, ImmutableArray<Finding> Findings);

/// <summary>What became of a plan.</summary>
/// <param name="Changes">One for each change of the plan, and for each that an earlier run had left open.</param>
/// <param name="Warnings">What else did not work, such as a zone that could not be tagged.</param>
public sealed record ApplyReport(ImmutableArray<AppliedChange> Changes, ImmutableArray<string> Warnings);

/// <summary>A change and whether its finding is really gone.</summary>
public sealed record VerifiedChange(JournalEntry Entry, Verdict Verdict);
