using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.State;

/// <summary>
/// Answers which addresses in many states a live resource has. A look-up takes as long as there are hits, however many states there are. Beside the states
/// themselves, it needs up to 20 bytes for each thing that an instance can be looked up by, and 8 for the instance.
/// </summary>
public sealed class StateIndex
{
    readonly ImmutableArray<TerraformState> states;
    readonly int[] starts;
    readonly StateInstance[] instances;
    readonly HitTable byArn;
    readonly HitTable byId;
    readonly HitTable byRecord;

    StateIndex(ImmutableArray<TerraformState> states)
    {
        this.states = states;
        Incomplete = [.. states.Where(s => !s.IsComplete)];
        starts = new int[states.Length];
        instances = new StateInstance[states.Sum(s => s.Instances.Length)];
        for (int i = 0, next = 0; i < states.Length; next += states[i].Instances.Length, i++)
        {
            starts[i] = next;
            states[i].Instances.CopyTo(instances, next);
        }

        byArn = new HitTable(instances.Count(i => i.Arn is not null));
        byId = new HitTable(instances.Count(i => i.Id is not null));
        byRecord = new HitTable(instances.Count(i => i.Record is not null));
        for (var i = 0; i < instances.Length; i++)
            Add(i);
    }

    /// <summary>The states that could not be read to their end.</summary>
    public ImmutableArray<TerraformState> Incomplete { get; }

    /// <summary>How many instances are in the states.</summary>
    public int Count => instances.Length;

    /// <summary>Indexes states. What is in one that is not complete is found too; that it is not found then proves nothing.</summary>
    public static StateIndex Of(IEnumerable<TerraformState> states) => new([.. states]);

    /// <summary>The instances that have this ARN.</summary>
    public StateAnswer ByArn(string arn) => Answer(byArn, HashOf(arn), i => i.Arn == arn);

    /// <summary>The instances of a resource type that have this id. Most ids are unique only in an account and region: see <see cref="StateAnswer.IsConflict"/>.</summary>
    public StateAnswer ById(string type, string id)
    {
        var normal = NormalType(type);
        return Answer(byId, HashOfId(normal, id), i => i.Id == id && NormalType(i.Resource.Type) == normal);
    }

    /// <summary>The instances that are this record set of Route 53.</summary>
    public StateAnswer ByRecord(StateRecord record) => Answer(byRecord, record.GetHashCode(), i => i.Record == record);

    /// <summary>The provider has the types of load balancers under two names.</summary>
    internal static string NormalType(string type) =>
        type == "aws_alb" || type.StartsWith("aws_alb_", StringComparison.Ordinal) ? string.Concat("aws_lb", type.AsSpan("aws_alb".Length)) : type;

    void Add(int index)
    {
        var instance = instances[index];
        if (instance.Arn is { } arn)
            byArn.Add(HashOf(arn), index);
        if (instance.Id is { } id)
            byId.Add(HashOfId(NormalType(instance.Resource.Type), id), index);
        if (instance.Record is { } record)
            byRecord.Add(record.GetHashCode(), index);
    }

    StateAnswer Answer(HitTable table, int hash, Func<StateInstance, bool> isSame)
    {
        var owners = ImmutableArray.CreateBuilder<StateHit>();
        var readers = ImmutableArray.CreateBuilder<StateHit>();
        foreach (var index in table.Find(hash))
        {
            if (isSame(instances[index]))
                (instances[index].Resource.IsData ? readers : owners).Add(new StateHit(StateOf(index), instances[index]));
        }

        return new StateAnswer(owners.ToImmutable(), readers.ToImmutable(), Incomplete.IsEmpty);
    }

    /// <summary>Of states that start at the same instance all but the last are empty.</summary>
    TerraformState StateOf(int index)
    {
        var (low, high) = (0, starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= index ? (middle, high) : (low, middle - 1);
        }

        return states[low];
    }

    // Differs from process to process, so that no state can be made to have everything in one place.
    static int HashOf(string text) => StringComparer.Ordinal.GetHashCode(text);

    static int HashOfId(string type, string id) => HashCode.Combine(HashOf(type), HashOf(id));
}
