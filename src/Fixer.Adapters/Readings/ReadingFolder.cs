using System.Text.Json;
using Fixer.Adapters.Files;
using Fixer.Iac.Readings;

namespace Fixer.Adapters.Readings;

/// <summary>Keeps readings in a folder, one file a repository. A file that is missing, cut off or of another version is as if it had not been written.</summary>
/// <param name="folder">The folder; made when it is not there.</param>
public sealed class ReadingFolder(string folder) : IReadingStore
{
    /// <inheritdoc/>
    public KeptReading? Find(string repository)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(repository));
            return JsonSerializer.Deserialize<KeptReading>(stream, Json.Compact);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Keep(string repository, KeptReading reading)
    {
        var path = PathOf(repository);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(reading, Json.Compact));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next run reads the repository again.
        }
    }

    private string PathOf(string repository) => Path.Combine(folder, repository + ".json");
}
