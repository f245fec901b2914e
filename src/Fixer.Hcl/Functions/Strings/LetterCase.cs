using System.Text;
using Fixer.Hcl.Evaluation;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Strings;

/// <summary><c>upper</c>, <c>lower</c> and <c>title</c>: every letter for itself, by Unicode's simple mappings.</summary>
static class LetterCase
{
    public static HclFunction Upper { get; } = TextFunction("str", text => Map(text, ToUpper));

    public static HclFunction Lower { get; } = TextFunction("str", text => Map(text, ToLower));

    /// <summary>The first letter of each word; a word begins behind white space, and behind any ASCII character that is no letter, digit or underscore.</summary>
    public static HclFunction Title { get; } = TextFunction("str", text =>
    {
        var result = new StringBuilder(text.Length);
        var isBehindSeparator = true;
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(isBehindSeparator ? ToTitle(rune) : rune);
            isBehindSeparator = IsSeparator(rune);
        }

        return result.ToString();
    });

    static string Map(string text, Func<Rune, Rune> map)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(map(rune));
        return result.ToString();
    }

    /// <summary>.NET leaves the letters alone that only Turkish or old print has, and knows two capitals that Terraform's Unicode 15 does not have yet.</summary>
    static Rune ToUpper(Rune rune) => rune.Value switch
    {
        'ı' => new('I'),
        'ſ' => new('S'),
        'ƛ' or 'ɤ' => rune,
        _ => Rune.ToUpperInvariant(rune),
    };

    static Rune ToLower(Rune rune) => rune.Value == 'İ' ? new('i') : Rune.ToLowerInvariant(rune);

    /// <summary>A few letters are two in one, of which only the first becomes a capital, and Georgian has capitals for whole words only.</summary>
    static Rune ToTitle(Rune rune) => rune.Value switch
    {
        >= 'Ǆ' and <= 'ǆ' => new('ǅ'),
        >= 'Ǉ' and <= 'ǉ' => new('ǈ'),
        >= 'Ǌ' and <= 'ǌ' => new('ǋ'),
        >= 'Ǳ' and <= 'ǳ' => new('ǲ'),
        >= 'ა' and <= 'ჿ' => rune,
        _ => ToUpper(rune),
    };

    static bool IsSeparator(Rune rune) => rune.IsAscii
        ? !char.IsAsciiLetterOrDigit((char)rune.Value) && rune.Value != '_'
        : !Rune.IsLetterOrDigit(rune) && Rune.IsWhiteSpace(rune);
}
