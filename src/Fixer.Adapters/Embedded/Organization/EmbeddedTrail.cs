using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>Looks up the embedded CloudTrail.</summary>
public sealed class EmbeddedTrail(OrganizationFile file, EmbeddedCalls calls) : ITrail
{
    /// <inheritdoc/>
    public async Task<TrailAnswer> WritesTo(RecordSet record, CancellationToken cancellation)
    {
        try
        {
            await calls.Call(EmbeddedInventory.Auditor, record.AccountId, "us-east-1", "cloudtrail:LookupEvents", cancellation);
        }
        catch (AwsCallException error)
        {
            return new TrailAnswer([], new CollectionGap(record.AccountId, "us-east-1", "cloudtrail", "LookupEvents", error.Code));
        }

        return new TrailAnswer([.. file.Read().Trail.Where(t => t.Resource == record.Resource).Select(t => t.Event).OrderByDescending(e => e.Time)]);
    }
}
