using System.Collections.Immutable;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>Short words for defining functions; for <c>using static</c>.</summary>
static class FunctionDefinitions
{
    public static HclParameter Text(string name) => new(name, HclType.String);

    public static HclFunction Function(HclType result, ImmutableArray<HclParameter> parameters, Func<HclCall, HclValue> body) =>
        new HclValueFunction { Result = result, Parameters = parameters, Body = body };

    /// <summary>A value that is passed on because of what the call says.</summary>
    public static HclValue Selected(this in HclCall call, HclValue value) => value.From(Origin.Selected(null, value.Origin, call.Origin));
}
