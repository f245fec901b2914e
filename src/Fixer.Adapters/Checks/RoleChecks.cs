using System.Collections.Immutable;
using Fixer.Inventory;

namespace Fixer.Adapters.Checks;

/// <summary>Checks that each account can be read, tagged and fixed: that Fixer's roles are there, and allow what the playbooks declare.</summary>
public static class RoleChecks
{
    private const int AtOnce = 16;

    /// <summary>One check an account and role.</summary>
    /// <param name="roles">The roles.</param>
    /// <param name="playbooks">The playbooks in use.</param>
    /// <param name="mayFix">Whether a playbook may change anything; the role of one that only reports is not needed.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ImmutableArray<Check>> Run(IRoles roles, ImmutableArray<Playbook> playbooks, Func<Playbook, bool> mayFix, CancellationToken cancellation)
    {
        ImmutableArray<Account> accounts;
        try
        {
            accounts = await roles.Accounts(cancellation);
        }
        catch (OrganizationUnreadableException error)
        {
            return [new Check("organization", "accounts", CheckOutcome.Fails, error.Message)];
        }

        var asked = Needed(playbooks, mayFix);
        var checks = new Check[accounts.Length * asked.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, checks.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, stop) =>
        {
            var (account, (role, actions)) = (accounts[i / asked.Length], asked[i % asked.Length]);
            checks[i] = Said(account, actions, await roles.Ask(account.Id, role, actions, stop));
        });
        return [new Check("organization", "accounts", CheckOutcome.Works, $"{accounts.Length} accounts."), .. checks];
    }

    private static ImmutableArray<(FixerRole Role, ImmutableArray<string> Actions)> Needed(ImmutableArray<Playbook> playbooks, Func<Playbook, bool> mayFix) =>
    [
        (new FixerRole(RolePurpose.Auditor), Union(playbooks.SelectMany(p => p.Permissions.Read))),
        (new FixerRole(RolePurpose.Tagger), Union(playbooks.SelectMany(p => p.Permissions.Tag))),
        .. playbooks.Where(mayFix).Select(p => (new FixerRole(RolePurpose.Playbook, p.Id), Union(p.Permissions.Fix))),
    ];

    private static ImmutableArray<string> Union(IEnumerable<string> actions) => [.. actions.Distinct().Order(StringComparer.Ordinal)];

    private static Check Said(Account account, ImmutableArray<string> actions, RoleAnswer answer)
    {
        var subject = $"{account.Id} {account.Name}";
        if (answer.Denial is { } denial)
            return new Check("account", subject, CheckOutcome.Fails, $"Role {answer.Name} cannot be assumed: {denial} Onboard the account again.");
        if (!answer.Missing.IsEmpty)
            return new Check("account", subject, CheckOutcome.Fails, $"Role {answer.Name} lacks {string.Join(", ", answer.Missing)}. Onboard the account again, or give the role what is missing.");
        return answer.Unknown is { } unknown
            ? new Check("account", subject, CheckOutcome.Warning, $"Role {answer.Name} can be assumed. What it allows cannot be told: {unknown}")
            : new Check("account", subject, CheckOutcome.Works, $"Role {answer.Name} can be assumed and allows {string.Join(", ", actions)}.");
    }
}
