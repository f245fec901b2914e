namespace Fixer.Hcl.Values;

/// <summary>The order of strings in the language: by code points, as of their UTF-8 bytes. Ordinal order of .NET differs where there are surrogates.</summary>
static class CodePointOrder
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length - right.Length;
        return Weight(left[common]) - Weight(right[common]);
    }

    /// <summary>Surrogates stand for code points above all others.</summary>
    static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
