using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Strings;

/// <summary><c>startswith</c>, <c>endswith</c>, <c>strcontains</c>.</summary>
static class Searching
{
    /// <summary>Any text starts with an empty prefix, even one that is not known.</summary>
    public static HclFunction StartsWith { get; } = Function(HclType.Bool, [Text("str") with { AllowsUnknown = true }, Text("prefix")], call =>
    {
        if (!call.Arguments[0].IsUnknown)
            return call.Result(call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal));
        return call.Text(1).Length == 0 ? call.Result(true) : call.Unknown(HclType.Bool);
    });

    public static HclFunction EndsWith { get; } = Function(HclType.Bool, [Text("str"), Text("suffix")], call =>
        call.Result(call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)));

    public static HclFunction StrContains { get; } = Function(HclType.Bool, [Text("str"), Text("substr")], call =>
        call.Result(call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)));
}
