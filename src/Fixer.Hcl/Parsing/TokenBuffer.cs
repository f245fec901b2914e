using System.Buffers;

namespace Fixer.Hcl;

/// <summary>Tokens while they are cut, in arrays that serve again for the next file.</summary>
struct TokenBuffer(int capacity)
{
    TokenKind[] kinds = ArrayPool<TokenKind>.Shared.Rent(capacity);
    int[] starts = ArrayPool<int>.Shared.Rent(capacity);
    int count;

    public void Add(TokenKind kind, int start)
    {
        if (count == kinds.Length)
            kinds = Rented(kinds, count * 2);
        if (count == starts.Length)
            starts = Rented(starts, count * 2);
        kinds[count] = kind;
        starts[count++] = start;
    }

    /// <summary>The tokens in arrays of their own; the buffer cannot be used afterwards.</summary>
    public readonly TokenList ToList()
    {
        var list = new TokenList(kinds[..count], starts[..count]);
        ArrayPool<TokenKind>.Shared.Return(kinds);
        ArrayPool<int>.Shared.Return(starts);
        return list;
    }

    readonly T[] Rented<T>(T[] smaller, int length)
    {
        var larger = ArrayPool<T>.Shared.Rent(length);
        smaller.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(smaller);
        return larger;
    }
}
