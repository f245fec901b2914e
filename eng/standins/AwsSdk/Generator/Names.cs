using System.Linq;
using System.Text;

namespace AwsSdk.Generator;

/// <summary>How the official packages name things; <c>tests/Fixer.AwsSdk.Tests</c> holds this to the real ones.</summary>
internal static class Names
{
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name of an enumeration's constant: parts between other signs than letters, digits and underscores start with a capital.</summary>
    public static string Constant(string value)
    {
        var made = new StringBuilder();
        var starts = true;
        foreach (var sign in value)
            if (sign is '_' || char.IsLetterOrDigit(sign))
            {
                made.Append(starts ? char.ToUpperInvariant(sign) : sign);
                starts = false;
            }
            else
                starts = true;
        return char.IsDigit(made[0]) ? "_" + made : made.ToString();
    }

    /// <summary>A string as a C# literal.</summary>
    public static string Literal(string? value) =>
        value is null ? "null" : "\"" + string.Concat(value.Select(sign => sign is '"' or '\\' ? "\\" + sign : sign.ToString())) + "\"";
}
