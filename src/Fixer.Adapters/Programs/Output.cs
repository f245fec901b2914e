namespace Fixer.Adapters.Programs;

/// <summary>Reads what a program writes.</summary>
internal static class Output
{
    private const int PartBytes = 64 << 10;

    /// <summary>Everything; null if that is more than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> Read(Stream stream, int maxBytes, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var part = new byte[PartBytes];
        while (await stream.ReadAsync(part, cancellation) is > 0 and var count)
        {
            if (all.Length + count > maxBytes)
                return null;
            all.Write(part, 0, count);
        }

        return all.ToArray();
    }
}
