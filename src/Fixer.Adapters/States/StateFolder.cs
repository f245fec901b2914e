using System.Collections.Immutable;
using Fixer.Iac.Terraform.State;
using Fixer.Ownership;

namespace Fixer.Adapters.States;

/// <summary>States in files: a file, or every <c>*.tfstate</c> in a folder and those below. Links are not followed.</summary>
/// <param name="path">The file or folder.</param>
public sealed class StateFolder(string path) : IStateStore
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <inheritdoc/>
    public Task<StateReadings> Read(CancellationToken cancellation)
    {
        var (states, failures) = (ImmutableArray.CreateBuilder<LocatedState>(), ImmutableArray.CreateBuilder<StateFailure>());
        try
        {
            IEnumerable<string> files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.tfstate", Below).Order(StringComparer.Ordinal);
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                ReadOne(file, states, failures);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            failures.Add(new StateFailure(path, error.Message));
        }

        return Task.FromResult(new StateReadings(states.ToImmutable(), failures.ToImmutable()));
    }

    private static void ReadOne(string file, ImmutableArray<LocatedState>.Builder states, ImmutableArray<StateFailure>.Builder failures)
    {
        try
        {
            using var stream = File.OpenRead(file);
            states.Add(new LocatedState(new StateLocation(null, file), TerraformState.Read(stream, file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            failures.Add(new StateFailure(file, error.Message));
        }
    }
}
