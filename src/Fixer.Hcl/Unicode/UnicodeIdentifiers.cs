using System.Globalization;
using System.Text;

namespace Fixer.Hcl;

/// <summary>
/// ID_Start and ID_Continue of Unicode Standard Annex 31, by general category and the few characters that it lists beside. Takes letters
/// newer than Unicode 9 too, at which HashiCorp's scanner stopped: what the runtime knows.
/// </summary>
static class UnicodeIdentifiers
{
    public static bool CanStart(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        ? rune.Value != VerticalTilde
        : IsOtherStart(rune.Value);

    public static bool CanContinue(Rune rune) => CanStart(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        || IsOtherContinue(rune.Value);

    /// <summary>A letter by its category, and yet reserved for syntax.</summary>
    const int VerticalTilde = 0x2E2F;

    static bool IsOtherStart(int point) => point is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;

    static bool IsOtherContinue(int point) => point is 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA;
}
