using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Types;

/// <summary><c>sensitive</c>, <c>nonsensitive</c>, <c>issensitive</c>, <c>ephemeralasnull</c>. What is sensitive or ephemeral is not modelled, so that it cannot be asked for.</summary>
static class Marks
{
    /// <summary>For all three that give their argument back.</summary>
    public static HclFunction Unchanged { get; } = Function(HclType.Dynamic, [Anything("value")], call => call.Arguments[0]);

    public static HclFunction IsSensitive { get; } = Function(HclType.Bool, [Anything("value")], call => call.Unknown(HclType.Bool));
}
