using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions.Strings;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary><c>replace</c>: of text, or of what matches a regular expression if that is between slashes.</summary>
static class Replacing
{
    public static HclFunction Replace { get; } = Function(HclType.String, [Text("str"), Text("substr"), Text("replace")], call => call.Text(1) is ['/', .. var pattern, '/']
        ? Matches(call, call.Text(0), GoPattern.Parse(pattern, 1, call.Budget), call.Text(2))
        : call.Result(Occurrences(call.Budget, call.Text(0), call.Text(1), call.Text(2))));

    static string Occurrences(EvaluationBudget budget, string text, string old, string replacement)
    {
        Joining.Spend(budget, old.Length == 0 ? text.Length + 1 : text.AsSpan().Count(old), replacement.Length);
        if (old.Length > 0)
            return text.Replace(old, replacement, StringComparison.Ordinal);
        var result = new StringBuilder(replacement);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune).Append(replacement);
        return result.ToString();
    }

    static HclValue Matches(in HclCall call, string text, GoPattern pattern, string replacement)
    {
        if (!pattern.CanMatch)
            return call.Unknown(HclType.String);
        var result = new StringBuilder();
        var end = 0;
        foreach (var match in pattern.Matches(text, call.Budget))
        {
            result.Append(text, end, match.Start - end);
            Expand(call.Budget, result, replacement, match, pattern);
            end = match.End;
        }

        return call.Result(result.Append(text, end, text.Length - end).ToString());
    }

    /// <summary>In the replacement <c>$1</c>, <c>$name</c> and <c>${name}</c> stand for groups; the name is as long as possible. <c>$$</c> is a dollar sign.</summary>
    static void Expand(EvaluationBudget budget, StringBuilder result, string replacement, PatternMatch match, GoPattern pattern)
    {
        budget.SpendText(replacement.Length);
        for (var at = 0; at < replacement.Length;)
        {
            var dollar = replacement.IndexOf('$', at);
            if (dollar < 0)
                dollar = replacement.Length;
            result.Append(replacement, at, dollar - at);
            at = dollar + 1;
            if (dollar == replacement.Length)
                return;
            if (at < replacement.Length && replacement[at] == '$')
                at++;
            else if (Name(replacement, ref at) is { } name)
            {
                var group = Group(match, pattern, name);
                budget.SpendText(group?.Length ?? 0);
                result.Append(group);
                continue;
            }

            result.Append('$');
        }
    }

    static string? Name(string replacement, ref int at)
    {
        var isBraced = at < replacement.Length && replacement[at] == '{';
        var start = isBraced ? at + 1 : at;
        var end = start;
        while (end < replacement.Length && (char.IsLetter(replacement[end]) || char.IsDigit(replacement[end]) || replacement[end] == '_'))
            end++;
        if (end == start || (isBraced && (end == replacement.Length || replacement[end] != '}')))
            return null;
        at = isBraced ? end + 1 : end;
        return replacement[start..end];
    }

    /// <summary>By its number, or the first of its name that has part in the match.</summary>
    static string? Group(PatternMatch match, GoPattern pattern, string name)
    {
        if (name.AsSpan().ContainsAnyExceptInRange('0', '9') || (name[0] == '0' && name.Length > 1) || name.Length > 8)
            return Enumerable.Range(0, pattern.GroupNames.Length).Where(i => pattern.GroupNames[i] == name).Select(i => match.Group(i + 1)).FirstOrDefault(g => g is not null);
        var number = int.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture);
        return number <= pattern.GroupNames.Length ? match.Group(number) : null;
    }
}
