using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Types;

/// <summary><c>tostring</c>, <c>tonumber</c>, <c>tobool</c>, <c>tolist</c>, <c>toset</c>, <c>tomap</c>: what is converted is yielded by what it was.</summary>
static class Conversions
{
    public static HclFunction ToText { get; } = To(HclType.String);

    public static HclFunction ToNumber { get; } = To(HclType.Number);

    public static HclFunction ToBool { get; } = To(HclType.Bool);

    public static HclFunction ToList { get; } = To(ListOfAny);

    public static HclFunction ToSet { get; } = To(SetOfAny);

    public static HclFunction ToMap { get; } = To(new MapType(HclType.Dynamic));

    static HclFunction To(HclType type) => Function(type, [Anything("v")], call =>
        HclConversion.Convert(call.Arguments[0], type, out var error) ?? throw new HclFunctionException($"This cannot be converted: {error}.", 0));
}
