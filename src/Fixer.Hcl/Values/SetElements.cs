namespace Fixer.Hcl.Values;

/// <summary>Which elements a set has, and in which order.</summary>
static class SetElements
{
    public static HclElement[] Distinct(HclType elementType, HclElement[] elements) => throw new NotSupportedException($"{elementType} {elements}");
}
