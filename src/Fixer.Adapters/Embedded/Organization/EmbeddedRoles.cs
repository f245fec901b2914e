using System.Collections.Immutable;
using Fixer.Adapters.Checks;
using Fixer.Inventory;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>The roles of an embedded organization: they exist, and allow everything, except where a fault says otherwise.</summary>
public sealed class EmbeddedRoles(OrganizationFile file, EmbeddedCalls calls) : IRoles
{
    /// <inheritdoc/>
    public Task<ImmutableArray<Account>> Accounts(CancellationToken cancellation) => Task.FromResult(file.Read().Accounts);

    /// <inheritdoc/>
    public async Task<RoleAnswer> Ask(string account, FixerRole role, ImmutableArray<string> actions, CancellationToken cancellation)
    {
        var name = role.Purpose switch
        {
            RolePurpose.Auditor => EmbeddedInventory.Auditor,
            RolePurpose.Tagger => EmbeddedApi.Tagger,
            _ => EmbeddedApi.RoleOf(role.Playbook!),
        };
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var action in actions.Prepend("sts:AssumeRole"))
        {
            try
            {
                await calls.Call(name, account, "global", action, cancellation);
            }
            catch (AwsCallException error) when (action == "sts:AssumeRole")
            {
                return new RoleAnswer(name, error.Message + ".", [], null);
            }
            catch (AwsCallException error) when (error.IsTransient)
            {
                return new RoleAnswer(name, null, [], error.Message + ".");
            }
            catch (AwsCallException)
            {
                missing.Add(action);
            }
        }

        return new RoleAnswer(name, null, missing.ToImmutable(), null);
    }
}
