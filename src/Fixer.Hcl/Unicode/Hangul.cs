namespace Fixer.Hcl;

/// <summary>Syllables of Korean from their letters and back, which is arithmetic: Unicode 15.0, section 3.12.</summary>
static class Hangul
{
    const int Syllables = 0xAC00;
    const int Leading = 0x1100;
    const int Vowel = 0x1161;

    /// <summary>Before the first trailing consonant, so that 0 is none.</summary>
    const int Trailing = 0x11A7;

    const int LeadingCount = 19;
    const int VowelCount = 21;
    const int TrailingCount = 28;
    const int SyllableCount = LeadingCount * VowelCount * TrailingCount;

    /// <summary>Whether it may combine with what stands before it.</summary>
    public static bool IsTrailing(int point) => IsIn(point, Vowel, VowelCount) || IsIn(point, Trailing + 1, TrailingCount - 1);

    public static int[]? Decompose(int point)
    {
        if (!IsIn(point, Syllables, SyllableCount))
            return null;
        var (pair, trailing) = Math.DivRem(point - Syllables, TrailingCount);
        var (leading, vowel) = Math.DivRem(pair, VowelCount);
        return trailing == 0 ? [Leading + leading, Vowel + vowel] : [Leading + leading, Vowel + vowel, Trailing + trailing];
    }

    public static int? Compose(int first, int second)
    {
        if (IsIn(first, Leading, LeadingCount) && IsIn(second, Vowel, VowelCount))
            return Syllables + ((((first - Leading) * VowelCount) + second - Vowel) * TrailingCount);
        if (IsIn(first, Syllables, SyllableCount) && (first - Syllables) % TrailingCount == 0 && IsIn(second, Trailing + 1, TrailingCount - 1))
            return first + second - Trailing;
        return null;
    }

    static bool IsIn(int point, int first, int count) => (uint)(point - first) < (uint)count;
}
