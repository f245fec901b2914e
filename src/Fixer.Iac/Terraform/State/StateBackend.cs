using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fixer.Iac.Terraform.State;

/// <summary>Where a root module keeps its states: a <c>backend</c> or <c>cloud</c> block, or what Terragrunt makes one of.</summary>
/// <param name="Type">The type: <c>s3</c>, <c>local</c>, <c>cloud</c>, <c>remote</c>, …</param>
/// <param name="Settings">The arguments that are written; those of a block in it after its name and a dot (<c>workspaces.name</c>).</param>
/// <param name="Source">Where it is written; null for the local backend of a module that has no such block.</param>
public sealed record StateBackend(string Type, ImmutableSortedDictionary<string, BackendSetting> Settings, SourceLocation? Source)
{
    /// <summary>The workspace that is always there.</summary>
    public const string DefaultWorkspace = "default";

    const string FileName = "terraform.tfstate";

    /// <summary>The backend of a module that says nothing about it.</summary>
    public static StateBackend Local { get; } = new("local", ImmutableSortedDictionary<string, BackendSetting>.Empty.WithComparers(StringComparer.Ordinal), null);

    /// <summary>An argument; not set if it is not written.</summary>
    public BackendSetting this[string name] => Settings.GetValueOrDefault(name);

    /// <summary>
    /// Why <see cref="Locate"/> has no answer: arguments that are not set, as in a partial configuration, or not known; or a backend whose states are
    /// neither files nor objects. Empty if it has one.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<string> Obstacles => Type switch
    {
        "s3" => [.. Required("bucket"), .. Required("key"), .. Known("workspace_key_prefix")],
        "local" => [.. Known("path"), .. Known("workspace_dir")],
        _ => [$"states of the backend {Type} are not read"],
    };

    /// <summary>The object or file that holds the state of a workspace; null if there is no telling: see <see cref="Obstacles"/>.</summary>
    public StateLocation? Locate(string workspace)
    {
        if (!Obstacles.IsEmpty)
            return null;
        var isDefault = workspace == DefaultWorkspace;
        if (Type == "s3")
            return new StateLocation(this["bucket"].Value, isDefault ? this["key"].Value! : StateLocation.Join(KeyPrefix, workspace, this["key"].Value!));
        return new StateLocation(null, isDefault
            ? StateLocation.Join(NonEmpty("path") ?? FileName)
            : StateLocation.Join(NonEmpty("workspace_dir") ?? "terraform.tfstate.d", workspace, FileName));
    }

    /// <summary>The workspace whose state is there; null if it is none of this backend's, or there is no telling.</summary>
    public string? WorkspaceOf(StateLocation location)
    {
        if (Locate(DefaultWorkspace) is not { } @default)
            return null;
        if (location == @default)
            return DefaultWorkspace;
        var folder = Type == "s3" ? StateLocation.Join(KeyPrefix) : StateLocation.Join(NonEmpty("workspace_dir") ?? "terraform.tfstate.d");
        var start = folder.Length == 0 ? 0 : folder.Length + 1;
        if (!location.Path.StartsWith(folder, StringComparison.Ordinal) || location.Path.Length <= start)
            return null;
        var workspace = location.Path[start..].Split('/', 2)[0];
        return workspace.Length > 0 && Locate(workspace) == location ? workspace : null;
    }

    /// <summary>The backend completed, or overruled, by what <c>terraform init</c> is given as <c>-backend-config</c>; the last one that sets an argument counts.</summary>
    public StateBackend With(BackendConfig config) => this with { Settings = Settings.SetItems(config.Settings) };

    /// <summary>What the keys of other workspaces than the default one start with.</summary>
    internal string KeyPrefix => this["workspace_key_prefix"].Value ?? "env:";

    string? NonEmpty(string name) => this[name].Value is { Length: > 0 } value ? value : null;

    IEnumerable<string> Required(string name) => this[name].IsKnown && NonEmpty(name) is null ? [$"{name} is not set"] : Known(name);

    IEnumerable<string> Known(string name) => this[name].WhyUnknown is { } why ? [$"{name}: {why}"] : [];
}
