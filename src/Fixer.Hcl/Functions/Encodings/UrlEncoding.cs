using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Encodings;

/// <summary><c>urlencode</c>: text as it stands in the query of a URL.</summary>
static class UrlEncoding
{
    public static HclFunction UrlEncode { get; } = TextFunction("str", text =>
    {
        var result = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
                result.Append((char)b);
            else if (b == ' ')
                result.Append('+');
            else
                result.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return result.ToString();
    });
}
