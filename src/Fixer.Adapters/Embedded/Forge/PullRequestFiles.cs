using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fixer.Adapters.Files;

namespace Fixer.Adapters.Embedded;

/// <summary>The pull requests of one repository: a folder of files <c>number.json</c>, made to be looked at.</summary>
internal sealed class PullRequestFiles(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Relaxed: the file is for people and never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One writer at a time: numbers are given out and states moved under this lock.</summary>
    public Task<FileLock> Lock(CancellationToken cancellation) => FileLock.Take(Path.Combine(folder, ".lock"), cancellation);

    /// <summary>Every pull request, by number.</summary>
    /// <exception cref="InvalidDataException">A file is not what was written.</exception>
    public ImmutableArray<StoredPullRequest> All() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OrderBy(p => p.Number)]
        : [];

    /// <exception cref="InvalidOperationException">There is none of that number.</exception>
    public StoredPullRequest Get(int number) => File.Exists(PathOf(number))
        ? Read(PathOf(number))
        : throw new InvalidOperationException($"There is no pull request {number} in {folder}.");

    public void Write(StoredPullRequest pull) => AtomicFile.Replace(PathOf(pull.Number), JsonSerializer.SerializeToUtf8Bytes(pull, Json));

    private string PathOf(int number) => Path.Combine(folder, $"{number}.json");

    private static StoredPullRequest Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredPullRequest>(File.ReadAllBytes(path), Json) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged: {e.Message}", e);
        }
    }
}
