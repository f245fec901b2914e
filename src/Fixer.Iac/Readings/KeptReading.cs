using System.Collections.Immutable;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Readings;

/// <summary>What a repository was read to, kept so that it need not be read again while it does not change.</summary>
/// <param name="Content">What it was read from: see <see cref="ReadingKeys.Content"/>.</param>
/// <param name="Backends">Its root modules' backends.</param>
/// <param name="Deployed">The workspaces that its root modules were evaluated in: see <see cref="ReadingKeys.Deployed"/>.</param>
/// <param name="Reading">What it declares there.</param>
public sealed record KeptReading(string Content, ImmutableArray<RootBackend> Backends, string Deployed, SourceReading Reading);

/// <summary>Keeps readings, by repository. What it has lost, or cannot read, is read again: it never fails.</summary>
public interface IReadingStore
{
    /// <summary>What was kept of a repository; null if nothing was.</summary>
    KeptReading? Find(string repository);

    /// <summary>Keeps a reading in place of an earlier one.</summary>
    void Keep(string repository, KeptReading reading);
}
