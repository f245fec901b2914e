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
            return new(tree, "", TerraformSources.Backends(tree), null);
        var content = ReadingKeys.Content(tree);
        return store.Find(tree.Repository) is { } kept && kept.Content == content
            ? new(tree, content, kept.Backends, kept)
            : new(tree, content, TerraformSources.Backends(tree), null);
    }

    /// <summary>What a repository declares in the given workspaces.</summary>
    /// <param name="repository">The repository, as <see cref="Backends"/> gave it.</param>
    /// <param name="workspaces">The workspaces that root modules are known to have, by folder.</param>
    public SourceIndex Index(RepositoryBackends repository, IReadOnlyDictionary<string, ImmutableArray<string>> workspaces)
    {
        var deployed = ReadingKeys.Deployed(workspaces);
        if (repository.Kept is { } kept && kept.Deployed == deployed)
            return SourceIndex.Of(repository.Tree, kept.Reading);
        var index = SourceIndex.Read(repository.Tree, workspaces);
        store?.Keep(repository.Tree.Repository, new KeptReading(repository.Content, repository.Backends, deployed, index.Reading));
        return index;
    }
}

/// <summary>A repository and the backends of its root modules.</summary>
/// <param name="Tree">The repository.</param>
/// <param name="Content">Names its files; empty if no reading is kept.</param>
/// <param name="Backends">The backends.</param>
/// <param name="Kept">What the same files were read to before; null if they were not.</param>
public sealed record RepositoryBackends(SourceTree Tree, string Content, ImmutableArray<RootBackend> Backends, KeptReading? Kept);
