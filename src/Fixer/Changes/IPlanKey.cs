namespace Fixer.Changes;

/// <summary>Holds the secret that ties plans to the store they were made with.</summary>
public interface IPlanKey
{
    /// <summary>32 random bytes, made when the store is created and never changed.</summary>
    Task<byte[]> PlanKey(CancellationToken cancellation);
}
