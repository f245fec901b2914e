using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Hashing;

/// <summary>Strings that are unknown until Terraform runs: <c>uuid</c>, <c>bcrypt</c>, <c>timestamp</c> and <c>plantimestamp</c> differ every time, <c>rsadecrypt</c> gives a secret.</summary>
static class Unpredictable
{
    public static HclFunction Uuid { get; } = Function(HclType.String, [], Unknown);

    public static HclFunction Timestamp { get; } = Function(HclType.String, [], Unknown);

    public static HclFunction Bcrypt { get; } = Function(HclType.String, [Text("str")], Number("cost"), Unknown);

    public static HclFunction RsaDecrypt { get; } = Function(HclType.String, [Text("ciphertext"), Text("privatekey")], Unknown);

    static HclValue Unknown(HclCall call) => call.Unknown(HclType.String);
}
