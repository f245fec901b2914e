using CsCheck;

namespace Fixer.Hcl.Tests;

static class Gens
{
    /// <summary>One of these values.</summary>
    public static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
