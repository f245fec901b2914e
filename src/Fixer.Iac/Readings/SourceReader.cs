using System.Collections.Immutable;
using Fixer.Iac.Terraform;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Readings;

/// <summary>Reads a repository, or takes what it was read to before if no byte of it has changed since. Safe for threads, each with its own repository.</summary>
/// <param name="store">Where readings are kept; null to read always.</param>
public sealed class SourceReader(IReadingStore? store = null)
{
    /// <summary>The root modules of a repository that say where their state is kept, and where that is.</summary>
    public RepositoryBackends Backends(SourceTree tree)
    {
        if (store is null)
            return new(tree, "", TerraformSources.Backends(tree));
        var content = ReadingKeys.Content(tree);
        if (store.Find(tree.Repository) is { } kept && kept.Content == content)
            return new(tree, content, kept.Backends);
        var backends = TerraformSources.Backends(tree);
        store.Keep(tree.Repository, new KeptReading(content, backends, "", null));
        return new(tree, content, backends);
    }

    /// <summary>What a repository declares in the given workspaces.</summary>
    /// <param name="repository">The repository, as <see cref="Backends"/> gave it.</param>
    /// <param name="workspaces">The workspaces that root modules are known to have, by folder.</param>
    public SourceIndex Index(RepositoryBackends repository, IReadOnlyDictionary<string, ImmutableArray<string>> workspaces)
    {
        if (store is null)
            return SourceIndex.Read(repository.Tree, workspaces);
        var deployed = ReadingKeys.Deployed(workspaces);
        if (store.Find(repository.Tree.Repository) is { Reading: { } reading } kept && kept.Content == repository.Content && kept.Deployed == deployed)
            return SourceIndex.Of(repository.Tree, reading);
        var index = SourceIndex.Read(repository.Tree, workspaces);
        store.Keep(repository.Tree.Repository, new KeptReading(repository.Content, repository.Backends, deployed, index.Reading));
        return index;
    }
}

/// <summary>A repository and the backends of its root modules.</summary>
/// <param name="Tree">The repository.</param>
/// <param name="Content">Names its files.</param>
/// <param name="Backends">The backends.</param>
public sealed record RepositoryBackends(SourceTree Tree, string Content, ImmutableArray<RootBackend> Backends);
