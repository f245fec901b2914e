using System.Collections;

namespace Fixer.Hcl;

/// <summary>The tokens of a file, end to end.</summary>
public sealed class TokenList : IReadOnlyList<Token>
{
    /// <summary>Stands behind the last token, so that looking ahead needs no check.</summary>
    internal const TokenKind EndOfFile = (TokenKind)255;

    readonly TokenKind[] kinds;
    readonly int[] starts;

    /// <param name="kinds">The kinds, and <see cref="EndOfFile"/> behind them.</param>
    /// <param name="starts">Offsets of the first bytes, and the length of the file behind them.</param>
    internal TokenList(TokenKind[] kinds, int[] starts) => (this.kinds, this.starts) = (kinds, starts);

    /// <summary>Number of tokens.</summary>
    public int Length => starts.Length - 1;

    int IReadOnlyCollection<Token>.Count => Length;

    internal ReadOnlySpan<TokenKind> Kinds => kinds;

    internal ReadOnlySpan<int> Starts => starts;

    /// <summary>The token at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public Token this[int index] => new(kinds[index], new TextSpan(starts[index], starts[index + 1]));

    /// <summary>Index of the token that the byte at <paramref name="offset"/> is in; <see cref="Length"/> at the end of the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not in the file.</exception>
    public int IndexAt(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, starts[^1]);
        var index = Array.BinarySearch(starts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The tokens in order.</summary>
    public IEnumerator<Token> GetEnumerator()
    {
        for (var i = 0; i < Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
