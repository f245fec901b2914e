namespace Fixer.Adapters.Files;

/// <summary>Writes files that are there whole or not at all, whatever happens in between.</summary>
internal static class AtomicFile
{
    private static int counter;

    /// <summary>Puts <paramref name="content"/> at <paramref name="path"/>, in place of what was there.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = WriteTemporary(path, content);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Puts <paramref name="content"/> at <paramref name="path"/> unless something is there already; tells whether it did.</summary>
    public static bool Create(string path, ReadOnlySpan<byte> content)
    {
        var temporary = WriteTemporary(path, content);
        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }
    }

    private static string WriteTemporary(string path, ReadOnlySpan<byte> content)
    {
        // Beside the target: a rename is atomic within one file system only.
        var temporary = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref counter)}.tmp";
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        return temporary;
    }
}
