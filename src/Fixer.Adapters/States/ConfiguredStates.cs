using System.Collections.Immutable;
using Fixer.Ownership;

namespace Fixer.Adapters.States;

/// <summary>Reads the Terraform states that the configuration names, wherever they are.</summary>
/// <param name="stores">The places.</param>
public sealed class ConfiguredStates(IEnumerable<IStateStore> stores) : IStates
{
    private readonly ImmutableArray<IStateStore> stores = [.. stores];

    /// <inheritdoc/>
    public async Task<StateReadings> ReadAll(CancellationToken cancellation)
    {
        var (states, failures) = (ImmutableArray.CreateBuilder<LocatedState>(), ImmutableArray.CreateBuilder<StateFailure>());
        foreach (var store in stores)
        {
            var readings = await store.Read(cancellation);
            states.AddRange(readings.States);
            failures.AddRange(readings.Failures);
        }

        return new StateReadings(states.ToImmutable(), failures.ToImmutable());
    }
}

/// <summary>A place that holds states.</summary>
public interface IStateStore
{
    /// <summary>All states in it. What cannot be read is a failure in the answer.</summary>
    Task<StateReadings> Read(CancellationToken cancellation);
}
