namespace Fixer.Adapters.Files;

/// <summary>Lets one writer at a time through, across tasks and processes. The lock file stays: deleting it would race with the next holder.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>Waits for the lock at <paramref name="path"/>. The operating system releases it when its holder dies.</summary>
    /// <exception cref="IOException">Somebody has held it for five minutes, or the file cannot be made.</exception>
    public static async Task<FileLock> Take(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            }
            catch (IOException) when (waited < Patience && File.Exists(path))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellation);
            }
        }
    }

    public void Dispose() => stream.Dispose();
}
