using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;
using Fixer.Verification;

namespace Fixer;

/// <summary>A rule, its scan, its fix and its check. The three functions are pure over the collected inventory.</summary>
/// <param name="Id">Stable kebab-case name, such as <c>dns-dangling-record</c>.</param>
/// <param name="Folder">Folder in <c>Fixer.Playbooks</c>, which holds its readme.</param>
/// <param name="Title">One line.</param>
/// <param name="Impact">What leaving it costs.</param>
/// <param name="Triggers">CloudTrail events that can cause it.</param>
/// <param name="Permissions">Everything it needs, by phase.</param>
/// <param name="Examine">How many resources it looks at.</param>
/// <param name="Scan">Findings in an inventory.</param>
/// <param name="Fix">The change for a finding that may be acted on, or a named refusal.</param>
/// <param name="Verify">Whether a finding is gone.</param>
public sealed record Playbook(
    string Id,
    string Folder,
    string Title,
    Impact Impact,
    ImmutableArray<string> Triggers,
    Permissions Permissions,
    Func<OrganizationInventory, int> Examine,
    Func<OrganizationInventory, IEnumerable<Finding>> Scan,
    Func<PlannedFix, FixContext, FixResult> Fix,
    Func<Finding, OrganizationInventory, Verdict> Verify)
{
    /// <summary>Which records an event makes worth looking at; null where it is the resources that the event itself wrote.</summary>
    public Reach? Reach { get; init; }
}

/// <summary>How a playbook about record sets is led from an event to records.</summary>
/// <param name="Targets">What the event did away with, as the index of targets has it; the inventory is the last sweep's.</param>
/// <param name="Parts">Beside the records' zones and stacks: what a finding about any of them rests on, and so is read again.</param>
public sealed record Reach(
    Func<TrailRecord, OrganizationInventory, IEnumerable<Target>> Targets,
    Func<TrailRecord, ImmutableArray<RecordSet>, IEnumerable<Part>> Parts);

/// <summary>What leaving a finding costs.</summary>
public enum Impact
{
    /// <summary>Money.</summary>
    Cost,

    /// <summary>Ways in.</summary>
    AttackSurface,

    /// <summary>How far an intruder gets.</summary>
    BlastRadius,
}

/// <summary>IAM actions a playbook needs; the roles that are deployed for it are made from this.</summary>
/// <param name="Read">Through the auditor role.</param>
/// <param name="Tag">Through the tagger role.</param>
/// <param name="Fix">Through the playbook's own role.</param>
public sealed record Permissions(ImmutableArray<string> Read, ImmutableArray<string> Tag, ImmutableArray<string> Fix);

/// <summary>What a fix may look at.</summary>
/// <param name="Inventory">The inventory the finding came from.</param>
/// <param name="Sources">Source repositories.</param>
/// <param name="ChangeId">The id the change is to have.</param>
public sealed record FixContext(OrganizationInventory Inventory, Sources Sources, string ChangeId);

/// <summary>A change, or why there is none.</summary>
public sealed record FixResult
{
    private FixResult(Change? change, Refusal? refusal) => (Change, Refusal) = (change, refusal);

    /// <summary>The change; null when refused.</summary>
    public Change? Change { get; }

    /// <summary>The refusal; null when there is a change.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A change.</summary>
    public static FixResult Of(Change change) => new(change, null);

    /// <summary>A refusal.</summary>
    public static FixResult Refused(RefusalCode code, string message) => new(null, new Refusal(code, message));
}
