using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>Every repository, read, and every state; and those that could not be.</summary>
/// <param name="Indexes">Readable repositories.</param>
/// <param name="Failures">Unreadable ones.</param>
/// <param name="States">The states, and whose they are.</param>
public sealed record Sources(ImmutableArray<SourceIndex> Indexes, ImmutableArray<RepositoryFailure> Failures, States States)
{
    /// <summary>Reads what the trees declare, in the workspaces that the states show.</summary>
    public static Sources Read(RepositoryReadings readings, StateReadings states)
    {
        var held = States.Of(readings.Trees, states);
        return new([.. readings.Trees.Select(t => SourceIndex.Read(t, held.Workspaces(t.Repository)))], readings.Failures, held);
    }

    /// <summary>The index of one repository, or null.</summary>
    public SourceIndex? Find(string repository) => Indexes.FirstOrDefault(i => i.Tree.Repository == repository);

    /// <summary>Repositories whose code declares a bucket of that name.</summary>
    public IEnumerable<(SourceIndex Index, DeclaredBucket Bucket)> DeclaringBucket(string name) =>
        Indexes.SelectMany(i => i.Buckets.Where(b => b.Name == name).Select(b => (i, b)));

    /// <summary>How a live record set is sought in source code.</summary>
    public static RecordKey KeyOf(RecordSet record, OrganizationInventory inventory)
    {
        // A zone of the same name may hide in an account that could not be read; then the name alone tells nothing.
        var complete = !inventory.Gaps.Any(g => g.Service is "route53" or "*");
        var sameName = inventory.Zones.Where(z => z.Name == record.ZoneName).ToArray();
        return new RecordKey(
            record.ZoneName,
            record.ZoneId,
            record.IsPrivateZone,
            complete && sameName.Count(z => z.IsPrivate == record.IsPrivateZone) == 1,
            complete && sameName.Length == 1,
            record.Name,
            record.Type,
            record.Routing?.SetIdentifier);
    }
}
