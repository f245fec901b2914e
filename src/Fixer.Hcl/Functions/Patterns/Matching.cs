using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary><c>regex</c> and <c>regexall</c>: the text that matches, or its groups as a tuple, or as an object if they have names.</summary>
static class Matching
{
    public static HclFunction Regex { get; } = Function(HclType.Dynamic, [Text("pattern"), Text("string")], call =>
    {
        var pattern = Parse(call);
        if (!pattern.CanMatch)
            return call.Unknown(HclType.Dynamic);
        foreach (var match in pattern.Matches(call.Text(1), call.Budget))
            return Found(call, pattern, match);
        throw new HclFunctionException("The pattern does not match any part of the string.", 1);
    });

    public static HclFunction RegexAll { get; } = Function(HclType.Dynamic, [Text("pattern"), Text("string")], call =>
    {
        var pattern = Parse(call);
        return pattern.CanMatch
            ? HclValue.List(ResultType(pattern), pattern.Matches(call.Text(1), call.Budget).Select(m => new HclElement(Found(call, pattern, m))), call.Origin)
            : call.Unknown(ListOfAny);
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
            : ObjectType.Of(pattern.GroupNames.Distinct().Select(n => new AttributeType(n!, HclType.String)));
    }

    /// <summary>Of groups of the same name the last one counts.</summary>
    static HclValue Found(in HclCall call, GoPattern pattern, PatternMatch match)
    {
        if (pattern.GroupNames.IsEmpty)
            return call.Result(match.Group(0)!);
        call.Budget.Spend(pattern.GroupNames.Length);
        var origin = call.Origin;
        var groups = pattern.GroupNames.Select((name, i) => new HclElement(
            name,
            match.Group(i + 1) is { } text ? HclValue.String(text, origin) : HclValue.Null(HclType.String, origin),
            origin));
        return pattern.GroupNames[0] is null ? HclValue.Tuple(groups, origin) : HclValue.Object(groups, origin);
    }
}
