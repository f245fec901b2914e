namespace Fixer.Iac.Terraform.State;

/// <summary>A backend that a state belongs to.</summary>
/// <typeparam name="T">What the caller knows root modules by.</typeparam>
/// <param name="Module">The root module.</param>
/// <param name="Backend">Its backend.</param>
/// <param name="Workspace">The workspace that the state is of.</param>
public sealed record BackendMatch<T>(T Module, StateBackend Backend, string Workspace);

/// <summary>
/// Answers which root modules a state in S3 belongs to. A look-up depends on the length of the key only, not on the number of modules. States in files
/// are not in it: where they are depends on the module's folder, so ask its backend.
/// </summary>
/// <typeparam name="T">What the caller knows root modules by.</typeparam>
public sealed class BackendIndex<T>
{
    readonly Dictionary<StateLocation, List<(T Module, StateBackend Backend)>> byDefault = [];
    readonly Dictionary<(string Bucket, string Prefix, string Key), List<(T Module, StateBackend Backend)>> byWorkspace = [];

    /// <summary>Indexes backends. One that cannot be located (see <see cref="StateBackend.Obstacles"/>) is never found.</summary>
    public BackendIndex(IEnumerable<(T Module, StateBackend Backend)> backends)
    {
        foreach (var owner in backends)
        {
            if (owner.Backend.Locate(StateBackend.DefaultWorkspace) is not { Bucket: { } bucket } location)
                continue;
            Add(byDefault, location, owner);
            Add(byWorkspace, (bucket, StateLocation.Join(owner.Backend.KeyPrefix), StateLocation.Join(location.Path)), owner);
        }
    }

    /// <summary>The root modules whose state it is: none if no module is known to have it, several if they share it.</summary>
    public IEnumerable<BackendMatch<T>> Find(string bucket, string key)
    {
        var location = new StateLocation(bucket, key);
        return byDefault.GetValueOrDefault(location, [])
            .Concat(Splits(key).SelectMany(s => byWorkspace.GetValueOrDefault((bucket, s.Prefix, s.Key), [])))
            .Where(o => o.Backend.WorkspaceOf(location) is not null)
            .Select(o => new BackendMatch<T>(o.Module, o.Backend, o.Backend.WorkspaceOf(location)!))
            .Distinct();
    }

    /// <summary>The ways to read a key as prefix, workspace and key.</summary>
    static IEnumerable<(string Prefix, string Key)> Splits(string key)
    {
        for (int previous = -1, slash = key.IndexOf('/', StringComparison.Ordinal); slash >= 0; previous = slash, slash = key.IndexOf('/', slash + 1))
            yield return (previous < 0 ? "" : key[..previous], key[(slash + 1)..]);
    }

    static void Add<TKey>(Dictionary<TKey, List<(T Module, StateBackend Backend)>> index, TKey key, (T Module, StateBackend Backend) owner)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var owners))
            index[key] = owners = [];
        owners.Add(owner);
    }
}
