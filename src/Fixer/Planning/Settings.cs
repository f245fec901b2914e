using System.Collections.Immutable;

namespace Fixer.Planning;

/// <summary>What the organization decided, as far as planning needs it.</summary>
/// <param name="Playbooks">Settings by playbook id; a playbook that is not listed only reports.</param>
/// <param name="Exemptions">Exemptions, expired ones included.</param>
/// <param name="EmployeeEmailDomains">Domains whose addresses, as user or session names, tell a person.</param>
public sealed record Settings(
    ImmutableDictionary<string, PlaybookSettings> Playbooks,
    ImmutableArray<Exemption> Exemptions,
    ImmutableArray<string> EmployeeEmailDomains)
{
    /// <summary>Settings of a playbook, or the safe default.</summary>
    public PlaybookSettings For(string playbook) => Playbooks.GetValueOrDefault(playbook, PlaybookSettings.Default);
}

/// <summary>Settings of one playbook.</summary>
/// <param name="Mode">Whether it may change anything.</param>
/// <param name="MaxChangesPerRun">The most changes of one plan; the rest waits.</param>
public sealed record PlaybookSettings(PlaybookMode Mode, int MaxChangesPerRun)
{
    /// <summary>Reports only; 20 changes once allowed.</summary>
    public static PlaybookSettings Default { get; } = new(PlaybookMode.Report, 20);
}

/// <summary>Whether a playbook may change anything.</summary>
public enum PlaybookMode
{
    /// <summary>Scans and reports.</summary>
    Report,

    /// <summary>Plans and applies changes.</summary>
    Enforce,
}

/// <summary>A decision to leave something as it is, for a while.</summary>
/// <param name="Finding">A fingerprint, or a pattern over resource ids in which <c>*</c> stands for any text.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day it holds.</param>
public sealed record Exemption(string Finding, string Reason, string Owner, DateOnly Until);
