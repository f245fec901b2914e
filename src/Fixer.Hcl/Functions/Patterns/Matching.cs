using System.Text.RegularExpressions;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary><c>regex</c> and <c>regexall</c>: the text that matches, or its groups as a tuple, or as an object if they have names.</summary>
static class Matching
{
    public static HclFunction Regex { get; } = Function(HclType.Dynamic, [Text("pattern"), Text("string")], call =>
    {
        var (pattern, text) = (Parse(call), call.Text(1));
        if (!pattern.CanMatch(text))
            return call.Unknown(HclType.Dynamic);
        return pattern.First(text, call.Budget) is { } match
            ? Found(call, pattern, match)
            : throw new HclFunctionException("The pattern does not match any part of the string.");
    });

    public static HclFunction RegexAll { get; } = Function(HclType.Dynamic, [Text("pattern"), Text("string")], call =>
    {
        var (pattern, text) = (Parse(call), call.Text(1));
        if (!pattern.CanMatch(text))
            return call.Unknown(ListOfAny);
        var (current, elements) = (call, new List<HclElement>());
        foreach (var match in pattern.All(text, call.Budget))
            elements.Add(new(Found(current, pattern, match)));
        return HclValue.List(ResultType(pattern), elements, call.Origin);
    });

    static GoPattern Parse(in HclCall call)
    {
        var pattern = GoPattern.Parse(call.Text(0), 0, call.Budget);
        if (pattern.GroupNames.Contains(null) && pattern.GroupNames.Any(n => n is not null))
            throw new HclFunctionException("Some groups of the pattern have names and some have not.", 0);
        return pattern;
    }

    static HclType ResultType(GoPattern pattern)
    {
        if (pattern.GroupNames.IsEmpty)
            return HclType.String;
        return pattern.GroupNames[0] is null
            ? new TupleType([.. pattern.GroupNames.Select(_ => HclType.String)])
            : ObjectType.Of(pattern.GroupNames.Select(n => new AttributeType(n!, HclType.String)));
    }

    static HclValue Found(in HclCall call, GoPattern pattern, Match match)
    {
        if (pattern.GroupNames.IsEmpty)
            return call.Result(match.Value);
        call.Budget.Spend(pattern.GroupNames.Length);
        var origin = call.Origin;
        var groups = pattern.GroupNames.Select((name, i) => match.Groups[i + 1] is { Success: true } group
            ? new HclElement(name, HclValue.String(group.Value, origin), origin)
            : new HclElement(name, HclValue.Null(HclType.String, origin), origin));
        return pattern.GroupNames[0] is null ? HclValue.Tuple(groups, origin) : HclValue.Object(groups, origin);
    }
}
