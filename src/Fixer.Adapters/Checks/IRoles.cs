using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Adapters.Checks;

/// <summary>The roles that Fixer has in the accounts of an organization.</summary>
public interface IRoles
{
    /// <summary>The organization's accounts that are to be looked at.</summary>
    /// <exception cref="OrganizationUnreadableException">They cannot be listed.</exception>
    Task<ImmutableArray<Account>> Accounts(CancellationToken cancellation);

    /// <summary>Assumes a role and finds out which of <paramref name="actions"/> it may not do. Does none of them.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="role">Which role.</param>
    /// <param name="actions">IAM actions, such as <c>route53:ListHostedZones</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<RoleAnswer> Ask(string account, FixerRole role, ImmutableArray<string> actions, CancellationToken cancellation);
}

/// <summary>One of Fixer's roles in an account.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Playbook">The playbook whose role it is; null for the auditor and the tagger.</param>
public sealed record FixerRole(RolePurpose Purpose, string? Playbook = null);

/// <summary>What a role is for.</summary>
public enum RolePurpose
{
    /// <summary>Reads.</summary>
    Auditor,

    /// <summary>Writes tags.</summary>
    Tagger,

    /// <summary>Fixes what its playbook is about.</summary>
    Playbook,
}

/// <summary>What was found out about a role.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="Denial">Why it cannot be assumed; null if it can.</param>
/// <param name="Missing">Actions that it may not do.</param>
/// <param name="Unknown">Why it cannot be told what it may do; null if it can.</param>
public sealed record RoleAnswer(string Name, string? Denial, ImmutableArray<string> Missing, string? Unknown);
