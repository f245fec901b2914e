using System.Globalization;
using System.Text;

namespace Fixer.Hcl;

/// <summary>ID_Start and ID_Continue of Unicode Standard Annex 31, by general category.</summary>
static class UnicodeIdentifiers
{
    public static bool CanStart(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    public static bool CanContinue(Rune rune) => CanStart(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
