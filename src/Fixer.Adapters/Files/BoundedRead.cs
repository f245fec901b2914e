namespace Fixer.Adapters.Files;

/// <summary>Reads what somebody else writes: a program, or whoever pipes something in.</summary>
public static class BoundedRead
{
    private const int PartBytes = 64 << 10;

    /// <summary>Everything; null if that is more than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> All(Stream stream, int maxBytes, CancellationToken cancellation)
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
