using System.Text;

namespace Fixer.Iac.CloudFormation;

/// <summary>The string language of <c>Fn::Sub</c> (<c>${Name}</c>, <c>${Name.Attribute}</c>, <c>${!Literal}</c>) and of <c>Fn::ForEach</c> (<c>${X}</c>, <c>&amp;{X}</c>).</summary>
static class Placeholders
{
    /// <summary>Whether a loop would put something into the string.</summary>
    public static bool In(string text) => text.Contains("${", StringComparison.Ordinal) || text.Contains("&{", StringComparison.Ordinal);

    /// <summary>The variables of an <c>Fn::Sub</c> string.</summary>
    public static IEnumerable<string> Variables(string text)
    {
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
                yield break;
            var name = text[(at + 2)..end];
            if (!name.StartsWith('!'))
                yield return name.Trim();
        }
    }

    /// <summary>The value of an <c>Fn::Sub</c> string without variables: <c>${!x}</c> is <c>${x}</c>.</summary>
    public static string Unescape(string text) => new StringBuilder(text).Replace("${!", "${").ToString();

    /// <summary>Whether a name with a loop's placeholders in it can become <paramref name="id"/>.</summary>
    public static bool MayBecome(string pattern, string id)
    {
        var first = FirstOf(pattern);
        if (first < 0)
            return pattern == id;
        var last = pattern.LastIndexOf('}');
        return id.StartsWith(pattern[..first], StringComparison.Ordinal)
            && (last < first || id.EndsWith(pattern[(last + 1)..], StringComparison.Ordinal));
    }

    static int FirstOf(string pattern)
    {
        var dollar = pattern.IndexOf("${", StringComparison.Ordinal);
        var and = pattern.IndexOf("&{", StringComparison.Ordinal);
        return dollar < 0 ? and : and < 0 ? dollar : Math.Min(dollar, and);
    }
}
