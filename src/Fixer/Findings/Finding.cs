using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Findings;

/// <summary>One resource breaks one playbook's rule.</summary>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="Resource">What is wrong.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Title">One line for lists.</param>
/// <param name="Risk">What can happen, in one or two sentences.</param>
/// <param name="Target">What the resource depends on that is gone, such as <c>bucket assets.example.com</c>.</param>
/// <param name="Facts">What was seen, one sentence each.</param>
/// <param name="ReliesOnAbsenceIn">Services whose complete inventory the verdict rests on, as IAM prefixes.</param>
/// <param name="Blocked">Why nothing may follow from it; null when something may.</param>
public sealed record Finding(
    string Playbook,
    ResourceId Resource,
    Severity Severity,
    string Title,
    string Risk,
    string Target,
    ImmutableArray<string> Facts,
    ImmutableArray<string> ReliesOnAbsenceIn,
    Refusal? Blocked = null)
{
    /// <summary>The same for the same playbook and resource in every run, on every machine.</summary>
    public string Fingerprint => Findings.Fingerprint.Of(Playbook, Resource.AccountId, Resource.Region, Resource.Type, Resource.Id);
}

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Untidy; nobody can exploit it today.</summary>
    Hygiene,

    /// <summary>Exploitable with luck, such as address churn.</summary>
    High,

    /// <summary>Exploitable by anybody, now.</summary>
    Critical,
}
